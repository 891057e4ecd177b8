"""Passages as people read them."""

import click

from memo.quoting.quotation import MATCH, MATCH_END, without_matches
from memo.quoting.quoted import Quoted
from memo.terminal.output import harmless


def passage(quoted: Quoted, width: int | None) -> tuple[str, str]:
    """A quotation with its citation below: plain, and with its matches in colour, harmless.

    On a terminal of `width` columns both are broken between words; in a pipe, without one, each is a line.
    """
    note = quoted.passage.place.note
    below = [quoted.citation, *([f"(in note {note}: the editor's words)"] if note else [])]
    marked = _broken(quoted.marked, "", width)
    under = "".join(f"\n{_broken(line, '    ', width)}" for line in below)
    begin, end = click.style("", bold=True, fg="yellow", reset=False), click.style("")
    coloured = harmless(marked).replace(MATCH, begin).replace(MATCH_END, end)
    return f"{without_matches(marked)}{under}", f"{coloured}{click.style(harmless(under), dim=True)}"


def _broken(text: str, indent: str, width: int | None) -> str:
    if width is None:
        return indent + text
    from textwrap import fill  # deferred: a pipe breaks no lines

    return fill(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
