"""Dates in EDTF (the Extended Date/Time Format, ISO 8601-2): level 0, and of level 1 what documents need.

Days, months, years; uncertain (`?`), approximate (`~`), both (`%`); unspecified digits (`194X`, `1949-XX`); seasons
(`1949-21` is spring); intervals of these, open (`..`) or unknown (nothing) at one end.
"""

import datetime
import re
from typing import NamedTuple

from memo.errors import ParseError
from memo.patterns import lazy

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
_POINT = lazy(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<doubt>[?~%])?", re.ASCII
)
_EXPECTED = "an EDTF date such as 1949-02-04, 1949-02, 1949~ or 1949-01-30/1949-02-08"


class DatePoint(NamedTuple):
    """One date, as exact as it is known. `month` may be a season, 21 to 24; `year` keeps its unspecified digits."""

    year: str
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    approximate: bool = False

    def sort_key(self) -> tuple[int, int, int]:
        """Earlier first, the less exact before the more exact."""
        month = self.month or 0
        return int(self.year.replace("X", "0")), {21: 3, 22: 6, 23: 9, 24: 12}.get(month, month), self.day or 0

    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """The first and the last day, as year, month and day; 99 is the last there is."""
        years = int(self.year.replace("X", "0")), int(self.year.replace("X", "9"))
        first, last = (0, 99) if self.month is None else (self.sort_key()[1],) * 2
        if self.month in _SEASONS:
            last += 2
        return (years[0], first, self.day or 0), (years[1], last, self.day or 99)


