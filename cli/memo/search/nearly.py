"""Passages that are nearly the words asked for: typos, missing words, other spellings.

rapidfuzz proposes stretches of the text; the place is then cut by aligning words with words, since the spans of a
score end in mid-word.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from memo.search.phrases import WordRange
from memo.text.folding import Folded, is_word

_SHORT, _LONG = 3, 60
"""Words: up to so many, a query is short; beyond so many, long."""
_ROUGH, _CLOSE = 55.0, 70.0
"""Of 100: how like the query, long or short, a window must be, letter by letter, to be aligned word by word."""
_WINDOWS = 40
"""How many windows of a document are aligned with a long query."""
_NEAR = 0.62
"""Of 1: how much of the query's weight an alignment must find. Tuned on passages that stand in no document."""
_NEAR_ALONE = 0.8
"""The same for a query of one word, which nothing else bears out."""
_LIKE = 0.72
"""Of 1: how like two words must be to be taken for one misspelt."""
_GAP_OPENS, _GAP_WIDENS = 0.5, 0.12
"""What words between two aligned ones cost, in letters' weight."""
_SMALL, _APART = 3, 4
"""Letters of a short word; words that set it apart."""
_RUN = 3
"""Words: what is shorter than so many equal words in a row is chance, at the ends of a long alignment."""
_CEILING = 96.0
"""The best score: nearly is never equal."""


class Near(NamedTuple):
    """A stretch of words that is near the query, and how near, of 100."""

    words: WordRange
    score: float


