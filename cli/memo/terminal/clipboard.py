"""The clipboard: the platform's by pyperclip, or, over SSH and without a tool, the terminal's own by OSC 52."""

import os
import sys
from typing import TextIO

from memo.errors import ClipboardError


def copy(text: str) -> None:
    """Put text on the clipboard. Raises ClipboardError, saying what to install, where none takes it."""
    terminal = next((stream for stream in (sys.stdout, sys.stderr) if stream.isatty()), None)
    if terminal and (os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY")):
        _osc52(terminal, text)
        return
    import pyperclip  # deferred: loaded only to copy

    try:
        pyperclip.copy(text)
    except (pyperclip.PyperclipException, OSError) as error:
        if not terminal:
            raise ClipboardError(
                "no clipboard takes the text", hint="install xclip or xsel (X11) or wl-clipboard (Wayland)"
            ) from error
        _osc52(terminal, text)


def _osc52(terminal: TextIO, text: str) -> None:
    """Ask the terminal itself, in its own words (xterm's control sequences, “Operating System Commands”, 52)."""
    import base64  # deferred: loaded only to copy

    encoded = base64.b64encode(text.encode()).decode()
    terminal.write(f"\033]52;c;{encoded}\a")
    terminal.flush()
