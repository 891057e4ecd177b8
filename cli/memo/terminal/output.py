"""Printing: UTF-8 everywhere, control characters of a text harmless on a terminal, colour where it is wanted."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from memo.patterns import lazy

_CONTROL = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def use_utf8() -> None:
    """Make standard output and error speak UTF-8, whatever the locale says; where one is closed, it goes nowhere."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - the same
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors=errors)


def harmless(text: str) -> str:
    """The text with control characters and overrides of direction shown as their codes."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def say(text: str, *, styled: str | None = None) -> None:
    """Print a result: to the letter in a pipe, harmless on a terminal, `styled` where colour is wanted."""
    colour = _wants_colour()
    if styled is not None and colour:
        click.echo(styled, color=True)
    else:
        say_raw(f"{harmless(text) if sys.stdout.isatty() else text}\n")


def terminal_width() -> int | None:
    """The columns of the terminal that results go to; None in a pipe."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size  # deferred: a pipe has none

    return max(get_terminal_size().columns, 20)


def _wants_colour() -> bool:
    context = click.get_current_context(silent=True)
    chosen = context.color if context else None
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb" if chosen is None else chosen


def say_raw(text: str) -> None:
    """Print a text to the letter, without a line feed of our own."""
    sys.stdout.write(text)


def say_json(value: Any) -> None:
    """Print JSON."""
    import json  # deferred: most output is text

    say_raw(f"{json.dumps(value, ensure_ascii=False, indent=2)}\n")


def shorten(text: str) -> str:
    """Words of the reader's, short enough for a message."""
    return text if len(text) <= 80 else f"{text[:79]}…"


def tell(text: str, *, hint: str | None = None) -> None:
    """Tell the reader something beside the results, on standard error."""
    click.echo(f"memo: {harmless(text)}", err=True)
    if hint:
        for line in hint.splitlines():
            click.echo(f"      {harmless(line)}", err=True)
