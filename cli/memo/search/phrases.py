"""Phrases in a folded text: every place whose words are, after folding, those of the phrase."""

import unicodedata
from collections.abc import Iterator, Sequence

from memo.patterns import lazy
from memo.search.query import Phrase
from memo.text.folding import Folded

WordRange = tuple[int, int]
"""The first and the last word of a match, both included."""


_LABELS = lazy(r"\[\^([^\]\s]+)\]|<sup>(\w{1,3})</sup>")
_INSIDE_WORDS = lazy(r"\{[lp]\.[^{}\n]*\}|[\[\]*\u00ad\u200b-\u200d\u2060\ufeff]|[-‐]\s*\n\s*")
_DIACRITICS = lazy("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def may_hold(text: str, phrase: Phrase) -> bool:
    """Whether a text can hold a phrase at all: whether its longest plain word stands in it, however it is broken.

    Folding a text costs a hundred times what this does.
    """
    plain = [word for word in phrase.words if word.isascii() and word.isalpha()]
    longest = max(plain, key=len, default="")
    if longest in text.lower():
        return True
    for label in ("\\1\\2", ""):  # a note's label may be typed with the word, or stand inside it
        squeezed = _INSIDE_WORDS.sub("", _LABELS.sub(label, text))
        if longest in _DIACRITICS.sub("", unicodedata.normalize("NFKD", squeezed).casefold()):
            return True
        if "[^" not in text and "<sup>" not in text:
            break
    return False


def occurrences(folded: Folded, phrase: Phrase) -> Iterator[WordRange]:
    """The places of a phrase, in order, none over another; with punctuation typed round it where it stands there."""
    done = -1
    for start in _starts(folded, phrase.keys[0]):
        if start <= done:
            continue
        end = _end(folded, start, phrase.keys, 0)
        if end is not None:
            done = end - 1
            yield _widened(folded.keys, start, end, phrase)


def _starts(folded: Folded, first: str) -> list[int]:
    """Where a phrase may begin: at its first word, or at another spelling that begins with it."""
    keys = folded.keys
    found = []
    at = -1
    while True:
        try:
            at = keys.index(first, at + 1)
        except ValueError:
            break
        found.append(at)
    spelled = [at for at, ways in folded.spellings.items() if any(words[0] == first for words, _ in ways)]
    return sorted({*found, *spelled})


def _end(folded: Folded, at: int, wanted: Sequence[str], done: int) -> int | None:
    """The word after a match of `wanted[done:]` that begins at `at`; None where it doesn't match.

    The plain reading first; other spellings are tried one by one, few as they are.
    """
    keys, spellings = folded.keys, folded.spellings
    while done < len(wanted):
        if at >= len(keys):
            return None
        for words, taken in spellings.get(at, ()):
            if tuple(wanted[done : done + len(words)]) == words:
                end = _end(folded, at + taken, wanted, done + len(words))
                if end is not None:
                    return end
        if keys[at] != wanted[done]:
            return None
        at, done = at + 1, done + 1
    return at


def _widened(keys: Sequence[str], start: int, end: int, phrase: Phrase) -> WordRange:
    before, after = phrase.before, phrase.after
    if before and tuple(keys[max(start - len(before), 0) : start]) == before:
        start -= len(before)
    if after and tuple(keys[end : end + len(after)]) == after:
        end += len(after)
    return start, end - 1
