"""A passage made ready for use: white space folded, marks and markup left out, quotation marks set.

Nothing else of the source is changed (CMOS 18 12.7–12.8): its slips, capitals and brackets stay.
"""

from functools import lru_cache

from memo.registry.model import Document
from memo.search.find import Passage
from memo.text.blocks import line_signs
from memo.text.folding import HIDDEN, hide_markup

MATCH, MATCH_END = "\ufdd5", "\ufdd6"
"""Stand before and after a match in a quotation, for those who show it: noncharacters, which no text holds."""

_MARKS = frozenset('“”„‘"')
_OPENS_AFTER = frozenset(f" ([{{—–-/“‘«„\"'{MATCH}{MATCH_END}")


def marked_quotation(passage: Passage) -> str:
    """The passage in double quotation marks, run in, its matches between `MATCH` and `MATCH_END`."""
    shown = _shown(passage.document)
    pieces, done = [], passage.start
    for match in passage.matches:
        pieces += [shown[done : match.start], MATCH, shown[match.start : match.end], MATCH_END]
        done = match.end
    text = "".join([*pieces, shown[done : passage.end]]).replace(HIDDEN, "")
    return f"“{_nested(' '.join(text.split()))}”"


def without_matches(marked: str) -> str:
    """A marked quotation as it is used."""
    return marked.replace(MATCH, "").replace(MATCH_END, "")


@lru_cache(maxsize=64)
def _shown(document: Document) -> str:
    """The document's text, as long as it is, with its markup hidden."""
    return hide_markup(document.text, line_signs(document.text))


def _nested(text: str) -> str:
    """The text's own double quotation marks as single ones, the single ones inside these as double (CMOS 18 13.30)."""
    if not _MARKS & set(text):
        return text
    result: list[str] = []
    opened: list[str] = []
    for at, char in enumerate(text):
        before, after = text[at - 1] if at else " ", text[at + 1 : at + 2]
        if char in "“„" or (char == '"' and before in _OPENS_AFTER):
            opened.append("double")
            result.append(_mark(len(opened), opens=True))
        elif char in '”"':
            level = len(opened) or 1
            if "double" in opened:
                while opened.pop() != "double":
                    level -= 1
            result.append(_mark(level, opens=False))
        elif char == "‘":
            opened.append("single")
            result.append(_mark(len(opened), opens=True))
        elif char == "’" and opened[-1:] == ["single"] and not after.isalnum():
            result.append(_mark(len(opened), opens=False))
            opened.pop()
        else:
            result.append(char)
    return "".join(result)


def _mark(level: int, *, opens: bool) -> str:
    """The mark at a level inside the outer double ones: single at 1, double at 2, and so on."""
    return ("“”" if level % 2 == 0 else "‘’")[0 if opens else 1]
