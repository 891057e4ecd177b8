"""`memo quote`, as a reader runs it."""

import json

import pytest

from conftest import EARLIER, LATER, Library, Memo
from memo.registry.registry import Registry

KEYS = "document title date text start end matches kind score aliases heading leaf page note quotation citation".split()


def test_the_published_shape(memo: Memo, bundled: Registry) -> None:
    answer = json.loads(memo("quote", "Port Arthur", "-n", "0", "-f", "json").check_good().out)
    assert list(answer) == ["query", "total", "passages"]
    assert (answer["query"], answer["total"], len(answer["passages"])) == ("Port Arthur", 6, 6)
    assert sum(len(passage["matches"]) for passage in answer["passages"]) == 7
    document = bundled.load(LATER)
    assert document
    for passage in answer["passages"]:
        assert list(passage) == KEYS
        assert passage["text"] == document.text[passage["start"] : passage["end"]]
        assert (passage["document"], passage["date"], passage["kind"]) == (LATER, "1949-02-04", "exact")
        assert (passage["score"], passage["leaf"], passage["page"], passage["note"]) == (100.0, None, None, None)
        for match in passage["matches"]:
            assert match["text"] == document.text[match["start"] : match["end"]] == "Port Arthur"
        heading = "On the Sino-Soviet Treaty" if "SINO" in passage["heading"] else "On the Treaties with Foreign Powers"
        assert f"under “{heading},” http" in passage["citation"]


def test_offsets_count_in_the_text_that_show_prints(memo: Memo) -> None:
    text = memo("show", LATER, "--text").check_good().out
    (passage,) = json.loads(memo("quote", "Ulaanbaatar", "-f", "json").out)["passages"]
    assert text[passage["start"] : passage["end"]] == passage["text"]


def test_plain_output_has_each_passage_with_its_note(memo: Memo) -> None:
    ran = memo("quote", "Port Arthur", "-n", "0").check_good()
    assert ran.out.count("under “On the Sino-Soviet Treaty,” ") == 5
    assert ran.out.count("under “On the Treaties with Foreign Powers,” ") == 1
    assert ran.out.startswith("“The Sino-Soviet treaty on the Changchun Railroad and Port Arthur.”\n    “Memorandum of")
    assert "\x1b" not in ran.out


def test_the_first_five_and_how_many_there_are(memo: Memo) -> None:
    ran = memo("quote", "Port", "Arthur")
    assert ran.status == 0
    assert ran.out.count("Memorandum of Conversation") == 5
    assert ran.err == "memo: 5 of 6 passages; -n 0 shows all\n"
    assert json.loads(memo("quote", "Port Arthur", "-n", "2", "-f", "json").out)["total"] == 6


def test_nothing_found(memo: Memo) -> None:
    ran = memo("quote", "nuclear reactors in Antarctica")
    assert (ran.out, ran.status) == ("", 1)
    assert ran.err == "memo: nothing found for “nuclear reactors in Antarctica”\n"
    ran = memo("quote", "nuclear reactors in Antarctica", "-f", "json")
    assert json.loads(ran.out) == {"query": "nuclear reactors in Antarctica", "total": 0, "passages": []}
    assert ran.status == 1


def test_in_one_document(memo: Memo) -> None:
    assert memo("quote", "Port Arthur", "--in", EARLIER).check_polite(1).out == ""
    assert memo("quote", "CC clique", "--in", EARLIER, "--in", "1949-02-04", "-f", "json").out.count('"kind"') == 2
    memo("quote", "Port Arthur", "--in", "nosuch").check_polite(2)


def test_words_from_standard_input(memo: Memo) -> None:
    assert "stopped defending his opinion" in memo("quote", "-", stdin=b"stopped\n defending his\n").check_good().out
    memo("quote", "-", stdin=b"caf\xe9").check_polite(2)
    memo("quote", "-", stdin=b"").check_polite(2)


def test_exact_and_fuzzy(memo: Memo) -> None:
    memo("quote", "port arthur", "--exact").check_polite(1)
    assert json.loads(memo("quote", "Port Artur", "-f", "json").out)["passages"][0]["kind"] == "fuzzy"
    memo("quote", "x", "--exact", "--fuzzy").check_polite(2)


def test_span_style_and_form(memo: Memo) -> None:
    ran = memo("quote", "stopped defending", "--span", "match", "--form", "short", "--style", "chicago-17").check_good()
    assert ran.out == (
        "“stopped defending”\n    “Memorandum of Conversation,” February 4, 1949, under “The National Question.”\n"
    )


def test_a_passage_in_a_note_says_so(memo: Memo) -> None:
    ran = memo("quote", "a political faction", "--form", "short").check_good()
    assert ran.out == (
        "“CC clique, a political faction within the Guomindang.”\n    “Memorandum of Conversation,” February 4, 1949, "
        "under “On the Negotiations with the Guomindang Government,” n. 1.\n    (in note 1: the editor's words)\n"
    )


def test_marked_leaves_and_pages_are_the_pinpoint(memo: Memo, library: Library) -> None:
    library.add(
        "one",
        "## HEAD\n\n{l. 54} {p. 66} First words here. More {l. 55} words there.\n",
        date="1949",
        archive={"short": "APRF", "fond": "39", "listy": "54-62"},
        reprints=[{"title": "V", "pages": "66-72"}],
    )
    answer = json.loads(memo("quote", "words", "-f", "json", "--library", str(library.path), "--no-bundled").out)
    assert [(each["leaf"], each["page"], each["heading"]) for each in answer["passages"]] == [
        ("54", "66", "HEAD"),
        ("54-55", "66", "HEAD"),
    ]
    assert answer["passages"][1]["citation"] == "“A Title,” 1949, f. 39, ll. 54–55, APRF; reprinted in V, 66."
    assert answer["passages"][1]["quotation"] == "“More words there.”"


def test_a_document_without_text_is_quoted_by_nothing(memo: Memo, library: Library) -> None:
    library.add("empty")
    memo("quote", "word", "--library", str(library.path), "--no-bundled").check_polite(1)


@pytest.mark.parametrize("words", [("",), ("...",), ()])
def test_no_word_is_an_error_of_use(memo: Memo, words: tuple[str, ...]) -> None:
    memo("quote", *words).check_polite(2)
