"""Sentences: where one ends and the next begins, in documents full of abbreviations and initials."""

import re
from collections.abc import Iterator

from memo.patterns import lazy
from memo.text.markup import BARE_MARK, LEADING_MARKS

_BEFORE_NAMES = frozenset(
    "mr mrs ms dr prof gen col lt maj capt sgt adm cmdr cde cdes com comr st messrs rev hon gov sen rep amb min sec "
    "dep pres cf vs viz al i.e e.g тов т тт г гг ген акад проф им св mme mlle m hr dr herr г-н".split()
)
"""Abbreviations that a capital letter may follow in mid-sentence."""
_BEFORE_NUMBERS = frozenset(
    "no nos nr p pp f ff fol fols vol vols bk ch chap art arts par para sec sect fig op d l ll pa ca c doc docs bd "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx art ст гл стр с т ф оп д л лл п № ок".split()
)
"""Abbreviations that a number may follow in mid-sentence."""

_END = lazy(
    r"""(?:
          (?P<stop>[.?!…]+)(?P<close>["'”’»)\]*]*(?:\[\^[^\]\s]+\]|<sup>[\d*†‡]{1,3}</sup>)*["'”’»)\]*]*)
          (?P<gap>(?:\s|MARK)+)(?=["'“‘«„(\[*]*(?P<next>[^\W_]+))
        | (?P<cjk>[。！？]["”』」’]*)
    )""".replace("MARK", BARE_MARK.replace(" ", "[ ]")),
    re.VERBOSE,
)
_ROMAN = lazy(r"[IVXLC]+")
_WORD_BEFORE = lazy(r"[^\s(“‘«\"—–]*$")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of the block from `start` to `end`, as places in `text`, white space between them left out."""
    marks = LEADING_MARKS.match(text, start)
    begin = marks.end() if marks else start
    for found in _END.finditer(text, start, end):
        if found["cjk"]:
            stop = next_begin = found.end("cjk")
        else:
            if not _ends(text, begin, found):
                continue
            stop, next_begin = found.end("close"), found.end("gap")
        if next_begin < end:
            yield begin, stop
            begin = next_begin
    while begin < end and text[begin].isspace():
        begin += 1
    if begin < end:
        yield begin, end


def is_abbreviation(word: str) -> bool:
    """Whether a full stop after a word is an abbreviation's: a known one, or an initial."""
    return word.lower() in _BEFORE_NAMES | _BEFORE_NUMBERS or len(word) == 1 or "." in word


def _ends(text: str, begin: int, found: re.Match[str]) -> bool:
    """Whether the stop that was found ends a sentence and no abbreviation."""
    follows = found["next"]
    if follows[0].islower():
        return False
    if text[max(found.start() - 2, 0) : found.start()] in ("{l", "{p"):
        return False  # the stop of a mark
    if found["stop"] != "." or found["close"].startswith(("]", ")")):
        return True
    word = _WORD_BEFORE.search(text, max(begin, found.start() - 40), found.start())
    last = word[0] if word else ""
    if last.lower() in _BEFORE_NAMES:
        return False
    if (follows[0].isdigit() or _ROMAN.fullmatch(follows)) and last.lower() in _BEFORE_NUMBERS:
        return False
    if follows[0].isdigit():
        return True
    bare = re.sub(r"\[[^\]]*\]?", "", last).rpartition(".")[2]
    return not (len(bare) == 1 and bare.isupper())  # an initial: “E. Kovalev”, “I[van]. V.”, “U.S.”