def near(folded: Folded, wanted: Sequence[str]) -> list[Near]:
    """The stretches of a text that are near the words wanted, best first, none over another."""
    from rapidfuzz import fuzz, process  # deferred: most queries are found as they are

    places = [at for at, key in enumerate(folded.keys) if is_word(key)]
    words = [folded.keys[at] for at in places]
    size = max(2 * len(wanted), len(wanted) + 8)
    begins = range(0, max(len(words) - size // 2, 1), max(size // 2, 1))
    windows = [" ".join(words[begin : begin + size]) for begin in begins]
    # Long queries are rough everywhere; short ones, of which there may be many, must be close.
    if len(wanted) > _LONG:
        chosen = list(range(len(windows)))
    else:
        limit, cutoff = (None, _CLOSE) if len(wanted) <= _SHORT else (_WINDOWS, _ROUGH)
        rough = process.extract(
            " ".join(wanted), windows, scorer=fuzz.partial_ratio, processor=None, limit=limit, score_cutoff=cutoff
        )
        chosen = [index for _, _, index in rough]
    found = []
    for index in chosen:
        # Half a window more on both sides: a passage may run over the edge.
        begin = max(begins[index] - size // 2, 0)
        for first, last, score in _alignments(tuple(wanted), tuple(words[begin : begin + 2 * size])):
            found.append(Near((places[begin + first], places[begin + last]), score))
    found.sort(key=lambda each: (-each.score, each.words))
    kept: list[Near] = []
    for each in found:
        if all(each.words[1] < other.words[0] or each.words[0] > other.words[1] for other in kept):
            kept.append(each)
    return kept


def _alignments(wanted: tuple[str, ...], words: tuple[str, ...]) -> Iterator[tuple[int, int, float]]:
    """The best alignment in a window, then those on both sides of it."""
    best = align(wanted, words)
    if best is None:
        return
    first, last, score = best
    if len(wanted) <= _LONG:
        first, last = _trimmed(wanted, words, first, last)
    yield first, last, score
    yield from _alignments(wanted, words[:first])
    for begin, end, score in _alignments(wanted, words[last + 1 :]):
        yield last + 1 + begin, last + 1 + end, score


def _trimmed(wanted: tuple[str, ...], words: tuple[str, ...], first: int, last: int) -> tuple[int, int]:
    """An alignment without a short word at its end that stands apart from the rest: a “the” that is there by chance."""
    if len(wanted) > 2 and len(wanted[0]) <= _SMALL and (rest := align(wanted[1:], words[first:])):
        first += rest[0] if rest[0] > _APART else 0
    if len(wanted) > 2 and len(wanted[-1]) <= _SMALL and (rest := align(wanted[:-1], words[first : last + 1])):
        last = first + rest[1] if last - first - rest[1] > _APART else last
    return first, last


def align(wanted: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int, float] | None:
    """Align the words wanted with those of a window, in order: the first and last word aligned, and a score of 100.

    Each wanted word weighs by its length; words between are cheap, so that an ellipsis or a bracket passes.
    None where too little of the query is found.
    """
    if len(wanted) > _LONG:
        return _align_long(wanted, words)
    weights = list(map(_weight, wanted))
    # By word of the window: the best value of an alignment that ends there, and where it begins.
    ending: list[tuple[float, int]] = [(0.0, at) for at in range(len(words))]
    earlier = ending
    for row, (word, weight) in enumerate(zip(wanted, weights, strict=True)):
        before = ending.copy()
        gapped = (0.0, -1)
        for at, other in enumerate(words):
            if at >= 2:
                value, begin = gapped
                gapped = max((value - _GAP_WIDENS, begin), (before[at - 2][0] - _GAP_OPENS, before[at - 2][1]))
            like = likeness(word, other)
            if like:
                value, begin = max(gapped, before[at - 1]) if at else (0.0, -1)
                ending[at] = max(ending[at], _reached(weight * like, value, begin, at))
            if at and word.startswith(words[at - 1][:2]) and (like := likeness(word, words[at - 1] + other)):
                value, begin = before[at - 2] if at >= 2 else (0.0, -1)  # one word asked for, two in the text
                ending[at] = max(ending[at], _reached(weight * like, value, begin, at - 1))
            if row and other.startswith(wanted[row - 1][:2]) and (like := likeness(wanted[row - 1] + word, other)):
                value, begin = earlier[at - 1] if at else (0.0, -1)  # two words asked for, one in the text
                ending[at] = max(ending[at], _reached((weights[row - 1] + weight) * like, value, begin, at))
        earlier = before
    last = max(range(len(words)), key=lambda at: (ending[at][0], -at), default=None)
    least = _NEAR_ALONE if len(wanted) == 1 else _NEAR
    if last is None or ending[last][0] / sum(weights) < least:
        return None
    value, first = ending[last]
    return first, last, round(_CEILING * value / sum(weights), 1)


def _weight(word: str) -> float:
    """What a word weighs: longer ones more."""
    return min(len(word), 8) + 1.0


def _reached(own: float, value: float, begin: int, at: int) -> tuple[float, int]:
    """The value of an alignment with one more pair, and where it begins: at the pair, if nothing comes before it."""
    return (own + value, begin) if value > 0.0 else (own, at)


def _align_long(wanted: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int, float] | None:
    """As `align`, for long queries: by the longest sequence of equal words, from its first run of words to its last."""
    from rapidfuzz.distance import LCSseq  # deferred, as above

    runs = [code for code in LCSseq.opcodes(wanted, words) if code.tag == "equal"]
    solid = [code for code in runs if code.src_end - code.src_start >= _RUN]
    if not solid:
        return None
    value = sum(_weight(word) for code in runs for word in wanted[code.src_start : code.src_end])
    share = value / sum(map(_weight, wanted))
    if share < _NEAR:
        return None
    return solid[0].dest_start, solid[-1].dest_end - 1, round(_CEILING * share, 1)


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """How like two words are, of 1; 0 where they are different words. Numbers are like nothing but themselves."""
    if left == right:
        return 1.0
    if abs(len(left) - len(right)) > 3 or left.isdigit() or right.isdigit():
        return 0.0
    from rapidfuzz.distance import DamerauLevenshtein  # deferred, as above

    like = DamerauLevenshtein.normalized_similarity(left, right, score_cutoff=_LIKE)
    return float(like) if min(len(left), len(right)) > 2 else 0.0
