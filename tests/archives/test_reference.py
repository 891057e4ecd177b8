"""Archival references in the forms that print gives them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import DATA, ROOT, Library
from memo.archives.authority import read_archives, same_archive
from memo.archives.leaves import Leaves
from memo.archives.reference import Reference, parse_reference
from memo.errors import FileError, ParseError

CASES = [json.loads(line) for line in (DATA / "references.jsonl").read_text(encoding="utf-8").splitlines()]
KNOWN = read_archives([ROOT / "documents" / "authority" / "archives.toml"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["text"])[:40])
def test_references_as_print_has_them(case: dict[str, Any]) -> None:
    reference = parse_reference(case["text"])
    for part in ("fond", "opis", "papka", "delo"):
        assert getattr(reference, part) == case.get(part)
    assert (str(reference.listy) if reference.listy else None) == case.get("listy")
    assert reference.archive
    assert same_archive(case["archive"], [reference.archive], KNOWN)


@pytest.mark.parametrize("text", ["", "Obtained by Béla Révész; translated and edited", "f.", "op. 1, d. 3", "1949"])
def test_what_is_no_reference_is_refused(text: str) -> None:
    with pytest.raises(ParseError):
        parse_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "APRF, f. 39, op. 2, del. 9",
        "APRF, f. 39, op. 1, d. 39, l. 57 (verso)",
        "APRF, f. 39, op. 1, d. 39, 558.11.492.57 x",
    ],
)
def test_a_rest_that_is_not_understood_is_an_error_where_the_whole_counts(text: str) -> None:
    with pytest.raises(ParseError) as fault:
        parse_reference(text, whole=True)
    assert fault.value.hint
    assert fault.value.hint.endswith("^")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GARF, f. R-5446, op. 1, d. 2", ("R-5446", "1", "2", None)),
        ("ГАРФ. Ф. Р-5446. Оп. 1. Д. 2", ("R-5446", "1", "2", None)),
        ("f.39/op.1/d.99", ("39", "1", "99", None)),
        ("APRF, f. 39, op. 1, d. 39, ll. 57 and 59", ("39", "1", "39", "57, 59")),
    ],
)
def test_other_ways_of_print(text: str, parts: tuple[str | None, ...]) -> None:
    found = parse_reference(text, whole=True)
    assert (found.fond, found.opis, found.delo, str(found.listy) if found.listy else None) == parts


NUMBERS = st.from_regex(r"[1-9][0-9]{0,3}", fullmatch=True)


@given(NUMBERS, NUMBERS, st.none() | NUMBERS, NUMBERS, st.integers(1, 200))
def test_written_references_are_read_as_they_were(
    fond: str, opis: str, papka: str | None, delo: str, leaf: int
) -> None:
    reference = Reference("APRF", fond, opis, papka, delo, Leaves.parse(f"{leaf}-{leaf + 3}"))
    assert parse_reference(f"APRF, {reference.place()}") == reference


def test_former_names_and_both_scripts_are_one_archive() -> None:
    assert same_archive("РЦХИДНИ", ["RGASPI"], KNOWN)
    assert same_archive("АПРФ", ["APRF", "Archive of the President of the Russian Federation"], KNOWN)
    assert not same_archive("APRF", ["AVPRF"], KNOWN)


def test_a_bad_authority_file_is_named(library: Library) -> None:
    path = library.path / "archives.toml"
    path.write_text("[[archive]]\nname = 'x'")
    with pytest.raises(FileError, match=r"archives\.toml.*needs name, short and place"):
        read_archives([path])
    path.write_text("[[archive")
    with pytest.raises(FileError, match=r"archives\.toml"):
        read_archives([path])
