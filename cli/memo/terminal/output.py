"""Printing: UTF-8 everywhere, control characters of a text harmless on a terminal, colour where it is wanted."""

import sys
from typing import Any

import click

from memo.patterns import lazy

_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def use_utf8() -> None:
    """Make standard output and error speak UTF-8, whatever the locale says."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors=errors)


def harmless(text: str) -> str:
    """The text with control characters and overrides of direction shown as their codes."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def say(text: str, *, styled: str | None = None) -> None:
    """Print a result, as it is in a pipe and harmless on a terminal, where `styled` may add colour to it."""
    if sys.stdout.isatty():
        text = harmless(text)
    click.echo(text if styled is None else styled)


def say_raw(text: str) -> None:
    """Print a text to the letter, without a line feed of our own."""
    click.echo(text, nl=False)


def say_json(value: Any) -> None:
    """Print JSON."""
    import json  # deferred: most output is text

    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def tell(text: str, *, hint: str | None = None) -> None:
    """Tell the reader something beside the results, on standard error."""
    click.echo(f"memo: {harmless(text)}", err=True)
    if hint:
        for line in hint.splitlines():
            click.echo(f"      {harmless(line)}", err=True)
