"""Folding: the one table of differences that do not count when texts are compared.

Two texts are equal if their folded words are. Every folded word keeps its place in the text that it was folded
from, so that whatever is found by folding is a slice of the original.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from memo.patterns import lazy
from memo.text.blocks import structure
from memo.text.markup import HIDDEN, NOTE_MARK, hide_markup


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

_QUOTES = "\"'`´ʼ‘’‚‛“”„‟′″‹›«»「」『』＂＇"
_DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－"
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_PLAIN = (
    {chr(full): chr(full - 0xFEE0) for full in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(_IGNORED, HIDDEN)
    | dict.fromkeys(_QUOTES.replace("'", ""), "'")
    | dict.fromkeys(_DASHES.replace("-", ""), "-")
    | {"⁄": "/"}
)
"""One character to one character, so that places stay what they are."""
_PLAIN_CODES = str.maketrans(_PLAIN)
_NOT_ASCII = lazy(r"[^\x00-\x7f]+")
_STROKES = {"ё": "е", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "œ": "oe", "æ": "ae"}
_NOT_PLAIN = lazy(r"[^\x00-\x7f]+|[\"`]+")

_LETTERS = r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN = lazy(
    # Most words: nothing that could belong to them follows.
    r"\s*(?:(?P<plain>[A-Za-z0-9]+(?=[ \n.,;:()?!-]))"
    r"|(?P<fraction>(?<![\w/])\d{1,2}/\d{1,2}(?![\w/]))"
    # Any word, with brackets or an apostrophe inside, and the brackets that touch it.
    rf"|(?P<word>\[*{_LETTERS}(?:(?:[\[\]{HIDDEN}]+|')(?=[^\W_]){_LETTERS})*\]*)"
    r"|(?P<ellipsis>\[?(?:\.?…\.?|\.(?:[ \u00a0]?\.){2,})\]?)"
    r"|(?P<dash>-+)"
    rf"|(?P<other>[^\s\w\[\]{HIDDEN}]|_))"
)
_LINE_END = lazy(rf"(?=[ \t\r]*[\n{HIDDEN}])[\s{HIDDEN}]*(?=[^\W\d_])")
"""What stands between a hyphen and the rest of a word that a line's end, or a page's, divides."""
BRACKETED = lazy(r"\[[^\[\]]*\]")
"""What stands in editorial brackets, with them."""
_PART = lazy(r"'|[^']+(?:'[^']+)*")
_NO_LETTERS = dict.fromkeys(map(ord, f"[]{HIDDEN}"))


def finding_key(words: str) -> str:
    """Words as they are compared when finding: without case and diacritics. Keeps line feeds and their number.

    A letter with a stroke is its bare one; й and и are two letters, ё and е are one, as in print.
    """
    return _NOT_ASCII.sub(_bare_run, words.lower())


def _bare_run(found: re.Match[str]) -> str:
    return "".join(map(_bare, unicodedata.normalize("NFC", found[0].casefold())))


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    """A letter without its diacritics, where it is Latin or Greek; nothing for a diacritic that stands alone."""
    if unicodedata.category(char) == "Mn":
        return ""
    base = unicodedata.normalize("NFD", char)[0]
    return _STROKES.get(char) or (char if "\u0400" <= base <= "\u052f" else base)


def plain(text: str, *, document: bool = True) -> str:
    """The text, character for character as long, with its markup hidden and quotation marks, dashes and forms as typed.

    Every line of a `document` may bear a sign (of a heading, list, block quote, note); of a query, all but the first.
    """
    blocks = structure(text)
    shown = blocks.shown if document else hide_markup(text, [sign for sign in blocks.signs if sign.start])
    for pair, one in (("\u00ad\n", "-\n"), ("``", "“" + HIDDEN), ("''", "”" + HIDDEN)):
        shown = shown.replace(pair, one)
    return _NOT_PLAIN.sub(lambda found: found[0].translate(_PLAIN_CODES), shown)


Spelling = tuple[tuple[str, ...], int]
"""Another way to write what stands at a word: finding keys, and how many of the text's words they stand for."""


