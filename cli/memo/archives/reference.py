"""Archival references: archive, fond, opis, papka, delo, leaves, in the forms that print gives them."""

import re
from typing import NamedTuple

from memo.archives.leaves import LEAVES, Leaves
from memo.errors import ParseError
from memo.patterns import lazy

_LABELS = {
    "fond": r"f|fond|ф|фонд",
    "opis": r"op|on|opis['’ʹ]?|оп|опись",
    "papka": r"pa|papka|п|папка",
    "delo": r"d|delo|д|дело|ед\. ?хр",
    "listy": r"ll?|listy?|лл?|листы?|pp?|s|сс?",
}
_LABEL = lazy(
    r"(?<![^\W_])(?:" + "|".join(f"(?P<{part}>{forms})" for part, forms in _LABELS.items()) + r")(?:\.\s*|\s+)"
    r"(?:\[[^\]]*\]\s*)?(?=\d|[рpr]-?\d)",
    re.IGNORECASE,
)
_NUMBER = lazy(r"(?:[рpr]-?)?\d+[a-zа-я]?(?![^\W_])", re.IGNORECASE)
_LEAVES = lazy(LEAVES, re.IGNORECASE)
_DOTTED = lazy(r"(?P<fond>\d+[a-zа-я]?)\.(?P<opis>\d+[a-zа-я]?)\.(?P<delo>\d+[a-zа-я]?)(?:\.(?P<listy>\d+))?\b")
_WORD = lazy(r"[^\W_]")
_LETTERS = str.maketrans("абвгдежзАБВГДЕЖЗрРпП", "abvgdezhABVGDEZHrRpP")


class Reference(NamedTuple):
    """Where the original lies. Numbers are strings: leading zeros and letters count.

    `archive` is the archive's name or abbreviation as given; `location` is the call number of an archive without fonds.
    """

    archive: str | None = None
    fond: str | None = None
    opis: str | None = None
    papka: str | None = None
    delo: str | None = None
    listy: Leaves | None = None
    location: str | None = None

    def file(self) -> str:
        """The file and nothing of its leaves, in Latin script: `f. 39, op. 1, d. 39`."""
        parts = (("f.", self.fond), ("op.", self.opis), ("pa.", self.papka), ("d.", self.delo))
        labelled = [f"{label} {number}" for label, number in parts if number]
        return ", ".join([*labelled, self.location] if self.location else labelled)

    def place(self, leaves: Leaves | None = None) -> str:
        """The file and its leaves, `leaves` in the place of the reference's own: `f. 39, op. 1, d. 39, ll. 54–62`."""
        leaves = leaves or self.listy
        return ", ".join(filter(None, (self.file(), labelled_leaves(leaves) if leaves else "")))

    def lies_in(self, other: "Reference") -> bool:
        """Whether what this one names is, as far as it says, within what `other` names (archives aside)."""
        same = all(
            mine is None or mine == theirs
            for mine, theirs in (
                (self.fond, other.fond),
                (self.opis, other.opis),
                (self.papka, other.papka),
                (self.delo, other.delo),
                (self.location, other.location),
            )
        )
        return same and (self.listy is None or (other.listy is not None and other.listy.holds(self.listy)))


def labelled_leaves(leaves: Leaves) -> str:
    """Leaves with their label: `l. 57`, `ll. 57–58ob.`."""
    return f"{'ll.' if leaves.several else 'l.'} {leaves.printed()}"


def parse_reference(text: str, *, whole: bool = False) -> Reference:
    """Read a reference to a fond in Latin or Cyrillic script, labelled (`f. 39, op. 1`) or dotted (`558.11.492.57`).

    What stands before the first label is the archive; prose after the reference is no part of it, and, where the
    `whole` text is to be a reference, an error. Raises ParseError where there is no reference.
    """
    plain = text.replace("，", ",").replace("．", ".").replace("\u00a0", " ")
    if found := _DOTTED.search(plain):
        _check_rest(text, plain, found.end(), whole=whole)
        return Reference(
            _archive(plain[: found.start()]),
            _number(found["fond"]),
            _number(found["opis"]),
            None,
            _number(found["delo"]),
            Leaves.parse(found["listy"]) if found["listy"] else None,
        )
    parts: dict[str, str] = {}
    begin = at = None
    for label in _LABEL.finditer(plain):
        part = str(label.lastgroup)
        if at is not None and plain[at : label.start()].strip(" ,.;:/"):
            break  # prose has begun
        if part == "listy" and "opis" in parts and "delo" not in parts and label[0].lower().startswith(("p", "п")):
            part = "papka"  # p. between opis and delo
        found = (_LEAVES if part == "listy" else _NUMBER).match(plain, label.end())
        if not found:
            break
        if part in parts:
            raise ParseError("archival reference", text, f"one {part}, not two", label.start())
        parts[part] = found[0]
        begin, at = (label.start() if begin is None else begin), found.end()
    if begin is None or at is None or "fond" not in parts:
        raise ParseError("archival reference", text, "an archive and its fond, such as APRF, f. 39, op. 1, d. 39")
    bare = re.match(r"\s*,\s*(\d[\d\s–—-]*(?:ob\b\.?)?)\s*$", plain[at:])
    if bare and "listy" not in parts and "delo" in parts:
        parts["listy"], at = bare[1], len(plain)
    _check_rest(text, plain, at, whole=whole)
    numbers = {part: _number(text) for part, text in parts.items() if part != "listy"}
    listy = Leaves.parse(parts["listy"]) if "listy" in parts else None
    return Reference(_archive(plain[:begin]), **numbers, listy=listy)


def _check_rest(text: str, plain: str, at: int, *, whole: bool) -> None:
    rest = _WORD.search(plain, at)
    if whole and rest:
        raise ParseError("archival reference", text, "nothing more, or a label that memo knows", rest.start())


def _archive(text: str) -> str | None:
    """The archive before a reference: the abbreviation in brackets after a full name, else the name."""
    name = text.strip(" ,.:;")
    bracketed = re.search(r"\(([^()]+)\)$", name)
    return (bracketed[1] if bracketed else name) or None


def _number(text: str) -> str:
    return text.translate(_LETTERS)
