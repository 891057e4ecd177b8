"""`memo cite`: citations, and records for reference managers."""

from collections.abc import Iterator, Sequence

import click

from memo.citing.citation import Pinpointed, cite
from memo.citing.markup import to_format
from memo.citing.pinpoint import Pinpoint
from memo.citing.styles import FORMS, Form, Style
from memo.commands.options import MemoCommand, complete_documents, format_option
from memo.commands.session import Session
from memo.errors import UseError
from memo.registry.model import Document
from memo.terminal.clipboard import copy as to_clipboard
from memo.terminal.output import say, say_json, tell

RECORDS = ("bibtex",)


def citations(
    session: Session, pinpointed: Sequence[Pinpointed], style: Style, form: Form, *, joined: bool
) -> Iterator[tuple[Document, str]]:
    """Citations, each with the first document that it cites: one of all together, or one a document."""
    groups = [list(pinpointed)] if joined else [[each] for each in pinpointed]
    for group in groups:
        yield group[0][0], cite(group, style, form, session.cache)


@click.command(
    "cite",
    cls=MemoCommand,
    examples=[
        ("memo cite mikoyan-mao-1949-02-04", "a Chicago note"),
        ("memo cite 1949-02-04 --form short", "a short note"),
        ('memo cite "APRF, f. 39, op. 1, d. 39, l. 57"', "the document that holds a leaf, cited to it"),
        ("memo cite --form bibliography -f markdown", "a bibliography of the whole registry"),
        ("memo cite -f bibtex > archives.bib", "records for a reference manager"),
    ],
)
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...", shell_complete=complete_documents)
@click.option("--style", metavar="STYLE", help="Citation style: chicago (the default), chicago-17, or a library's own.")
@click.option("--form", type=click.Choice(FORMS), help="Form of the citation; note by default.")
@click.option("--all", "every", is_flag=True, help="All documents that a name answers to.")
@format_option("cite")
@click.option("-c", "--copy", is_flag=True, help="Put it on the clipboard, too.")
@click.pass_obj
def command(
    session: Session,
    documents: tuple[str, ...],
    style: str | None,
    form: Form | None,
    every: bool,
    format_: str | None,
    copy: bool,
) -> int:
    """Print citations of documents, or records of them; of the whole registry, by date, where none is named.

    DOCUMENT is an id or the beginning of one, a date, a URL, an archival reference, or words of the title. Several
    documents in a note make one citation; in a bibliography there is one a line, in JSON one an object.
    """
    asked, format_ = format_, session.format("cite", format_)
    if format_ in RECORDS and (form or style):
        if asked:
            raise UseError(f"{format_} is a record: it has no --form or --style")
        format_ = "text"  # records are but the configured default
    form = form or "note"
    selected = session.select(documents, every=every) if documents else None
    pinpointed: list[Pinpointed] = (
        [(each.document, Pinpoint(each.leaves)) for each in selected]
        if selected is not None
        else [(document, Pinpoint()) for document in session.registry.documents()]
    )
    if not pinpointed:
        tell("the registry has no documents")
        return 1
    if format_ in RECORDS:
        lines = _records([document for document, _ in pinpointed])
    else:
        chosen = session.style(style)
        joined = selected is not None and form != "bibliography" and format_ != "json"
        cited = citations(session, pinpointed, chosen, form, joined=joined)
        if format_ == "json":
            return _print_json(cited, chosen, form, copy=copy)
        lines = (to_format(rendered, format_) for _, rendered in cited)
    printed = []
    for line in lines:
        say(line)
        if copy:
            printed.append(line)
    if copy:
        to_clipboard("\n".join(printed))
    return 0


def _records(documents: Sequence[Document]) -> Iterator[str]:
    from memo.citing.bibtex import bibtex, check_keys  # deferred: citations need none

    for name, key in check_keys(documents):
        tell(f"{name}: its citation key is {key}")
    return map(bibtex, documents)


def _print_json(cited: Iterator[tuple[Document, str]], style: Style, form: Form, *, copy: bool) -> int:
    answers = [
        {
            "document": document.id,
            "style": style.name,
            "form": form,
            "citation": to_format(rendered, "text"),
        }
        for document, rendered in cited
    ]
    say_json(answers)
    if copy:
        to_clipboard("\n".join(str(answer["citation"]) for answer in answers))
    return 0
