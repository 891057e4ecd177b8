"""Near passages: alignment word by word, and what is too far."""

from itertools import pairwise

import pytest

from memo.search.nearly import align, likeness, near
from memo.text.folding import fold

WINDOW = tuple("the end was that guomindang must be destroyed a part at a time and so on".split())


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ("guomindang must be destroyed", "guomindang must be destroyed"),
        ("guomindang must be destroied a part at time", "guomindang must be destroyed a part at a time"),
        ("guomindang must be destroyed at a time", "guomindang must be destroyed a part at a time"),
        ("gomindang must destroyed a part", "guomindang must be destroyed a part"),
    ],
)
def test_the_place_is_cut_at_words(wanted: str, words: str) -> None:
    aligned = align(tuple(wanted.split()), WINDOW)
    assert aligned
    assert " ".join(WINDOW[aligned[0] : aligned[1] + 1]) == words


@pytest.mark.parametrize("wanted", ["reactors in Antarctica", "time part destroyed", "x"])
def test_too_little_is_nothing(wanted: str) -> None:
    assert align(tuple(wanted.split()), WINDOW) is None


@pytest.mark.parametrize(
    ("left", "right", "like"),
    [
        ("arthur", "arthur", True),
        ("arthur", "artur", True),
        ("1949", "1948", False),
        ("3", "8", False),
        ("not", "now", False),
    ],
)
def test_numbers_are_like_nothing_but_themselves(left: str, right: str, like: bool) -> None:
    assert (likeness(left, right) > 0) is like


def test_nearest_first_none_over_another() -> None:
    folded = fold("Port Arthur is here. And Port Artur there. Nothing else, and then Port Arthurs again.")
    found = near(folded, ("port", "artur"))
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    first, last = found[0].words
    assert " ".join(folded.words[first : last + 1]) == "Port Artur"
    ranges = sorted(each.words for each in found)
    assert all(one[1] < two[0] for one, two in pairwise(ranges))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("anti imperialist camp", "antiimperialist camp"),
        ("antiimperialist camp", "anti-imperialist camp"),
        ("energeticallystruggle against this", "energetically struggle against this"),
        ("takeover of power", "take-over of power"),
        ("the take over of power", "the takeover of power"),
    ],
)
def test_a_space_or_hyphen_more_or_less_is_near(wanted: str, found: str) -> None:
    folded = fold(f"Then came {found} and so on.")
    (best,) = near(folded, tuple(wanted.split()))
    assert folded.text[slice(*folded.slice(*best.words))] == found


def test_a_long_query_is_aligned_by_its_runs_of_equal_words() -> None:
    words = [f"word{number}" for number in range(400)]
    folded = fold(" ".join([*"and then the".split(), *words, *"and so on".split()]))
    wanted = tuple(word for number, word in enumerate(words) if number % 17)
    (best,) = near(folded, wanted)
    assert folded.text[slice(*folded.slice(*best.words))].split()[:2] == ["word1", "word2"]
    assert best.score > 85
    assert near(folded, tuple(f"other{number}" for number in range(400))) == []


def test_a_short_word_far_from_the_rest_is_chance() -> None:
    folded = fold("They said the people do not like them. Preparatory commission for convening it.")
    (best,) = near(folded, tuple("the preparatory comission for convening".split()))
    assert folded.text[slice(*folded.slice(*best.words))] == "Preparatory commission for convening"


def test_every_near_place_is_found() -> None:
    assert len(near(fold("Arthur met Arthur. Arthur left. Arthur came. Arthur."), ("arthr",))) == 5
    assert len(near(fold("Then Arthur said so. " * 100), ("arthr",))) == 100


def test_a_text_without_words_has_nothing_near() -> None:
    assert near(fold(""), ("port",)) == []
    assert near(fold("... —"), ("port",)) == []
