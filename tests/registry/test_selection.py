"""What a name on the command line means."""

import pytest

from conftest import EARLIER, LATER, Library
from memo.errors import AmbiguousError, FileError, NotFoundError
from memo.registry.registry import Registry
from memo.registry.selection import select, select_one


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        (LATER, [LATER]),
        ("mikoyan-mao-1949-02", [LATER]),
        ("mikoyan", [EARLIER, LATER]),
        ("1949-02-04", [LATER]),
        ("February 4, 1949", [LATER]),
        ("31 January 1949", [EARLIER]),
        ("1949-02", [LATER]),
        ("1949", [EARLIER, LATER]),
        ("http://digitalarchive.wilsoncenter.org/document/113318", [LATER]),
        ("https://www.digitalarchive.wilsoncenter.org/document/113318/", [LATER]),
        ("digitalarchive.wilsoncenter.org/document/112436", [EARLIER]),
        ("HTTPS://DigitalArchive.WilsonCenter.org/document/112436", [EARLIER]),
        ("APRF, f. 39, op. 1, d. 39, l. 57", [LATER]),
        ("АПРФ. Ф. 39. Оп. 1. Д. 39. Л. 7-16", [EARLIER]),
        ("f. 39, op. 1, d. 39", [EARLIER, LATER]),
        ("Archive of the President of the Russian Federation, f. 39, op. 1, d. 39, ll. 54-62", [LATER]),
        ("Memorandum of Conversation", [EARLIER, LATER]),
        ("mikoyan mao conversation", [EARLIER, LATER]),
    ],
)
def test_names_of_the_bundled_documents(bundled: Registry, name: str, ids: list[str]) -> None:
    assert [selected.document.id for selected in select(bundled, name)] == ids


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "nosuch",
        "1950",
        "RGASPI, f. 39, op. 1, d. 39",
        "APRF, f. 39, op. 1, d. 39, l. 63",
        "https://x.org/1",
        "...",
    ],
)
def test_names_that_nothing_answers_to(bundled: Registry, name: str) -> None:
    with pytest.raises(NotFoundError):
        select(bundled, name)


def test_a_call_number_of_an_archive_without_fonds(library: Library) -> None:
    library.add("one", archive={"short": "PA AA", "location": "B 8, Bd. 1359"})
    for name in ("B 8, Bd. 1359", "PA AA, B 8, Bd. 1359", "b 8, bd. 1359"):
        assert select_one(library.registry(), name).document.id == "one"


def test_a_slip_is_answered_with_the_nearest(bundled: Registry) -> None:
    with pytest.raises(NotFoundError) as fault:
        select(bundled, "mikoyan-moa-1949-02-04")
    assert fault.value.nearest[0] == LATER
    assert fault.value.hint
    assert LATER in fault.value.hint


def test_a_reference_with_leaves_is_the_pinpoint_too(bundled: Registry) -> None:
    selected = select_one(bundled, "APRF, f. 39, op. 1, d. 39, ll. 57-58ob.")
    assert str(selected.leaves) == "57-58ob"


def test_several_are_an_error_that_lists_them_unless_one_is_chosen(bundled: Registry) -> None:
    with pytest.raises(AmbiguousError) as fault:
        select_one(bundled, "1949")
    assert fault.value.choices == (EARLIER, LATER)
    assert select_one(bundled, "1949", lambda _, documents: documents[1]).document.id == LATER


def test_an_id_whose_file_is_bad_is_told_with_the_file(library: Library) -> None:
    library.put("bad", "nothing")
    with pytest.raises(FileError, match=r"bad\.md:1"):
        select(library.registry(), "bad")


def test_an_exact_id_comes_before_a_longer_one(library: Library) -> None:
    library.add("report")
    library.add("report-2")
    assert select_one(library.registry(), "report").document.id == "report"
