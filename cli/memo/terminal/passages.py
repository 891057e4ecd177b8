"""Passages as people read them."""

import click

from memo.quoting.quotation import MATCH, MATCH_END
from memo.quoting.quoted import Quoted
from memo.terminal.output import harmless


def passage(quoted: Quoted) -> tuple[str, str]:
    """A quotation with its citation below: plain, and with its matches in colour, harmless."""
    note = quoted.passage.place.note
    below = f"\n    {quoted.citation}" + (f"\n    (in note {note}: the editor's words)" if note else "")
    begin, end = click.style("", bold=True, fg="yellow", reset=False), click.style("")
    marked = harmless(quoted.marked).replace(MATCH, begin).replace(MATCH_END, end)
    return f"{quoted.quotation}{below}", f"{marked}{click.style(harmless(below), dim=True)}"
