"""`memo show`."""

import json

from conftest import EARLIER, LATER, ROOT, Memo


def test_the_text_to_the_letter(memo: Memo) -> None:
    raw = (ROOT / "documents" / f"{LATER}.md").read_text(encoding="utf-8")
    assert memo("show", LATER, "--text").check_good().out == raw.split("\n---\n\n", 1)[1]


def test_metadata_for_people(memo: Memo) -> None:
    out = memo("show", "1949-02-04").check_good().out
    assert "Reference       f. 39, op. 1, d. 39, ll. 54–62\n" in out
    assert "Date            1949-02-04 (February 4, 1949)\n" in out
    assert "commisssion" in out


def test_json(memo: Memo) -> None:
    shown = json.loads(memo("show", LATER, "-f", "json").check_good().out)
    assert shown["id"] == LATER
    assert shown["reprints"][0]["year"] == "2005"
    assert shown["archive"] == {
        "name": "Archive of the President of the Russian Federation",
        "short": "APRF",
        "place": "Moscow",
        "fond": "39",
        "opis": "1",
        "papka": None,
        "delo": "39",
        "listy": "54-62",
        "location": None,
    }
    both = json.loads(memo("show", "mikoyan", "--all", "-f", "json").check_good().out)
    assert [each["id"] for each in both] == [EARLIER, LATER]


def test_schema(memo: Memo) -> None:
    assert json.loads(memo("show", "--schema").check_good().out)["title"] == "memo document"


def test_errors_of_use(memo: Memo) -> None:
    memo("show").check_polite(2)
    memo("show", "mikoyan").check_polite(2)
    memo("show", LATER, "--text", "-f", "json").check_polite(2)
