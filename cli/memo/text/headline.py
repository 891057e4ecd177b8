"""Headline style: the capitals that a citation gives to headings and titles (CMOS 18 8.160, CMOS 17 8.159)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from memo.patterns import lazy

Edition = Literal[17, 18]

_MINOR = frozenset(
    "a an the and but or for nor to as at by in of off on per up via from into onto over upon with".split()
)
"""Lower case inside a headline in both editions: articles, five conjunctions, “to”, “as”, short prepositions."""
_LONG_PREPOSITIONS = frozenset(
    "about above across after against along alongside amid amidst among amongst around astride atop before behind "
    "below beneath beside besides between beyond despite during except inside outside since through throughout toward "
    "towards under underneath until within without regarding concerning".split()
)
"""Prepositions of five letters and more: capitals in the 18th edition, none in the 17th."""

_NUMBERING = lazy(r"\W*(?:(?:\d+|[IVXLC]+|[A-Za-z])[.)]\W*)*")
_ROMAN = lazy(r"(?=..)X{0,3}(?:IX|IV|V?I{0,3})")
_VOWELS = frozenset("AEIOUYАЕЁИОУЫЭЮЯ")
_VOWELLESS = frozenset(("MR", "MRS", "DR", "ST"))

_DOTTED = lazy(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_ACRONYMS = frozenset(
    "CIA CPSU FRUS GDR KGB KMT MFA NATO NKVD OSS PLA PRC ROC TASS UN USA USSR VKP WTO КПСС НАТО ООН СССР США ЦК".split()
)
"""Acronyms that stay so even where the text never writes them."""

_WORD = lazy(r"[^\W_](?:[^\W_]|['’.](?=[^\W_]))*(?:\([^\W_]\))?")


@lru_cache(maxsize=8)
def written_forms(text: str) -> Mapping[str, str]:
    """How a text's sentences write the words that they capitalise, by upper case; CCP, VKP(b), McCarthy before Mao."""
    body = re.sub(r"^[ \t]*#.*$", "", text, flags=re.MULTILINE)
    words = {found[0] for found in _WORD.finditer(body)}
    capitalised = sorted((word for word in words if word[0].isupper()), key=_is_title_case, reverse=True)
    return {word.upper(): word for word in capitalised}


def headline(heading: str, text: str = "", edition: Edition = 18, *, english: bool = True) -> str:
    """A heading in headline style; words in capitals stay so where the sentences of `text` have them so.

    A heading that is not all in capitals keeps every capital that it has. One that is not English is set as a sentence.
    """
    bare = re.sub(r"\([^\W_]\)", "", heading)
    shouted = bare == bare.upper() and bare != bare.lower()
    if not english and not shouted:
        return heading
    forms = written_forms(text) if shouted else {}
    words = list(_WORD.finditer(heading))
    pieces: list[str] = []
    done = 0
    for number, found in enumerate(words):
        word = _from_capitals(found[0], forms) if shouted else found[0]
        opens = _opens(heading[: found.start()]) or (english and number == len(words) - 1)
        if english:
            word = _cased(word, opens=opens, edition=edition)
        elif opens or forms.get(found[0].upper(), "").istitle():
            word = word[0].upper() + word[1:]
        pieces += [heading[done : found.start()], word]
        done = found.end()
    return "".join([*pieces, heading[done:]])


def _from_capitals(word: str, forms: Mapping[str, str]) -> str:
    """A word of a heading in capitals as a sentence would write it: “CCP’S” becomes “CCP’s”, “AID” becomes “aid”."""
    stem, mark, ending = word[:-2], word[-2:-1], word[-1:]
    if stem and mark in "'’" and ending == "S":
        return _from_capitals(stem, forms) + mark + "s"
    if word.lower() in _MINOR:
        return word.lower()
    written = forms.get(word.upper())
    if word in _ACRONYMS or _DOTTED.fullmatch(word):
        return word
    if written and not _is_title_case(written):
        return written
    if written is None and (_ROMAN.fullmatch(word) or not (_VOWELS & set(word) or word in _VOWELLESS)):
        return word
    return word.lower()


def _opens(before: str) -> bool:
    """Whether a word begins a headline anew: after a number at its head, a colon, the bracket of an insertion."""
    return before.rstrip().endswith((":", "?", "!", "“", "[", "(")) or _NUMBERING.fullmatch(before) is not None


def _cased(word: str, *, opens: bool, edition: Edition) -> str:
    if not _is_title_case(word) or _DOTTED.fullmatch(word):
        return word  # its capitals are its own: CCP, McCarthy
    low = word.lower()
    if not opens and (low in _MINOR or (edition == 17 and low in _LONG_PREPOSITIONS)):
        return low
    return word[0].upper() + word[1:]


def _is_title_case(word: str) -> bool:
    return word[1:] == word[1:].lower()


def recase_prepositions(title: str, edition: Edition) -> str:
    """An English title with its capitals, but for the long prepositions inside one in headline style.

    A title in sentence style (a word of substance inside it begins small) is left as it is.
    """
    words = list(_WORD.finditer(title))
    small = {found[0] for found in words[1:] if found[0][0].islower()}
    if len(words) < 3 or any(word.lower() not in _MINOR | _LONG_PREPOSITIONS for word in small):
        return title
    done, pieces = 0, []
    for number, found in enumerate(words):
        word = found[0]
        inside = number < len(words) - 1 and not _opens(title[: found.start()])
        if inside and word.lower() in _LONG_PREPOSITIONS and _is_title_case(word):
            word = word.lower() if edition == 17 else word.capitalize()
        pieces += [title[done : found.start()], word]
        done = found.end()
    return "".join([*pieces, title[done:]])
