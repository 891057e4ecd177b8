"""Choosing among documents on a terminal."""

import sys
from collections.abc import Callable, Sequence
from shutil import get_terminal_size

import click

from memo.registry.model import Document
from memo.terminal.layout import table

Chooser = Callable[[str, Sequence[Document]], Document]


def chooser() -> Chooser | None:
    """A function that asks which document is meant; None where nobody can be asked."""
    return _choose if sys.stdin and sys.stdin.isatty() and sys.stderr.isatty() else None


def _choose(name: str, documents: Sequence[Document]) -> Document:
    click.echo(f"“{name}” could be:", err=True)
    lines = table(documents, get_terminal_size().columns - 5)
    for number, line in enumerate(lines, 1):
        click.echo(f"{number:>3}  {line}", err=True)
    chosen = click.prompt("Which", type=click.IntRange(1, len(documents)), err=True)
    return documents[chosen - 1]
