"""A document's file: read with the place of every fault, written, read again."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.errors import FileError
from memo.registry.fileformat import split
from memo.registry.frontmatter import parse_front_matter, write

PATH = Path("x.md")


def read(content: str | bytes) -> tuple[dict[str, Any], str]:
    front, text = split(content.encode() if isinstance(content, str) else content, PATH)
    return parse_front_matter(front, PATH), text


def test_every_scalar_is_a_string_and_unknown_keys_are_kept() -> None:
    metadata, _ = read(
        "---\ntitle: T\ntitle-is-description: true\ndate: 1949-02-04\nlanguage: no\n"
        "archive: {fond: 054, delo: 39}\nmine: [1, {deep: null}]\nrights:\n---\n"
    )
    assert metadata == {
        "title": "T",
        "title-is-description": "true",
        "date": "1949-02-04",
        "language": "no",
        "archive": {"fond": "054", "delo": "39"},
        "mine": ["1", {"deep": "null"}],
    }


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ("\nText\n", "Text\n"),
        ("Text", "Text"),
        ("\n\n\nText  \n\n", "\n\nText  \n\n"),
        ("\r\nText\r\n", "Text\r\n"),
        ("", ""),
        ("\n--- \n---\n", "--- \n---\n"),
    ],
)
def test_the_text_is_kept_to_the_letter_after_one_blank_line(after: str, text: str) -> None:
    assert read(f"---\ntitle: T\n---\n{after}")[1] == text


@pytest.mark.parametrize(
    ("content", "line", "said"),
    [
        ("no front matter", 1, "front matter was expected"),
        ("---\ntitle: T\n", 1, "the line ---"),
        ("---\ntitle: [T\n---\n", 3, "broken YAML"),
        ("---\n\ttitle: T\n---\n", 2, "broken YAML"),
        ("---\ndate: 1949\n---\n", 1, "title: missing"),
        ("---\n---\n", 1, "title: missing"),
        ("---\ntitle: T\ndate: 4 Feb 1949\n---\n", 3, "date: “4 Feb 1949”: an EDTF date"),
        ("---\ntitle: T\ndate: 1949-02-30\n---\n", 3, "date: “1949-02-30”: a day that the calendar has"),
        ("---\ntitle: T\ntitle: U\n---\n", 3, "title: “title”: each key once"),
        ("---\ntitle: [T]\n---\n", 2, "title: a list: a single value"),
        ("---\ntitle: T\nauthors: Mao\n---\n", 3, "authors: “Mao”: a list"),
        ("---\ntitle: T\nauthors: [{given: Mao}]\n---\n", 3, "authors[0]: a mapping: family"),
        ("---\ntitle: T\narchive: APRF\n---\n", 3, "archive: “APRF”: keys with values"),
        ("---\ntitle: T\narchive:\n  listy: x-y\n---\n", 4, "listy: “x-y”"),
        ("---\ntitle: T\nreprints:\n- year: soon\n---\n", 4, "year: “soon”: a year"),
        ("---\ntitle: T\ntitle-is-description: yes\n---\n", 3, "title-is-description: “yes”: true or false"),
        ("---\ntitle: T\nsha256: abc\n---\n", 3, "sha256"),
        ("---\na: &a [x]\ntitle: T\nb: *a\n---\n", 2, "aliases"),
        ("---\n- title\n---\n", 2, "front matter: a list: keys"),
        (b"---\ntitle: T\n---\n\ncaf\xe9\n", 5, "not UTF-8 (byte 22)"),
    ],
)
def test_a_bad_file_is_named_with_line_key_and_what_was_expected(content: str | bytes, line: int, said: str) -> None:
    with pytest.raises(FileError) as fault:
        read(content)
    assert str(fault.value).startswith(f"x.md:{line}: ")
    assert said in str(fault.value)


@pytest.mark.parametrize(
    "content", ["---\n" + "[" * 5000 + "\n---\n", "---\ntitle: \x07\n---\n", "---\n? [a]\n: b\n---\n"]
)
def test_strange_yaml_is_no_more_than_an_error(content: str) -> None:
    with pytest.raises(FileError):
        read(content)


def test_a_letter_needs_no_title() -> None:
    metadata, _ = read("---\ngenre: letter\nauthors: [A B]\nrecipients: [C D]\n---\n")
    assert metadata["genre"] == "letter"


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), min_size=1).map(str.strip)
VALUES = PLAIN.filter(bool)


@given(
    st.fixed_dictionaries(
        {"title": VALUES},
        optional={
            "summary": VALUES,
            "date": st.sampled_from(["1949-02-04", "1949~"]),
            "keywords": st.lists(VALUES),
            "authors": st.lists(VALUES | st.fixed_dictionaries({"family": VALUES}, optional={"given": VALUES})),
            "archive": st.fixed_dictionaries({"fond": VALUES, "name": VALUES}),
            "my-key": VALUES | st.lists(VALUES) | st.dictionaries(VALUES, VALUES),
        },
    ),
    st.text(st.characters(codec="utf-8")).filter(lambda text: not text[:1].isspace() and not text.startswith("\ufeff")),
)
def test_what_is_written_is_read_as_it_was(metadata: dict[str, Any], text: str) -> None:
    assert read(write(metadata, text)) == (metadata, text)
