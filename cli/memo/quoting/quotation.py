"""A passage made ready for use: white space folded, marks and markup left out, quotation marks set.

Nothing else of the source is changed (CMOS 18 12.7–12.8): its slips, capitals and brackets stay.
"""

from memo.patterns import lazy
from memo.search.find import Passage
from memo.text.blocks import structure
from memo.text.markup import HIDDEN
from memo.text.quotes import nest_quotes

MATCH, MATCH_END = "\ufdd5", "\ufdd6"
"""Stand before and after a match in a quotation, for those who show it: noncharacters, which no text holds."""


def marked_quotation(passage: Passage) -> str:
    """The passage in double quotation marks, run in, its matches between `MATCH` and `MATCH_END`."""
    shown = structure(passage.document.text).shown
    pieces, done = [], passage.start
    for match in passage.matches:
        pieces += [shown[done : match.start], MATCH, shown[match.start : match.end], MATCH_END]
        done = match.end
    text = "".join([*pieces, shown[done : passage.end]]).replace(HIDDEN, "")
    marked = " ".join(_DIVIDED.sub("", text).split())
    nested = iter(nest_quotes(without_matches(marked)))
    return f"“{''.join(char if char in (MATCH, MATCH_END) else next(nested) for char in marked)}”"


def without_matches(marked: str) -> str:
    """A marked quotation as it is used."""
    return marked.replace(MATCH, "").replace(MATCH_END, "")


_DIVIDED = lazy(r"(?<=[^\W\d_][-‐\u00ad])[ \t\r]*\n\s*(?=[^\W\d_])")
"""The white space in a word that a line's end divides; its hyphen stays, for it may be the word's own."""