class Folded:
    """A text as a sequence of words and inner punctuation; the lists are parallel.

    `starts` and `ends` count characters of the text from 0; brackets that touch a word belong to its place.
    `spellings` holds, by a word's index, the other ways to write what stands there.
    """

    def __init__(
        self, text: str, words: list[str], starts: list[int], ends: list[int], spellings: dict[int, list[Spelling]]
    ) -> None:
        self.text = text
        self.words = words
        self.starts = starts
        self.ends = ends
        self.spellings = spellings

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
    return key[:1].isalnum()


def finding_words(text: str) -> list[str]:
    """The words of what a reader typed, as they are compared when finding, without punctuation."""
    return [key for key in fold(text, document=False).keys if is_word(key)]


def fold(text: str, *, document: bool = True) -> Folded:
    """Fold a text, a document's or a query's, to words and inner punctuation, each with its place."""
    typed = plain(text, document=document)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    spellings: dict[int, list[Spelling]] = {}

    def put(word: str, start: int, end: int) -> None:
        words.append(word)
        starts.append(start)
        ends.append(end)

    divided: list[int] = []
    for token in _TOKEN.finditer(typed):
        kind = str(token.lastgroup)
        start, end = token.span(kind)
        word = typed[start:end]
        if kind == "plain":
            words.append(word)
            starts.append(start)
            ends.append(end)
        elif kind == "word":
            bare = _without_brackets(word)
            if bare:
                spellings.setdefault(len(words), []).append(((finding_key(bare),), 1))
            for piece in _pieces(word, start):
                put(*piece)
        elif kind == "dash":
            if len(word) == 1 and words and ends[-1] == start and _LINE_END.match(typed, end):
                divided.append(len(words) - 1)
            put("-", start, end)
        else:
            put("…" if kind == "ellipsis" else word, start, end)

    for at in divided:
        if at + 2 < len(words):
            spellings.setdefault(at, []).append(((finding_key(words[at] + words[at + 2]),), 3))
    _spell_note_marks(text, words, ends, spellings)
    if document:
        _spell_item_numbers(text, words, starts, spellings)
    return Folded(text, words, starts, ends, spellings)


def _without_brackets(word: str) -> str:
    """What of a word stands outside editorial brackets, if not all or nothing: “Com” of “Com[munist]”."""
    if "[" not in word and "]" not in word:
        return ""
    outside = BRACKETED.sub("", word).translate(_NO_LETTERS)
    return outside if outside != word.translate(_NO_LETTERS) else ""


def _pieces(word: str, start: int) -> Iterator[tuple[str, int, int]]:
    """A word that is not plain, with its place: without brackets, in usual forms, divided where its script asks it.

    A fraction is a word, as if typed “1/2”; a raised digit is one (10² is not 102), and so is each sign of Chinese
    and Japanese.
    """
    letters = word.translate(_NO_LETTERS)
    if letters.isascii() or (letters.isalpha() and max(letters) < "\u3040"):
        yield unicodedata.normalize("NFKC", letters), start, start + len(word)
        return
    begun = 0
    for at, char in enumerate(f"{word}\n"):
        whole = char != "\n" and (_is_sign(char) or unicodedata.category(char) == "No")
        if not whole and char != "\n":
            continue
        for part in _PART.finditer(word, begun, at):
            if bare := part[0].translate(_NO_LETTERS):
                yield unicodedata.normalize("NFKC", bare), start + part.start(), start + part.end()
        if whole:
            yield unicodedata.normalize("NFKC", char).replace("⁄", "/"), start + at, start + at + 1
        begun = at + 1


def _is_sign(char: str) -> bool:
    return "\u3040" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff"


def _spell_note_marks(text: str, words: list[str], ends: list[int], spellings: dict[int, list[Spelling]]) -> None:
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
        spellings.setdefault(at, []).append(((key, label), 1))
        if is_word(key):
            spellings[at].append(((key + label,), 1))


def _spell_item_numbers(text: str, words: list[str], starts: list[int], spellings: dict[int, list[Spelling]]) -> None:
    """The number of a list item may be typed before its first word: “3. The Sino-Soviet treaty”."""
    for sign in structure(text).signs:
        number = text[sign.start : sign.end].strip()
        at = bisect_left(starts, sign.end)
        if number[0].isdigit() and at < len(words):
            spellings.setdefault(at, []).append(((number[:-1], number[-1], finding_key(words[at])), 1))
