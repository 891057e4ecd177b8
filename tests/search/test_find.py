"""Finding passages: which, in what order, of what kind, and where."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EARLIER, LATER
from memo.errors import UseError
from memo.registry.model import Document
from memo.registry.registry import Registry
from memo.search.find import Passage, find
from memo.search.phrases import may_hold, occurrences
from memo.search.query import Phrase, parse_query
from memo.text.blocks import structure
from memo.text.folding import fold
from memo.text.sentences import sentences

DOCUMENTS = Registry(None).documents()


def search(words: str, **options: object) -> list[Passage]:
    return find(parse_query(words), DOCUMENTS, **options)  # type: ignore[arg-type]


def test_port_arthur_stands_in_six_sentences_seven_times() -> None:
    found = search("Port Arthur")
    assert len(found) == 6
    assert sum(len(passage.matches) for passage in found) == 7
    assert {passage.document.id for passage in found} == {LATER}
    assert [passage.best.kind for passage in found] == ["exact"] * 6
    assert [passage.start for passage in found] == sorted(passage.start for passage in found)
    assert found[0].place.heading == "ON THE TREATIES WITH FOREIGN POWERS"
    assert {passage.place.heading for passage in found[1:]} == {"ON THE SINO-SOVIET TREATY"}
    assert found[0].text == "The Sino-Soviet treaty on the Changchun Railroad and Port Arthur."


@pytest.mark.parametrize(
    ("words", "name", "kind", "holds"),
    [
        ("stopped defending his opinion", LATER, "exact", "laughed and stopped defending his opinion."),
        ("on the main questions the CCP would like to contact", LATER, "exact", "CCP would like to contact VKP(b)"),
        ("Chinese Communist Party to go overboard", LATER, "folded", "Com[munist] Party to go overboard"),
        ("Com Party to go overboard", LATER, "folded", "Com[munist] Party to go overboard"),
        (
            "Guomindang must be destroied a part at time",
            LATER,
            "fuzzy",
            "Guomindang must be destroyed a part at a time.",
        ),
        ("among who was the city mayor, CC-ist, Huo Sheyuan", LATER, "folded", "CC-ist[^1], Huo Sheyuan"),
        ("CC-ist1, Huo Sheyuan", LATER, "folded", "CC-ist[^1], Huo Sheyuan"),
        ("2 1/2 years the People’s Liberation Army", EARLIER, "folded", "2 ½ years the People's Liberation Army"),
        (
            "Sov[iet] Union provided and continues to provide great aid",
            LATER,
            "folded",
            "[continues to] provide great aid",
        ),
        ("american IMPERIALISM sits in china", LATER, "folded", "American imperialism sits in China"),
        ("Port Arthur--for protection", LATER, "folded", "Port Arthur—for protection"),
        ("3. The Sino-Soviet treaty", LATER, "folded", "The Sino-Soviet treaty on the Changchun"),
        ("(ne imeiut takoi zhe sily)", EARLIER, "folded", "(*ne imeiut takoi zhe sily*)"),
        (
            "“the main questions will be solved in Moscow.”",
            LATER,
            "exact",
            "“the main questions will be solved in Moscow.”",
        ),
        ("Guomindang must be destroyed … at a time", LATER, "fuzzy", "destroyed a part at a time"),
        ("ON THE SINO-SOVIET TREATY", LATER, "exact", "ON THE SINO-SOVIET TREATY"),
    ],
)
def test_found_first(words: str, name: str, kind: str, holds: str) -> None:
    best = search(words)[0]
    assert (best.document.id, best.best.kind) == (name, kind)
    assert holds in best.text


@pytest.mark.parametrize(
    "words",
    [
        "nuclear reactors in Antarctica",
        "atomic bomb",
        "Antarctica",
        "Peking",
        "pork",
        "political power grows out of the barrel",
    ],
)
def test_what_stands_nowhere_is_not_found(words: str) -> None:
    assert search(words) == []


def test_words_of_the_summary_are_not_the_documents() -> None:
    assert not [each for each in search("the preparatory commisssion for convening") if "commisssion" in each.text]


def test_exact_finds_the_sources_own_letters_only() -> None:
    assert [passage.best.kind for passage in search("Port Arthur", exact=True)] == ["exact"] * 6
    assert search("port arthur", exact=True) == []
    assert search("Port Artur", exact=True) == []


def test_near_ones_come_after_equal_ones_and_only_when_asked() -> None:
    asked = search("defending his opinion", fuzzy=True)
    assert asked[0].best.kind == "exact"
    kinds = [passage.best.kind for passage in search("We do not stand for the movement", fuzzy=True)]
    assert kinds == sorted(kinds, key=["exact", "folded", "fuzzy"].index)
    assert all(passage.best.kind != "fuzzy" for passage in search("defending his opinion"))


def test_a_sentence_without_its_not_is_near_never_equal() -> None:
    (best, *_) = search("We do stand for the movement of independence of the Xinjiang nationalities")
    assert best.best.kind == "fuzzy"
    assert best.best.score < 99


@pytest.mark.parametrize(
    ("span", "text"),
    [
        ("match", "stopped defending his opinion"),
        ("sentence", "The end result was that Mao Zedong laughed and stopped defending his opinion."),
        ("paragraph", "The end result was that Mao Zedong laughed and stopped defending his opinion."),
    ],
)
def test_spans(span: str, text: str) -> None:
    assert [passage.text for passage in search("stopped defending his opinion", span=span)] == [text]


def test_a_passage_in_a_note_is_placed_by_its_mark() -> None:
    (passage,) = search("a political faction within the Guomindang")
    assert passage.place.note == "1"
    assert passage.place.heading == "ON THE NEGOTIATIONS WITH THE GUOMINDANG GOVERNMENT"


def made(text: str) -> list[Document]:
    return [Document("made", {"title": "Made"}, text)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("He stopped {l. 55}\n\ndefending his view.", "stopped defending", "stopped {l. 55}\n\ndefending"),
        ("the Sov.\nUnion", "Sov. Union", "Sov.\nUnion"),
        ("a long opin-\nion here", "long opinion here", "long opin-\nion here"),
        ("a take-\nover here", "take-over here", "take-\nover here"),
        ("a take-\nover here", "takeover", "take-\nover"),
        ("revo{l. 55}lution now", "revolution", "revo{l. 55}lution"),
        ("re*volu*tion now", "revolution", "re*volu*tion"),
        ("the ﬁrst ofﬁce", "first office", "ﬁrst ofﬁce"),
        ("Чан Кайши ушёл", "чан кайши ушел", "Чан Кайши ушёл"),
        ("他说蒋介石走了", "蒋介石", "蒋介石"),
        ("Lüshun and Lu\u0308da", "lushun and luda", "Lüshun and Lu\u0308da"),
        ("mm [[Sov]iet] x", "soviet", "[[Sov]iet]"),
    ],
)
def test_words_are_found_however_they_are_broken(text: str, words: str, found: str) -> None:
    passages = find(parse_query(words), made(text), span="match")
    assert [passage.text for passage in passages] == [found]
    assert passages[0].best.kind in ("exact", "folded")


def test_a_pasted_line_end_hyphen_is_found_too() -> None:
    assert find(parse_query("long opin-\nion"), made("a long opinion"))[0].best.kind == "folded"


@pytest.mark.parametrize(
    ("text", "words"),
    [("see [Arthur] now", "Arthur"), ("and [continues to] provide", "continues to"), ("see [Arthur] now", "[Arthur]")],
)
def test_exact_beside_brackets(text: str, words: str) -> None:
    (passage,) = find(parse_query(words), made(text), exact=True, span="match")
    assert passage.text == words


PIECES = st.sampled_from(
    ["Sov[iet]", "destr[o]yed", "opin-\nion", "opin\u00ad\nion", "{l. 5}", "[^1]", "[^a]", "*word*", "re*vo*lution", "“so", "so”",
     "2½", "10²", "ﬁrst", "Lüshun", "Чан", "蒋介石", "—", "...", "\n\n", "\n> ", "\n- ", "\n## H\n", "people's", "[to", "us]", ",", "."]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join), st.data())
def test_what_occurs_may_be_held(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.keys:
        return
    first = data.draw(st.integers(0, len(folded.keys) - 1))
    ways = [words for words, _ in folded.spellings.get(first, ())] or [(folded.keys[first],)]
    keys = data.draw(st.sampled_from(ways))
    phrase = Phrase((), tuple(keys), ())
    assert list(occurrences(folded, phrase))
    assert may_hold(text, phrase)


@given(st.lists(PIECES, min_size=1, max_size=12).map(" ".join))
def test_a_passage_pasted_back_is_found_where_it_stands(text: str) -> None:
    words = [key for key in fold(text).keys if key.isalpha() and key.isascii()]
    if not words:
        return
    for passage in find(parse_query(words[0]), made(text)):
        again = find(parse_query(passage.text), made(text))
        assert again[0].best.kind in ("exact", "folded")
        assert any(each.start < passage.end and each.end > passage.start for each in again)


def test_a_pasted_stretch_of_several_blocks_is_exact() -> None:
    text = DOCUMENTS[1].text
    start = text.index("defending his opinion")
    (passage, *_) = search(text[start : text.rindex(" ", start, start + 2000)])
    assert (passage.best.kind, passage.best.start) == ("exact", start)


def test_a_digit_is_no_part_of_a_fraction() -> None:
    assert find(parse_query("1"), made("a ½ b 1/2 c"), exact=False) == []
    assert find(parse_query("1/2"), made("a ½ b"), span="match")[0].text == "½"


@pytest.mark.parametrize("words", ["", "  ", "...", "[]", "—"])
def test_a_query_without_a_word_is_refused(words: str) -> None:
    with pytest.raises(UseError, match="holds no word"):
        parse_query(words)


SENTENCES = [
    (document, start, end)
    for document in DOCUMENTS
    for block in structure(document.text).blocks
    if block.kind == "paragraph"
    for start, end in sentences(document.text, block.start, block.end)
]


@given(st.sampled_from(SENTENCES), st.data())
def test_every_run_of_words_of_a_document_is_found_where_it_stands(
    sentence: tuple[Document, int, int], data: st.DataObject
) -> None:
    document, start, end = sentence
    words = [found.span() for found in re.finditer(r"\S+", document.text[start:end])]
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, min(first + 12, len(words) - 1)))
    drawn = document.text[start + words[first][0] : start + words[last][1]]
    typed = drawn
    for change in data.draw(
        st.sets(st.sampled_from(["case", "quotes", "brackets", "space", "dash", "note", "markup"]))
    ):
        typed = {
            "case": typed.upper,
            "quotes": lambda typed=typed: typed.replace("'", "’").replace("“", '"').replace("”", '"'),
            "brackets": lambda typed=typed: typed.replace("[", "").replace("]", "") if "[^" not in typed else typed,
            "space": lambda typed=typed: typed.replace(" ", " \n "),
            "dash": lambda typed=typed: typed.replace("—", " -- "),
            "note": lambda typed=typed: typed.replace("[^1]", ""),
            "markup": lambda typed=typed: typed.replace("*", ""),
        }[change]()
    if not re.search(r"\w", typed):
        return
    found = find(parse_query(typed), DOCUMENTS)
    assert any(
        passage.document is document and match.start < start + words[last][1] and match.end > start + words[first][0]
        for passage in found
        for match in passage.matches
    )
    assert found[0].best.kind in ("exact", "folded")
    for passage in found:
        assert passage.text == passage.document.text[passage.start : passage.end]
        assert all(passage.start <= match.start < match.end <= passage.end for match in passage.matches)
