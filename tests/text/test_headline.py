"""Headline style in the two editions."""

import pytest

from memo.registry.registry import Registry
from memo.text.blocks import structure
from memo.text.headline import headline, recase_prepositions

BODY = "The CCP CC and the VKP(b) met Mao Zedong. The USSR and the PCM. McCarthy spoke. Xi Jinping came."


@pytest.mark.parametrize(
    ("heading", "eighteenth", "seventeenth"),
    [
        ("ON CONTACTS BETWEEN THE CCP AND THE VKP(b)", "On Contacts Between the CCP and the VKP(b)", None),
        ("WORK AMONG YOUTH AND WOMEN", "Work Among Youth and Women", "Work among Youth and Women"),
        ("ON THE AID FROM THE USSR", "On the Aid from the USSR", "On the Aid from the USSR"),
        ("THE PCM [POLITICAL CONSULTATIVE MEETING]", "The PCM [Political Consultative Meeting]", None),
        ("ON THE SINO-SOVIET TREATY", "On the Sino-Soviet Treaty", "On the Sino-Soviet Treaty"),
        ("MCCARTHY AND XI JINPING", "McCarthy and Xi Jinping", None),
        ("PART II: THE PEOPLE'S WAR", "Part II: The People's War", None),
        ("WHAT IT IS FOR", "What It Is For", "What It Is For"),
        ("Talks with the government", "Talks with the Government", None),
        ("The TASS report", "The TASS Report", None),
        ("THE KPRP", "The KPRP", None),
        ("THE CCP’S AID TO THE USSR'S ALLIES", "The CCP’s Aid to the USSR's Allies", None),
        ("1. THE AID QUESTION", "1. The Aid Question", None),
        ("II. ON AID", "II. On Aid", None),
        ("AID FROM THE U.S.S.R. AND NATO", "Aid from the U.S.S.R. and NATO", None),
    ],
)
def test_headings(heading: str, eighteenth: str, seventeenth: str | None) -> None:
    assert headline(heading, BODY) == eighteenth
    if seventeenth:
        assert headline(heading, BODY, 17) == seventeenth


def test_a_heading_that_is_not_english_is_set_as_a_sentence() -> None:
    body = "Помощь Китаю оказывает СССР. ЦК решил."
    assert headline("О ПОМОЩИ КИТАЮ И СССР", body, english=False) == "О помощи Китаю и СССР"
    assert headline("О помощи Китаю", body, english=False) == "О помощи Китаю"


def test_the_headings_of_a_bundled_document(bundled: Registry) -> None:
    document = bundled.load("mikoyan-mao-1949-01-31")
    assert document
    headings = [block for block in structure(document.text).blocks if block.kind == "heading"]
    assert [headline(document.text[each.start : each.end], document.text) for each in headings] == [
        "On the Preparation for the Formation of a Coalition Government",
        "On the Representative Office of the VKP(b) CC with the CCP CC",
        "On the Situation on the Civil War Fronts and the Military Forces of the CCP",
        "Running the Military Districts",
        "Guomindang Naval Forces",
        "Conditions of the Workers and Their Role",
        "Cadres",
        "Professional Unions",
        "Work Among Youth and Women",
        "Talks with the Guomindang Government",
        "On Foreign Trade",
        "Questions of Foreign Policy of the CCP",
    ]


@pytest.mark.parametrize(
    ("title", "eighteenth", "seventeenth"),
    [
        ("Talks between A and B", "Talks Between A and B", "Talks between A and B"),
        ("Talks Between A and B", "Talks Between A and B", "Talks between A and B"),
        ("Talks between the two sides", "Talks between the two sides", "Talks between the two sides"),
        ("Against the Tide", "Against the Tide", "Against the Tide"),
        ("War: Before the Storm", "War: Before the Storm", "War: Before the Storm"),
    ],
)
def test_titles_keep_their_capitals_but_for_long_prepositions(title: str, eighteenth: str, seventeenth: str) -> None:
    assert recase_prepositions(title, 18) == eighteenth
    assert recase_prepositions(title, 17) == seventeenth
