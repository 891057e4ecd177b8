"""`memo quote`: passages, verbatim, with their citation."""

import sys
from collections.abc import Sequence

import click

from memo.citing.styles import FORMS, Form
from memo.commands.options import MemoCommand, complete_documents, format_option
from memo.commands.session import Session
from memo.errors import UseError
from memo.quoting.quoted import Quoted, as_json, quoted
from memo.search.find import SPANS, Passage, Span, find
from memo.search.query import Query, parse_query
from memo.terminal.clipboard import copy as to_clipboard
from memo.terminal.output import say, say_json, shorten, tell, terminal_width
from memo.terminal.passages import passage


def quote(
    session: Session, query: Query, within: Sequence[str], *, exact: bool, fuzzy: bool, span: Span
) -> list[Passage]:
    """All passages that answer a query, in the documents named, or in all."""
    registry = session.registry
    documents = [each.document for each in session.select(within)] if within else registry.documents()
    return find(query, documents, exact=exact, fuzzy=fuzzy, span=span)


@click.command(
    "quote",
    cls=MemoCommand,
    examples=[
        ('memo quote "Port Arthur"', "the first five passages"),
        ("memo quote Port Arthur -n 0 -f json", "all of them, for a program"),
        ('memo quote "must be destroied" --in 1949-02-04', "with a slip, in one document"),
        ('memo quote "the most crafty general" -c', "on the clipboard, too"),
        ("pbpaste | memo quote -", "the words from standard input"),
    ],
)
@click.argument("words", nargs=-1, required=True)
@click.option("-n", "--number", type=click.IntRange(min=0), default=5, show_default=True, help="How many; 0 is all.")
@click.option(
    "--in", "within", multiple=True, metavar="DOCUMENT", shell_complete=complete_documents, help="Only in this one."
)
@click.option("--exact", is_flag=True, help="Only what is the source's to the letter, but for white space.")
@click.option("--fuzzy", is_flag=True, help="Near passages too, even where there are better ones.")
@click.option(
    "--span", type=click.Choice(SPANS), default="sentence", show_default=True, help="How much around the match."
)
@click.option("--style", metavar="STYLE", help="Style of the citation.")
@click.option("--form", type=click.Choice(FORMS), default="note", show_default=True, help="Form of the citation.")
@format_option("quote")
@click.option("-c", "--copy", is_flag=True, help="Put the first one on the clipboard, with its citation.")
@click.pass_obj
def command(
    session: Session,
    words: tuple[str, ...],
    number: int,
    within: tuple[str, ...],
    exact: bool,
    fuzzy: bool,
    span: Span,
    style: str | None,
    form: Form,
    format_: str | None,
    copy: bool,
) -> int:
    """Find the passages that hold WORDS, however roughly remembered, and print them exactly as the source has them.

    `-` reads the words from standard input. Near passages are shown where no passage holds the words themselves.
    """
    if exact and fuzzy:
        raise UseError("--exact and --fuzzy can't both hold")
    query = parse_query(_standard_input() if words == ("-",) else " ".join(words))
    format_ = session.format("quote", format_)
    chosen = session.style(style)
    found = quote(session, query, within, exact=exact, fuzzy=fuzzy, span=span)
    shown = quoted(found[:number] if number else found, chosen, form, session.cache)
    if format_ == "json":
        say_json(as_json(query.text, len(found), shown))
    else:
        _print(shown, len(found))
    if not found:
        if format_ != "json":
            tell(f"nothing found for “{shorten(query.text)}”")
        return 1
    if format_ != "json" and not fuzzy and found[0].best.kind == "fuzzy":
        tell("no passage holds these words; " + ("this is the nearest" if len(found) == 1 else "these are the nearest"))
    if copy:
        to_clipboard(f"{shown[0].quotation}\n\n{shown[0].citation}\n")
    return 0


def _print(shown: Sequence[Quoted], total: int) -> None:
    width = terminal_width()
    for number, each in enumerate(shown):
        plain, styled = passage(each, width)
        gap = "\n" if number else ""
        say(gap + plain, styled=gap + styled)
    if len(shown) < total:
        tell(f"{len(shown)} of {total} passages; -n 0 shows all")


def _standard_input() -> str:
    if sys.stdin is None:
        raise UseError("there is no standard input")
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise UseError(f"standard input: not UTF-8 (byte {error.start + 1})") from error
