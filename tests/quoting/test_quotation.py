"""Quotations: what is left out, what is set, and that nothing else changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memo.quoting.quotation import marked_quotation, without_matches
from memo.registry.model import Document
from memo.registry.registry import Registry
from memo.search.find import find
from memo.search.query import parse_query
from memo.text.folding import fold


def quote(text: str, words: str) -> str:
    (passage, *_) = find(parse_query(words), [Document("made", {"title": "Made"}, text)])
    return without_matches(marked_quotation(passage))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He stopped {l. 55}defending\nit[^1], word.", "“He stopped defending it, word.”"),
        ("1. The *emphasised* word.", "“The emphasised word.”"),
        ("> A block\n> quotation, word.", "“A block quotation, word.”"),
        ("He said, “it is the word.”", "“He said, ‘it is the word.’”"),
        ('He said, "it is the word."', "“He said, ‘it is the word.’”"),
        ("He said, “it is ‘the’ word.”", "“He said, ‘it is “the” word.’”"),
        ("The people's word, and workers’ word.", "“The people's word, and workers’ word.”"),
        ("A slip that that word [sic].", "“A slip that that word [sic].”"),
        ("An unpaired * word.", "“An unpaired * word.”"),
        ("He began, “the word. He went on.”", "“He began, ‘the word.”"),
        ("Sov[iet] word  twice.", "“Sov[iet] word twice.”"),
        ('Hello "the word" there.', "“Hello ‘the word’ there.”"),
        ('"word" first.', "“‘word’ first.”"),
        ('a 6" word and 5\'10" tall.', '“a 6" word and 5\'10" tall.”'),
        ("„word“ he writes.", "“‘word’ he writes.”"),
        ("„word” he writes.", "“‘word’ he writes.”"),
        ("“He spoke of ‘the workers’ word’ here,” I say.", "“‘He spoke of “the workers’ word” here,’ I say.”"),
        ("The «word» stays.", "“The «word» stays.”"),
        ("„Nested ‚word‘ outer“ here.", "“‘Nested “word” outer’ here.”"),
        ("The opin-\nion of Sino-\nsoviet word - \nhere.", "“The opin-ion of Sino-soviet word - here.”"),
        ("> > A word.", "“A word.”"),
    ],
)
def test_quotations(text: str, quoted: str) -> None:
    assert quote(text, "word") == quoted


@given(st.text(alphabet="ab \"'“”‘’„.,", min_size=1))
def test_matches_change_nothing_of_a_quotation(text: str) -> None:
    source = f"{text} a word {text}".strip()
    document = Document("made", {"title": "Made"}, source)
    (passage, *_) = find(parse_query("word"), [document], span="paragraph")
    bare = passage._replace(matches=())
    assert without_matches(marked_quotation(passage)) == marked_quotation(bare)
    assert len(marked_quotation(bare)) == len(" ".join(passage.text.split())) + 2


DOCUMENTS = Registry(None).documents()


@given(st.sampled_from(["Mao Zedong", "Guomindang", "the", "Sov", "said", "ne imeiut", "Moscow", "clique"]), st.data())
def test_a_quotation_has_the_sources_words_in_order(word: str, data: st.DataObject) -> None:
    passage = data.draw(st.sampled_from(find(parse_query(word), DOCUMENTS)))
    quoted = without_matches(marked_quotation(passage))
    assert quoted[0] + quoted[-1] == "“”"
    letters = re.compile(r"[\w\[\]]+")
    source = re.sub(r"\[\^\w+\]", "", passage.text)
    assert letters.findall(quoted) == letters.findall(source)
    assert fold(quoted[1:-1]).words == fold(passage.text, document=False).words
