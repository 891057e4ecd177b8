"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.text.sentences import sentences


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentence",
    [
        "From our side Kovalev I[van]. V. and Kovalev E.F. were present.",
        "He thanked Cde. Mao Zedong and Gen. Hu Zongnan.",
        "See f. 39, op. 1, d. 39, ll. 54–62.",
        "No. 5 and vol. 3 agree.",
        "The question, i.e. War criminals, stands.",
        "It is 2.5 million.",
        "The U.S. Government replied.",
        "See vol. V and No. IV.",
        "В 1949 г. Москва и т. Сталин решили.",
        "Zhou Enlai et al. Mao agreed.",
    ],
)
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    assert split(f"{sentence} Then he left.") == [sentence, "Then he left."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It would likely remain [sic].", "We do not stand for it."),
        ("He said, “It will be solved in Moscow.”", "Then he left."),
        ("The meeting of 6 powers in Moscow.[^1]", "Returning to trade."),
        ("It was on the Yangzi River.", "8 planes flew over to us."),
        ("Is that so?", "[We] call meetings."),
        ("He left (for Moscow.)", "They stayed."),
        ("The contacts with the VKP(b).", "He stressed them."),
        ("Это было в Москве.", "Потом он уехал."),
    ],
)
def test_a_sentence_ends_with_all_that_belongs_to_it(first: str, second: str) -> None:
    assert split(f"{first} {second}") == [first, second]


def test_marks_before_a_sentence_are_no_part_of_it() -> None:
    assert split("{l. 55} It ended {l. 56} there. {l. 57} {p. 8} Another began.") == [
        "It ended {l. 56} there.",
        "Another began.",
    ]


def test_chinese_sentences_need_no_space() -> None:
    assert split("毛泽东同志。他说：“好。”完了。") == ["毛泽东同志。", "他说：“好。”", "完了。"]


@given(st.text(alphabet="aB. ?!”“[]^1\n…。"))
def test_sentences_hold_all_but_white_space_in_order(text: str) -> None:
    found = list(sentences(text, 0, len(text)))
    assert all(start < end for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert "".join(split(text)).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
