"""The structure of a text, and the places that it gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.text.blocks import Place, structure

TEXT = """Before any heading.

## THE FIRST

A paragraph that is
wrapped {l. 55} over lines[^1].

1. one
2. two
   going on

> a quotation
> of two lines

{l. 56}

{p. 66}

## THE SECOND ##
After {p. 67} it.

[^1]: The editor's words.
"""


def test_blocks_with_their_kinds() -> None:
    found = [(block.kind, TEXT[block.start : block.end]) for block in structure(TEXT).blocks]
    assert found == [
        ("paragraph", "Before any heading."),
        ("heading", "THE FIRST"),
        ("paragraph", "A paragraph that is\nwrapped {l. 55} over lines[^1]."),
        ("item", "one"),
        ("item", "two\n   going on"),
        ("quote", "a quotation\n> of two lines"),
        ("heading", "THE SECOND"),
        ("paragraph", "After {p. 67} it."),
        ("note", "The editor's words."),
    ]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Before any", Place()),
        ("THE FIRST", Place("THE FIRST")),
        ("A paragraph", Place("THE FIRST")),
        ("over lines", Place("THE FIRST", leaf="55")),
        ("two", Place("THE FIRST", leaf="55")),
        ("it.", Place("THE SECOND", leaf="56", page="67")),
        ("The editor's", Place("THE FIRST", leaf="55", note="1")),
    ],
)
def test_a_place_is_what_the_text_marks_and_nothing_else(words: str, place: Place) -> None:
    start = TEXT.index(words)
    assert structure(TEXT).place(start, start + len(words)) == place


def test_a_stretch_over_marks_of_ranges() -> None:
    text = "{l. 9a} one {l. 10-11} two"
    assert structure(text).place(text.index("one"), len(text)).leaf == "9a-11"
    assert structure("{l. } one").place(6, 9).leaf is None


def test_a_stretch_over_a_mark_stands_on_both_leaves() -> None:
    text = "{l. 54} one {l. 55} two"
    assert structure(text).place(text.index("one"), len(text)).leaf == "54-55"


def test_a_mark_at_the_end_of_a_stretch_is_no_part_of_it() -> None:
    text = "{l. 55} First. Second ends here.{l. 56}\n\nThird one. {l. 57}\n\nFourth."
    found = structure(text)
    assert [text[block.start : block.end] for block in found.blocks] == [
        "First. Second ends here.",
        "Third one.",
        "Fourth.",
    ]
    assert [found.place(block.start, block.end).leaf for block in found.blocks] == ["55", "56", "57"]


def test_a_notes_further_paragraph_is_the_notes() -> None:
    text = "Words[^1].\n\n[^1]: The editor's.\n\n    And more of them.\n"
    assert structure(text).place(text.index("And"), len(text)).note == "1"


def test_of_two_equal_note_marks_the_first_places_the_note() -> None:
    text = "## A\n\nx[^1]\n\n## B\n\ny[^1]\n\n[^1]: Note.\n"
    assert structure(text).place(text.index("Note"), len(text)).heading == "A"


@pytest.mark.parametrize("line", ["#1 in line", "* ", "-dash", "{x} braces", "in about\n30. The rest", "a\n* * *b"])
def test_what_is_no_sign_is_text(line: str) -> None:
    assert not [
        sign for sign in structure(line).signs if line[sign.start : sign.end].strip() in ("#1", "30.", "-", "{x}")
    ]


@given(st.text(alphabet="ab#>*-1. \n[]^:{}l\r\t"))
def test_blocks_lie_in_order_and_none_over_another(text: str) -> None:
    done = 0
    for block in structure(text).blocks:
        assert done <= block.start < block.end <= len(text)
        done = block.end
