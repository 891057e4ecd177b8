"""A document's file, divided: front matter between two lines of ---, one blank line, the text to the letter."""

import re
from pathlib import Path
from typing import Any

from memo.errors import FileError
from memo.patterns import lazy

Metadata = dict[str, Any]
"""Front matter as plain data: strings, lists and dictionaries of them, keys as in the file."""

_FENCE = lazy(r"^---[ \t]*\r?\n", re.MULTILINE)


def split(raw: bytes, path: Path) -> tuple[str, str]:
    """Divide a file into its front matter and its text; the text is kept character for character.

    Raises FileError for what is not UTF-8 or has no front matter.
    """
    try:
        whole = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(path, f"not UTF-8 (byte {error.start + 1}): UTF-8 was expected", line=line) from error
    opening = _FENCE.match(whole)
    if not opening:
        raise FileError(path, "front matter was expected: metadata between two lines of ---", line=1)
    closing = _FENCE.search(whole + ("" if whole.endswith("\n") else "\n"), opening.end())
    if not closing:
        raise FileError(path, "the line --- that ends the front matter was expected", line=1)
    text = whole[closing.end() :]
    blank = re.match(r"[ \t]*\r?\n", text)
    return whole[opening.end() : closing.start()], text[blank.end() :] if blank else text
