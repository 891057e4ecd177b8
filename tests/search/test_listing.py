"""Documents filtered by words of their metadata."""

import pytest

from conftest import EARLIER, LATER
from memo.errors import UseError
from memo.registry.registry import Registry
from memo.search.listing import matching


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Mikoyan", [EARLIER, LATER]),
        ("mikoyan february", [LATER]),
        ("1949-01", [EARLIER]),
        ("Radchenko", [EARLIER, LATER]),
        ("APRF ll. 54–62", [LATER]),
        ("Mikoian", [EARLIER, LATER]),
        ("Mikoyan 1950", []),
        ("Chinese", []),
    ],
)
def test_words_of_title_people_date_and_reference(bundled: Registry, words: str, ids: list[str]) -> None:
    assert [document.id for document in matching(bundled.documents(), words)] == ids


def test_no_word_is_refused(bundled: Registry) -> None:
    with pytest.raises(UseError):
        matching(bundled.documents(), "...")
