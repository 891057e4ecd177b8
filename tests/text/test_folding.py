"""Folding: what counts as equal, and that every word knows its place."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from memo.text.folding import FOLDS, fold

EQUAL = [
    ("white-space", "Port\n Arthur", "Port\u00a0Arthur"),
    ("quotation-marks", "the “main” people's", "the 'main' people’s"),
    ("quotation-marks", "«main»", '"main"'),
    ("dashes", "Port Arthur—for", "Port Arthur--for"),
    ("dashes", "1946–1950", "1946-1950"),
    ("ellipses", "one . . . two", "one … two"),
    ("ellipses", "one.... two", "one … two"),
    ("ellipses", "one .… two", "one ... two"),
    ("quotation-marks", "``main''", "“main”"),
    ("forms", "ofﬁce", "office"),
    ("forms", "Ｐｏｒｔ，Ａ", "Port,A"),
    ("forms", "2 ½ years", "2 1/2 years"),
    ("forms", "2½ years", "2 1/2 years"),
    ("marks", "CC-ist[^1], Huo", "CC-ist, Huo"),
    ("marks", "Moscow.<sup>1</sup> Then", "Moscow. Then"),
    ("marks", "stopped {l. 55} defending {p. 67}his", "stopped defending his"),
    ("marks", "revo{l. 55}lution", "revolution"),
    ("markup", "(*ne imeiut takoi zhe sily*)", "(ne imeiut takoi zhe sily)"),
    ("markup", "**bold** word", "bold word"),
    ("markup", "## THE QUESTION\n\nSince", "THE QUESTION Since"),
    ("markup", "- one\n- two", "one two"),
    ("markup", "1. one\n2. two", "one two"),
    ("markup", "> quoted\n> words", "quoted words"),
    ("markup", "[^1]: CC clique", "CC clique"),
    ("brackets", "Sov[iet] Union", "Soviet Union"),
    ("brackets", "[continues to] provide", "continues to provide"),
    ("brackets", "I[van] Kovalev", "Ivan Kovalev"),
]

UNEQUAL = [
    ("do not have", "do have"),
    ("3 million", "8 million"),
    ("there we no aid", "there were no aid"),
    ("Sov[iet] Union", "Sov. Union"),
    ("culture, quickly", "culture, and quickly"),
    ("a * b", "a b"),
    ("#1 in line", "1 in line"),
    ("{x} braces", "braces"),
    ("in about\n30. The rest", "in about The rest"),
    ("take-over", "takeover"),
    ("km²", "km"),
    ("10² men", "102 men"),
    ("½ year", "2 year"),
    ("мой дом", "мои дом"),
    ("{p.m.} today", "today"),
    ("the 5<sup>th</sup>", "the 5"),
]


@pytest.mark.parametrize(("fold_name", "left", "right"), EQUAL)
def test_equal_after_folding(fold_name: str, left: str, right: str) -> None:
    assert fold_name in {each.name for each in FOLDS}
    assert fold(left).words == fold(right, document=False).words


@pytest.mark.parametrize(("left", "right"), UNEQUAL)
def test_words_numbers_and_inner_punctuation_are_never_folded(left: str, right: str) -> None:
    assert fold(left).keys != fold(right, document=False).keys


@pytest.mark.parametrize(
    ("left", "right"),
    [("PORT ARTHUR", "Port Arthur"), ("Lüshun", "lushun"), ("Ёлка", "елка"), ("Wałęsa", "walesa"), ("Œuvre", "oeuvre")],
)
def test_case_and_diacritics_fold_for_finding_only(left: str, right: str) -> None:
    assert fold(left).keys == fold(right).keys
    assert fold(left).words != fold(right).words


def test_each_sign_of_chinese_is_a_word() -> None:
    assert fold("蒋介石 and Mao").words == ["蒋", "介", "石", "and", "Mao"]


@pytest.mark.parametrize(
    ("text", "word", "spelling"),
    [
        ("Com[munist] Party", "Communist", (("com",), 1)),
        ("CC-ist[^1], Huo", "ist", (("ist1",), 1)),
        ("in Moscow.[^1] Then", ".", ((".", "1"), 1)),
        ("his opin-\nion here", "opin", (("opinion",), 3)),
        ("his opin\u00ad\nion here", "opin", (("opinion",), 3)),
        ("his opin-\n\n{p. 6}\n\nion here", "opin", (("opinion",), 3)),
        ("> his opin-\n> ion here", "opin", (("opinion",), 3)),
        ("his opin-\r\nion here", "opin", (("opinion",), 3)),
        ("his opin-{l. 3}ion here", "opin", (("opinion",), 3)),
        ("1. Treaty", "Treaty", (("1", ".", "treaty"), 1)),
    ],
)
def test_other_spellings_of_what_stands_there(text: str, word: str, spelling: tuple[tuple[str, ...], int]) -> None:
    folded = fold(text)
    assert spelling in folded.spellings[folded.words.index(word)]


def test_a_bracket_that_only_opens_is_no_part_of_a_slice() -> None:
    text = "Union [continues to] provide"
    folded = fold(text)
    assert text[slice(*folded.slice(1, 1))] == "continues"
    assert text[slice(*folded.slice(1, 2))] == "[continues to]"


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc DEF.,;-—'“”[]{}*#>1½ﬁé蒋й\n\u00ad\u0301…"), st.characters(exclude_categories=("Cs",))
    )
) | st.lists(
    st.sampled_from(
        [
            "Sov[iet]",
            "Port",
            "Arthur",
            "—",
            "{l. 55}",
            "[^1]",
            "*ne*",
            "2½",
            "##",
            "1.",
            "\n",
            "\n\n",
            "opin-\nion",
            "…",
        ]
    )
).map(" ".join)


@given(TEXTS)
def test_every_word_knows_its_place(text: str) -> None:
    folded = fold(text)
    assert len(folded.words) == len(folded.starts) == len(folded.ends) == len(folded.keys)
    assert folded.starts == sorted(folded.starts)
    for word, start, end in zip(folded.words, folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)
        if word.isascii() and word.isalnum():
            kept = unicodedata.normalize("NFKC", text[start:end])
            assert all(char in kept for char in word)


@example("0`²")
@example("a'蒋'b")
@given(TEXTS)
def test_folding_what_was_folded_changes_nothing(text: str) -> None:
    words = fold(text, document=False).words
    again = fold(" ".join(words), document=False).words
    assert [word for word in again if word.isalnum()] == [word for word in words if word.isalnum()]
