"""The bundled documents: to the letter, whole, and as the format wants them."""

import hashlib
import re

import pytest

from conftest import EARLIER, LATER
from memo.registry.fileformat import split
from memo.registry.frontmatter import parse_front_matter, write
from memo.registry.model import Document
from memo.registry.registry import Registry
from memo.text.blocks import structure

BEGINNINGS = {
    EARLIER: "The second conversation with Mao Zedong took place on 31 January 1949",
    LATER: "On 4 February 1949 another meeting with Mao Zedong took place",
}


@pytest.fixture(params=[EARLIER, LATER])
def document(request: pytest.FixtureRequest, bundled: Registry) -> Document:
    found = bundled.load(request.param)
    assert found
    return found


def test_the_text_is_the_one_that_was_read(document: Document) -> None:
    assert hashlib.sha256(document.text.encode()).hexdigest() == document.metadata["text-sha256"]
    assert document.text.startswith(BEGINNINGS[document.id])


def test_the_file_is_as_memo_writes_it(document: Document) -> None:
    assert document.path
    raw = document.path.read_bytes()
    front, text = split(raw, document.path)
    assert write(parse_front_matter(front, document.path), text).encode() == raw


def test_no_paragraph_is_cut_apart(document: Document) -> None:
    for block in structure(document.text).blocks:
        words = document.text[block.start : block.end]
        if block.kind == "paragraph":
            assert re.search(r"[.:?]”?(\[\^1\])?$", words), words[-40:]
            assert not words[0].islower(), words[:40]
        assert "\n" not in words
        assert "  " not in words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (LATER, "Mao Zedong laughed and stopped defending his opinion."),
        (LATER, "though on the main questions the CCP would like to contact VKP(b) CC directly"),
        (LATER, "Of course, during the talks with us"),
        (LATER, "that we are dying, that that we have no capabilities"),
        (LATER, "in order protect itself"),
        (LATER, "If there we no aid"),
        (LATER, "CC-ist[^1], Huo Sheyuan"),
        (LATER, "stand in the antiimperialist camp"),
        (LATER, "\n[^1]: CC clique, a political faction within the Guomindang.\n"),
        (EARLIER, "At the same time I told Mao Zedong"),
        (EARLIER, "Approximately about 30% of our forces"),
        (EARLIER, "about 53 thousand people, whom [we] plan"),
        (EARLIER, "if we have not fully destroyed"),
        (EARLIER, "6 powers in Moscow.[^1]\n"),
        (EARLIER, "(*ne imeiut takoi zhe sily*)"),
        (EARLIER, "\n[^1]: Editor's Note: This is a reference to the founding of COMECON"),
    ],
)
def test_the_sources_words_slips_included(bundled: Registry, name: str, words: str) -> None:
    document = bundled.load(name)
    assert document
    assert words in document.text


def test_lists_are_whole_over_page_ends(bundled: Registry) -> None:
    document = bundled.load(LATER)
    assert document
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", document.text, re.MULTILINE)]
    assert numbers == [*range(1, 23), 1, 2, 1, 2, 3]
    assert "9. The Society for the Democratic Transformation of China\n10. The Congress" in document.text


def test_the_archives_words_are_no_text(document: Document) -> None:
    assert document.metadata["summary"] not in document.text
    assert "Wilson Center" not in document.text
    assert "Wilson Center Digital Archive" in (document.source.name or "")


def test_the_summarys_slip_is_kept(bundled: Registry) -> None:
    document = bundled.load(LATER)
    assert document
    assert "preparatory commisssion" in document.metadata["summary"]


def test_headings(bundled: Registry) -> None:
    counts = {
        document.id: sum(block.kind == "heading" for block in structure(document.text).blocks)
        for document in bundled.documents()
    }
    assert counts == {EARLIER: 12, LATER: 11}
