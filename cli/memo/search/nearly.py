"""Passages that are nearly the words asked for: typos, missing words, other spellings.

rapidfuzz proposes stretches of the text; the place is then cut by aligning words with words, since the spans of a
score end in mid-word.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from memo.search.phrases import WordRange
from memo.text.folding import Folded, is_word

_SHORT = 3
"""Words: up to so many, a query is short."""
_ROUGH, _CLOSE = 55.0, 70.0
"""Of 100: how like the query, long or short, a window must be, letter by letter, to be aligned word by word."""
_WINDOWS = 40
"""How many windows of a document are aligned with a long query."""
_NEAR = 0.62
"""Of 1: how much of the query's weight an alignment must find. Tuned on passages that stand in no document."""
_LIKE = 0.72
"""Of 1: how like two words must be to be taken for one misspelt."""
_GAP_OPENS, _GAP_WIDENS = 0.5, 0.12
"""What words between two aligned ones cost, in letters' weight."""
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
    limit, cutoff = (None, _CLOSE) if len(wanted) <= _SHORT else (_WINDOWS, _ROUGH)
    rough = process.extract(
        " ".join(wanted), windows, scorer=fuzz.partial_ratio, processor=None, limit=limit, score_cutoff=cutoff
    )
    found = []
    for _, _, index in rough:
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
    yield best
    first, last, _ = best
    yield from _alignments(wanted, words[:first])
    for begin, end, score in _alignments(wanted, words[last + 1 :]):
        yield last + 1 + begin, last + 1 + end, score


def align(wanted: tuple[str, ...], words: tuple[str, ...]) -> tuple[int, int, float] | None:
    """Align the words wanted with those of a window, in order: the first and last word aligned, and a score of 100.

    Each wanted word weighs by its length; words between are cheap, so that an ellipsis or a bracket passes.
    None where too little of the query is found.
    """
    weights = [min(len(word), 8) + 1.0 for word in wanted]
    # By word of the window: the best value of an alignment that ends there, and where it begins.
    ending: list[tuple[float, int]] = [(0.0, at) for at in range(len(words))]
    for word, weight in zip(wanted, weights, strict=True):
        before = ending.copy()
        gapped = (0.0, -1)
        for at, other in enumerate(words):
            if at >= 2:
                value, begin = gapped
                gapped = max((value - _GAP_WIDENS, begin), (before[at - 2][0] - _GAP_OPENS, before[at - 2][1]))
            like = likeness(word, other)
            if like == 0.0:
                continue
            value, begin = max(gapped, before[at - 1]) if at else (0.0, -1)
            reached = (weight * like + value, begin) if value > 0.0 else (weight * like, at)
            ending[at] = max(ending[at], reached)
    last = max(range(len(words)), key=lambda at: (ending[at][0], -at), default=None)
    if last is None or ending[last][0] / sum(weights) < _NEAR:
        return None
    value, first = ending[last]
    return first, last, round(_CEILING * value / sum(weights), 1)


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
