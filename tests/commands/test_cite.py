"""`memo cite`, as a reader runs it."""

import json
from typing import Any

import pytest

from conftest import EARLIER, LATER, Library, Memo, gold_citations

OF_BUNDLED = [case for case in gold_citations() if "metadata" not in case]


@pytest.mark.parametrize("case", OF_BUNDLED, ids=lambda case: " ".join(case["arguments"]))
def test_gold(memo: Memo, case: dict[str, Any]) -> None:
    assert memo("cite", *case["arguments"]).check_good().out == case["prints"] + "\n"


def test_without_a_document_all_of_the_registry_by_date(memo: Memo) -> None:
    lines = memo("cite", "--form", "short").check_good().out.splitlines()
    assert lines == [
        "“Memorandum of Conversation,” January 31, 1949.",
        "“Memorandum of Conversation,” February 4, 1949.",
    ]


def test_all_that_answer(memo: Memo) -> None:
    ran = memo("cite", "1949").check_polite(2)
    assert EARLIER in ran.err
    assert LATER in ran.err
    assert memo("cite", "1949", "--all", "--form", "short").check_good().out == (
        "“Memorandum of Conversation,” January 31, 1949; “Memorandum of Conversation,” February 4, 1949.\n"
    )
    assert len(memo("cite", "1949", "--all", "--form", "bibliography").out.splitlines()) == 2


def test_one_document_named_twice_is_cited_once(memo: Memo) -> None:
    assert memo("cite", LATER, "1949-02-04", "--form", "short").out.count("February") == 1


def test_a_reference_with_a_leaf_is_the_pinpoint(memo: Memo) -> None:
    ran = memo("cite", "APRF, f. 39, op. 1, d. 39, l. 57ob.", "--form", "short").check_good()
    assert ran.out == "“Memorandum of Conversation,” February 4, 1949, l. 57ob.\n"


def test_json(memo: Memo) -> None:
    assert json.loads(memo("cite", LATER, "-f", "json", "--form", "short").check_good().out) == [
        {
            "document": LATER,
            "style": "chicago",
            "form": "short",
            "citation": "“Memorandum of Conversation,” February 4, 1949.",
        }
    ]
    for arguments in ((), (EARLIER, LATER)):
        answers = json.loads(memo("cite", *arguments, "-f", "json").out)
        assert [answer["document"] for answer in answers] == [EARLIER, LATER]


def test_records_of_all_or_of_some(memo: Memo) -> None:
    assert memo("cite", "-f", "bibtex").check_good().out.count("@misc{") == 2
    assert memo("cite", LATER, "-f", "bibtex").check_good().out.startswith(f"@misc{{{LATER},\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuch",),
        (LATER, "--style", "chicgo"),
        (LATER, "--style", "/etc/passwd"),
        (LATER, "--form", "footnote"),
        (LATER, "-f", "word"),
        (LATER, "-f", "bibtex", "--form", "note"),
        (LATER, "-f", "bibtex", "--style", "chicago"),
        ("",),
        ("APRF, f. 39, op. 1, d. 39, del. 9",),
    ],
)
def test_errors_of_use(memo: Memo, arguments: tuple[str, ...]) -> None:
    ran = memo("cite", *arguments).check_polite(2)
    assert ran.out == ""


def test_did_you_mean(memo: Memo) -> None:
    assert "did you mean chicago or chicago-17?" in memo("cite", LATER, "--style", "chicgo").err
    assert f"did you mean {LATER}" in memo("cite", "mikoyan-moa-1949-02-04").err


def test_a_librarys_style(memo: Memo, library: Library) -> None:
    (library.path / "styles").mkdir()
    (library.path / "styles" / "plain.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout>'
        '<text variable="archive_location"/></layout></citation></style>'
    )
    ran = memo("cite", LATER, "--style", "plain", "--library", str(library.path)).check_good()
    assert ran.out == "f. 39, op. 1, d. 39, ll. 54–62\n"
    memo("cite", LATER, "--style", "plain", "--form", "bibliography", "--library", str(library.path)).check_polite(2)


def test_an_empty_registry(memo: Memo) -> None:
    memo("cite", "--no-bundled").check_polite(1)
