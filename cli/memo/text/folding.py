"""Folding: the one table of differences that do not count when texts are compared.

Two texts are equal if their folded words are. Every folded word keeps its place in the text that it was folded
from, so that whatever is found by folding is a slice of the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from memo.text.blocks import NOTE_MARK, MARK, Sign, line_signs


class Fold(NamedTuple):
    """One line of the table: its name, what it treats as equal, an example, and where it applies."""

    name: str
    equal: str
    example: str
    finding_only: bool = False


FOLDS = (
    Fold("white-space", "white space of any kind and amount, line breaks", "“Port / Arthur” = “Port Arthur”"),
    Fold("line-end-hyphen", "a word divided at a line's end", "“opin- / ion” = “opinion”"),
    Fold("quotation-marks", "quotation marks and apostrophes of every form", "“People's” = “People’s”"),
    Fold("dashes", "hyphens and dashes of every length, typed ones too", "“Arthur--for” = “Arthur—for”"),
    Fold("ellipses", "ellipses in every spelling", "“. . .” = “…”"),
    Fold("forms", "ligatures, full-width forms, fractions", "“2½” = “2 1/2”"),
    Fold("first-letter", "case of the first letter of a quotation", "“Desertions” = “desertions”"),
    Fold("final-punctuation", "punctuation at a quotation's end", "“Port Arthur,” = “Port Arthur.”"),
    Fold("marks", "marks of notes, leaves and pages", "“CC-ist[^1]” = “CC-ist”"),
    Fold("markup", "signs of headings, emphasis, lists, block quotes", "“*zhe sily*” = “zhe sily”"),
    Fold("brackets", "the source's editorial brackets (never the words in them)", "“Sov[iet]” = “Soviet”"),
    Fold("case", "case of every letter", "“PORT ARTHUR” = “Port Arthur”", finding_only=True),
    Fold("diacritics", "diacritics", "“Lushun” = “Lüshun”", finding_only=True),
)
"""The table, as the README publishes it."""

HIDDEN = "\ufdd0"
"""Stands for a character of markup: a noncharacter, which no text holds."""

_QUOTES = "\"'`´ʼ‘’‚‛“”„‟′″‹›«»「」『』＂＇"
_DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－"
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = str.maketrans(
    {chr(full): chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(_IGNORED, HIDDEN)
    | dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys(_DASHES, "-")
    | {"⁄": "/"}
)
"""One character to one character, so that places stay what they are."""

_MARKS = re.compile(f"{MARK}|{NOTE_MARK}")
_EMPHASIS = re.compile(r"(?<!\*)(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n))*?[^\s*])(\1)(?!\*)")

_FRACTIONS = "\u00bc-\u00be\u2150-\u215e\u2189"
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_LETTER = rf"[^\W_{_FRACTIONS}{_CJK}][\u0300-\u036f]*"
_LETTERS = rf"(?:{_LETTER})+"
_TOKEN = re.compile(
    # A word, with brackets or an apostrophe inside, and the brackets that touch it.
    rf"(?P<word>\[*{_LETTERS}(?:(?:[\[\]\ufdd0]+|')(?={_LETTER}){_LETTERS})*\]*)"
    rf"|(?P<sign>\[*[{_CJK}]\]*)"
    rf"|(?P<fraction>[{_FRACTIONS}])"
    r"|(?P<ellipsis>\[?(?:…\.?|\.(?:[ \u00a0]?\.){2,})\]?)"
    r"|(?P<dash>-+)"
    r"|(?P<other>[^\s\w\[\]\ufdd0]|_)"
)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*(?=[^\W\d_])")


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


def finding_key(words: str) -> str:
    """Words as they are compared when finding: without case and diacritics. Keeps line feeds and their number."""
    if words.isascii():
        return words.lower()
    bare = (char for char in unicodedata.normalize("NFD", words.casefold()) if unicodedata.category(char) != "Mn")
    return "".join(bare)


Spelling = tuple[tuple[str, ...], int]
"""Another way to write what stands at a word: finding keys, and how many of the text's words they stand for."""


