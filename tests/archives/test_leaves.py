"""Leaves: read, held against a range, written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.archives.leaves import Leaf, LeafRange, Leaves
from memo.archives.reference import labelled_leaves
from memo.errors import ParseError


@pytest.mark.parametrize(
    ("text", "data", "printed"),
    [
        ("54-62", "54-62", "ll. 54–62"),
        ("57", "57", "l. 57"),
        ("3–7 об.", "3-7ob", "ll. 3–7ob."),
        ("57v", "57ob", "l. 57ob."),
        ("54-72, 75-87", "54-72, 75-87", "ll. 54–72, 75–87"),
        ("100-3", "100-103", "ll. 100–103"),
        ("12a-13б", "12a-13b", "ll. 12a–13b"),
    ],
)
def test_leaves_as_print_and_data_have_them(text: str, data: str, printed: str) -> None:
    assert str(Leaves.parse(text)) == data
    assert labelled_leaves(Leaves.parse(text)) == printed


@pytest.mark.parametrize("text", ["", "x", "62-54", "54-", "54,,55", "54 55", "l. 57"])
def test_what_are_no_leaves_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        Leaves.parse(text)


def test_the_place_of_the_fault_is_marked() -> None:
    with pytest.raises(ParseError) as fault:
        Leaves.parse("54-62; x")
    assert fault.value.hint == "54-62; x\n~~~~~~~^"


@pytest.mark.parametrize(
    ("inner", "held"), [("57", True), ("54ob-62ob", True), ("62ob.", True), ("53", False), ("60-63", False)]
)
def test_a_range_holds_its_leaves_and_their_versos(inner: str, held: bool) -> None:
    assert Leaves.parse("54-62").holds(Leaves.parse(inner)) is held


LEAVES = st.builds(Leaf, st.integers(1, 999), st.sampled_from(["", "a", "b"]), st.booleans())
RANGES = st.builds(lambda one, two: LeafRange(min(one, two), max(one, two)), LEAVES, LEAVES)


@given(st.lists(RANGES, min_size=1, max_size=4))
def test_written_leaves_are_read_as_they_were(ranges: list[LeafRange]) -> None:
    leaves = Leaves(tuple(ranges))
    assert Leaves.parse(str(leaves)) == leaves
    assert Leaves.parse(leaves.printed()) == leaves
