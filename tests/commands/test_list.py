"""`memo list`."""

import json

from conftest import EARLIER, LATER, Library, Memo


def test_a_pipe_gets_whole_ids_and_tabs(memo: Memo) -> None:
    lines = memo("list").check_good().out.splitlines()
    assert [line.split("\t") for line in lines] == [
        [
            EARLIER,
            "1949-01-31",
            "Memorandum of Conversation between Anastas Mikoyan and Mao Zedong",
            "APRF, f. 39, op. 1, d. 39, ll. 7–16",
        ],
        [
            LATER,
            "1949-02-04",
            "Memorandum of Conversation between Anastas Mikoyan and Mao Zedong",
            "APRF, f. 39, op. 1, d. 39, ll. 54–62",
        ],
    ]


def test_words_filter(memo: Memo) -> None:
    assert memo("list", "Mikoyan", "February").check_good().out.startswith(LATER)
    assert memo("list", "Khrushchev").check_polite(1).out == ""


def test_json(memo: Memo) -> None:
    first, second = json.loads(memo("list", "-f", "json").check_good().out)
    assert (first["id"], second["id"]) == (EARLIER, LATER)
    assert first["archive"]["listy"] == "7-16"
    assert first["written-at"] is None
    ran = memo("list", "nothing", "-f", "json")
    assert (json.loads(ran.out), ran.status) == ([], 1)


def test_a_tab_or_line_feed_in_a_title_divides_nothing(memo: Memo, library: Library) -> None:
    library.put("one", '---\ntitle: "A\\tB\\nC"\n---\n')
    assert memo("list", "--library", str(library.path), "--no-bundled").check_good().out == "one\t\tA B C\t\n"


def test_an_empty_registry_says_so(memo: Memo) -> None:
    memo("list", "--no-bundled").check_polite(1)
