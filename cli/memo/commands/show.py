"""`memo show`: a document's metadata or text."""

import os
import signal
import sys
from collections.abc import Sequence

import click

from memo.commands.options import MemoCommand, complete_documents, format_option
from memo.commands.session import Session
from memo.errors import UseError
from memo.registry.model import Document
from memo.terminal.layout import details
from memo.terminal.output import harmless, say, say_json, say_raw


@click.command(
    "show",
    cls=MemoCommand,
    examples=[
        ("memo show 1949-02-04", "the metadata of a document"),
        ("memo show mikoyan-mao-1949-02 --text", "its text, in a pager on a terminal"),
        ("memo show --schema", "the JSON Schema of the metadata"),
    ],
)
@click.argument("document", required=False, shell_complete=complete_documents)
@click.option("--text", is_flag=True, help="The text, to the letter.")
@click.option("--schema", is_flag=True, help="The JSON Schema of a document's metadata.")
@click.option("--all", "every", is_flag=True, help="All documents that the name answers to.")
@format_option("show")
@click.pass_obj
def command(session: Session, document: str | None, text: bool, schema: bool, every: bool, format_: str | None) -> int:
    """Show the metadata of DOCUMENT, or its text.

    DOCUMENT is an id or the beginning of one, a date, a URL, an archival reference, or words of the title.
    """
    if schema:
        from memo.registry.schema import json_schema  # deferred: seldom asked for

        say_json(json_schema())
        return 0
    if document is None:
        raise UseError("a DOCUMENT was expected", hint="`memo list` lists them all")
    if text and format_ == "json":
        raise UseError("--text has no format: it is the text, to the letter")
    documents = [each.document for each in session.select([document], every=every)]
    if text:
        _show_texts(documents)
    elif session.format("show", format_) == "json":
        from memo.registry.schema import as_json  # deferred: a page needs none

        say_json([as_json(each) for each in documents] if every else as_json(documents[0]))
    else:
        for number, each in enumerate(documents):
            say(("\n" if number else "") + "\n".join(f"{label:16}{value}" for label, value in details(each)))
    return 0


def _show_texts(documents: Sequence[Document]) -> None:
    for each in documents:
        if not sys.stdout.isatty():
            say_raw(each.text)
            continue
        signal.signal(signal.SIGINT, signal.default_int_handler)  # the pager has its own use for an interrupt
        try:
            click.echo_via_pager(harmless(each.text))
        except ValueError as error:
            raise UseError(f"the pager {os.environ.get('PAGER')} can't be called: {error}") from error