@dataclass(frozen=True)
class Folded:
    """A text as a sequence of words and inner punctuation; the lists are parallel.

    `starts` and `ends` count characters of the text from 0; brackets that touch a word belong to its place.
    `spellings` holds, by a word's index, the other ways to write what stands there.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    spellings: dict[int, list[Spelling]]

    @cached_property
    def keys(self) -> list[str]:
        """The words as they are compared when finding."""
        return finding_key("\n".join(self.words)).split("\n") if self.words else []

    def slice(self, first: int, last: int) -> tuple[int, int]:
        """The place of the words `first` to `last` (included), without a bracket that only opens or only closes."""
        start, end = self.starts[first], self.ends[last]
        while start < end and self.text[start] == "[" and self.text.find("]", start, end) < 0:
            start += 1
        while start < end and self.text[end - 1] == "]" and self.text.rfind("[", start, end) < 0:
            end -= 1
        return start, end


def is_word(key: str) -> bool:
    """Whether a folded word is a word and no punctuation."""
    return key[0].isalnum()


def fold(text: str, *, document: bool = True) -> Folded:
    """Fold a text to words and inner punctuation, each with its place.

    The lines of a `document` may bear signs of headings, lists, block quotes and notes; those of a query don't.
    """
    signs = line_signs(text) if document else []
    plain = hide_markup(text, signs).translate(_PLAIN)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spellings: dict[int, list[Spelling]] = {}

    def put(word: str, start: int, end: int) -> None:
        words.append(word)
        starts.append(start)
        ends.append(end)

    divided: list[int] = []
    for token in _TOKEN.finditer(plain):
        kind, word = token.lastgroup, token[0]
        start, end = token.span()
        if kind == "word" or kind == "sign":
            if not word.isalnum():
                bare = _without_brackets(word)
                word = word.translate({0x5B: None, 0x5D: None, 0xFDD0: None})
                if bare and bare != word:
                    spellings.setdefault(len(words), []).append(((finding_key(bare),), 1))
            if not word.isascii():
                word = unicodedata.normalize("NFKC", word)
            put(word, start, end)
        elif kind == "fraction":
            above, _, below = unicodedata.normalize("NFKC", word).partition("⁄")
            for part in (above, "/", below):
                if part:
                    put(part, start, end)
        elif kind == "dash":
            if len(word) == 1 and words and ends[-1] == start and _LINE_END.match(plain, end):
                divided.append(len(words) - 1)
            put("-", start, end)
        else:
            put("…" if kind == "ellipsis" else word, start, end)

    for at in divided:
        if at + 2 < len(words):
            spellings.setdefault(at, []).append(((finding_key(words[at] + words[at + 2]),), 3))
    _spell_note_marks(text, words, ends, spellings)
    _spell_item_numbers(text, signs, words, starts, spellings)
    return Folded(text, words, starts, ends, spellings)


def _without_brackets(word: str) -> str:
    """What of a word stands outside editorial brackets: “Com” of “Com[munist]”."""
    return re.sub(r"\[[^\[\]]*\]|[\[\]\ufdd0]", "", word)


def _spell_note_marks(
    text: str, words: list[str], ends: list[int], spellings: dict[int, list[Spelling]]
) -> None:
    """A note's mark may be typed as the digits that print has there: “CC-ist1”, “Moscow.1”."""
    if "[^" not in text and "<sup>" not in text:
        return
    places = {end: at for at, end in enumerate(ends)}
    for found in re.finditer(NOTE_MARK, text):
        at = places.get(found.start())
        label = finding_key(found["note"] or found["sup"])
        if at is None or not label.isalnum():
            continue
        key = finding_key(words[at])
        spelled = ((key + label,), 1) if is_word(key) else ((key, label), 1)
        spellings.setdefault(at, []).append(spelled)


def _spell_item_numbers(
    text: str, signs: Iterable[Sign], words: list[str], starts: list[int], spellings: dict[int, list[Spelling]]
) -> None:
    """The number of a list item may be typed before its first word: “3. The Sino-Soviet treaty”."""
    for sign in signs:
        number = text[sign.start : sign.end].strip()
        at = bisect_left(starts, sign.end)
        if number[0].isdigit() and at < len(words):
            spellings.setdefault(at, []).append(((number[:-1], number[-1], finding_key(words[at])), 1))
