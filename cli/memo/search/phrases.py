"""Phrases in a folded text: every place whose words are, after folding, those of the phrase."""

import unicodedata
from collections.abc import Iterator, Sequence

from memo.patterns import lazy
from memo.search.query import Phrase
from memo.text.folding import BRACKETED, Folded, finding_key, plain
from memo.text.markup import HIDDEN, NOTE_MARK

WordRange = tuple[int, int]
"""The first and the last word of a match, both included."""

_NOT_IN_WORDS = lazy(rf"-[\s{HIDDEN}]*|[\[\]{HIDDEN}]")
_NOTE_MARK = lazy(NOTE_MARK)


def may_hold(text: str, phrase: Phrase) -> bool:
    """Whether a text can hold a phrase at all: whether its longest plain word stands in it, however it is broken.

    Folding a text to words costs several times what this does.
    """
    longest = max((word for word in phrase.words if word.isascii() and word.isalpha()), key=len, default="")
    if longest in text.lower():
        return True
    typed = plain(text)
    readings = [typed]
    if "[" in text:
        readings.append(BRACKETED.sub("", typed))
    if "[^" in text or "<sup>" in text:  # the label of a note may be typed with the word
        readings.append(_NOTE_MARK.sub(r"\g<note>\g<sup>", text))
    return any(
        longest in finding_key(unicodedata.normalize("NFKC", _NOT_IN_WORDS.sub("", reading))) for reading in readings
    )


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
