"""What is searched for: words as typed, folded once, in every way that they may be meant."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from memo.errors import UseError
from memo.text.folding import fold, is_word


class Phrase(NamedTuple):
    """Finding keys from the first word to the last, and the punctuation that was typed before and after them."""

    before: tuple[str, ...]
    keys: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The keys that are words."""
        return tuple(filter(is_word, self.keys))


class Query(NamedTuple):
    """Words to find: as typed, and as phrases, of which the first is the plainest reading."""

    text: str
    phrases: tuple[Phrase, ...]


def parse_query(text: str) -> Query:
    """Read a query. Raises UseError where it holds no word, or bytes that are no text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UseError("the words are not valid UTF-8") from error
    typed = " ".join(text.split())
    # A word divided at a line's end, as it was pasted, may be one word.
    joined = re.sub(r"(?<=\w)[-‐\u00ad]\s*\n\s*(?=\w)", "", text)
    # Half a pair of signs of emphasis, cut out with the words.
    unstarred = re.sub(r"\*(?=\S)|(?<=\S)\*", "", joined)
    readings = [*(fold(reading, document=False) for reading in (text, joined, unstarred)), fold(text)]
    phrases = tuple(dict.fromkeys(filter(None, (_phrase(reading.keys) for reading in readings))))
    if not phrases:
        raise UseError(f"“{typed}” holds no word: words to find were expected")
    return Query(typed, phrases)


def _phrase(keys: Sequence[str]) -> Phrase | None:
    places = [at for at, key in enumerate(keys) if is_word(key)]
    if not places:
        return None
    first, last = places[0], places[-1] + 1
    return Phrase(tuple(keys[:first]), tuple(keys[first:last]), tuple(keys[last:]))
