"""Marks and markup in a text: what stands in it that is none of the source's words."""

from collections.abc import Iterable
from typing import NamedTuple

from memo.patterns import lazy

_PLACE = r"(?=[^{}\n]{1,24}\})(?:[^{}\n]*\d[^{}\n]*|[ivxlc]+|[IVXLC]+)"
MARK = rf"\{{(?P<mark>[lp])\. ?(?P<place>{_PLACE})\}}"
"""Where a leaf or a printed page begins: `{l. 55}`, `{p. 67}`, `{p. xii}`."""
BARE_MARK = rf"\{{[lp]\. ?{_PLACE}\}}"
"""The same without groups."""
LEADING_MARKS = lazy(rf"(?:{BARE_MARK}\s*)*")
"""Marks before the first word of a stretch: where it stands, and no part of it."""
NOTE_MARK = r"\[\^(?P<note>[^\]\s]+)\](?!:)|<sup>(?P<sup>\d{1,3}|[*†‡]+)</sup>"
"""The mark of a note in running text: `[^1]`; `<sup>1</sup>`, as web pages have it."""

HIDDEN = "\ufdd0"
"""Stands for a character of markup: a noncharacter, which no text holds."""

_MARKS = lazy(f"{MARK}|{NOTE_MARK}")
_EMPHASIS = lazy(r"(?<!\*)(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n))*?[^\s*])(\1)(?!\*)")


class Sign(NamedTuple):
    """The place of a sign that makes a line a heading, an item, a block quote or a note."""

    start: int
    end: int


def hide_markup(text: str, signs: Iterable[Sign] = ()) -> str:
    """The text, character for character as long, with its marks, emphasis and the `signs` of its lines hidden."""
    pieces, done = [], 0
    for sign in signs:
        pieces += [text[done : sign.start], HIDDEN * (sign.end - sign.start)]
        done = sign.end
    hidden = "".join([*pieces, text[done:]]) if pieces else text
    if "{" in text or "[^" in text or "<sup>" in text:
        hidden = _MARKS.sub(lambda found: HIDDEN * len(found[0]), hidden)
    if "*" in hidden:
        hidden = _EMPHASIS.sub(lambda found: HIDDEN * len(found[1]) + found[2] + HIDDEN * len(found[3]), hidden)
    return hidden


def without_markup(text: str, signs: Iterable[Sign] = ()) -> str:
    """The text without its marks, its emphasis and the signs of its lines."""
    return hide_markup(text, signs).replace(HIDDEN, "")