class EdtfDate(NamedTuple):
    """A date or an interval; an end that is None is open or unknown. A single date has no `interval`."""

    edtf: str
    first: DatePoint | None
    last: DatePoint | None
    interval: bool

    @classmethod
    def parse(cls, text: str) -> "EdtfDate":
        """Read a date. Raises ParseError for what is no EDTF date and for days that no calendar has."""
        edtf = text.strip()
        begin, slash, end = edtf.partition("/")
        if not slash:
            point = _point(begin, edtf)
            return cls(edtf, point, point, interval=False)
        first = None if begin in ("", "..") else _point(begin, edtf)
        last = None if end in ("", "..") else _point(end, edtf, len(begin) + 1)
        if first is None and last is None:
            raise ParseError("date", text, _EXPECTED)
        if first and last and last.sort_key() < first.sort_key():
            raise ParseError("date", text, "an interval that ends after it begins", len(begin) + 1)
        return cls(edtf, first, last, interval=True)

    @property
    def doubtful(self) -> bool:
        """Whether the date is not the document's own: approximate, uncertain or with unspecified digits."""
        return any(p and (p.uncertain or p.approximate or "X" in p.year) for p in (self.first, self.last))

    @property
    def plain(self) -> bool:
        """Whether it is one date of the calendar that nobody doubts: a day, a month or a year."""
        season = self.first is not None and self.first.month in _SEASONS
        return not (self.interval or self.doubtful or season)

    def sort_key(self) -> tuple[int, int, int]:
        """By the first date, or the last where the first is open."""
        point = self.first or self.last
        return point.sort_key() if point else (9999, 0, 0)

    def holds(self, other: "EdtfDate") -> bool:
        """Whether `other` falls on this date: 1949-02-04 on 1949-02, not the reverse; an interval that shares a day."""
        mine, theirs = self.days(), other.days()
        if other.interval:
            return mine[0] <= theirs[1] and theirs[0] <= mine[1]
        return mine[0] <= theirs[0] and theirs[1] <= mine[1]

    def days(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """The first and the last day that the date can mean."""
        first = self.first.bounds()[0] if self.first else (0, 0, 0)
        return first, self.last.bounds()[1] if self.last else (9999, 99, 99)

    def printed(self) -> str:
        """The date as American print has it; one that is not the document's own in brackets (CMOS 18 14.127)."""
        first, last = self.first, self.last
        if not self.interval:
            text = _point_text(first) if first else ""
        elif first is None or last is None:
            text = f"until {_point_text(last)}" if last else f"{_point_text(first)}–" if first else ""
        else:
            text = _range_text(first, last)
        if not self.doubtful:
            return text
        approximate = any(point and point.approximate for point in (first, last))
        uncertain = any(point and point.uncertain for point in (first, last))
        return f"[{'ca. ' if approximate else ''}{text}{'?' if uncertain else ''}]"


def _point(text: str, whole: str, at: int = 0) -> DatePoint:
    found = _POINT.fullmatch(text)
    if not found:
        raise ParseError("date", whole, _EXPECTED, at)
    month = int(found["month"]) if found["month"] not in (None, "XX") else None
    day = int(found["day"]) if found["day"] not in (None, "XX") else None
    year = found["year"]
    if month is not None and not (1 <= month <= 12 or (month in _SEASONS and day is None)):
        raise ParseError("date", whole, "a month from 01 to 12", at + found.start("month"))
    if day is not None and month is None:
        raise ParseError("date", whole, "no day where the month is unspecified", at + found.start("day"))
    if day is not None:
        try:
            datetime.date(max(int(year.replace("X", "0")), 4), month or 1, day)
        except ValueError:
            raise ParseError("date", whole, "a day that the calendar has", at + found.start("day")) from None
    doubt = found["doubt"] or ""
    return DatePoint(year, month, day, uncertain=doubt in tuple("?%"), approximate=doubt in tuple("~%"))


def _month_name(month: int) -> str:
    """The English name of a month, or of a season by its EDTF number."""
    return _SEASONS.get(month) or MONTHS[month - 1]


def _point_text(point: DatePoint, *, year: bool = True) -> str:
    written_year = _year_text(point.year)
    if point.month is None:
        return written_year
    day = f" {point.day}" if point.day else ""
    month = _month_name(point.month)
    return f"{month}{day}" + ((", " if day else " ") + written_year if year else "")


def _year_text(year: str) -> str:
    """A year, a decade (1940s) or a century (20th century)."""
    if not year.endswith("XX"):
        return year.replace("X", "0s")
    century = int(year[:2]) + 1
    teens = century % 100 in (11, 12, 13)
    return f"{century}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(century % 10, 'th')} century"


def _range_text(first: DatePoint, last: DatePoint) -> str:
    """The year once, the month once where it is the same (CMOS 18 6.83, 9.64)."""
    if first == last:
        return _point_text(first)
    if first.year != last.year or first.month is None:
        return f"{_point_text(first)}–{_point_text(last)}"
    if first.month == last.month and first.day and last.day:
        return f"{_month_name(first.month)} {first.day}–{last.day}, {last.year}"
    return f"{_point_text(first, year=False)}–{_point_text(last)}"


_TYPED = (
    lazy(r"(?P<day>\d{1,2})\.? (?P<name>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"),
    lazy(r"(?P<name>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}),? (?P<year>\d{4})"),
    lazy(r"(?P<name>[A-Za-z]{3,9})\.?,? (?P<year>\d{4})"),
    lazy(r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"),
)


def parse_typed(text: str) -> EdtfDate | None:
    """A date as people type it (EDTF, `4 February 1949`, `Feb. 4, 1949`, `February 1949`, `4.2.1949`), or None."""
    text = " ".join(text.split())
    try:
        return EdtfDate.parse(text)
    except ParseError:
        pass
    for form in _TYPED:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = int(parts["month"]) if "month" in parts else _month_number(parts["name"])
            day = f"-{int(parts['day']):02}" if "day" in parts else ""
            if month:
                try:
                    return EdtfDate.parse(f"{parts['year']}-{month:02}{day}")
                except ParseError:
                    return None
    return None


def _month_number(name: str) -> int | None:
    begun = [n for n, month in enumerate(MONTHS, 1) if month.lower().startswith(name.lower().rstrip("."))]
    return begun[0] if len(begun) == 1 else None
