"""What `memo cite` must print, to the letter, and the laws of rendering."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import EARLIER, LATER, Library, gold_citations, strings
from memo.archives.leaves import Leaves
from memo.cache import Cache
from memo.citing.citation import cite
from memo.citing.markup import clean, to_format
from memo.citing.pinpoint import Pinpoint, pinpoint_of
from memo.citing.styles import Style, find_style
from memo.errors import FileError, NotFoundError, RenderError, UseError
from memo.registry.model import Document
from memo.registry.registry import Registry
from memo.text.blocks import structure

BUNDLED = Registry(None)


def cited(*documents: Document, style: str = "chicago", form: str = "note", at: Pinpoint | None = None) -> str:
    pinpointed = [(document, at or Pinpoint()) for document in documents]
    return to_format(cite(pinpointed, find_style(style), form, Cache(None)), "text")  # type: ignore[arg-type]


def made(**metadata: Any) -> Document:
    return Document("made", strings({key.replace("_", "-"): value for key, value in metadata.items()}), "")


def later() -> Document:
    document = BUNDLED.load(LATER)
    assert document
    return document


@pytest.mark.parametrize("case", gold_citations(), ids=lambda case: " ".join(case["arguments"]))
def test_gold(case: dict[str, Any]) -> None:
    names = [word for word in case["arguments"] if word in (EARLIER, LATER)]
    options = dict(zip(case["arguments"][:-1], case["arguments"][1:], strict=True))
    documents = [made(**case["metadata"])] if "metadata" in case else [BUNDLED.load(name) for name in names]
    pinpointed = [(document, Pinpoint()) for document in documents if document]
    rendered = cite(
        pinpointed, find_style(options.get("--style", "chicago")), options.get("--form", "note"), Cache(None)
    )
    assert to_format(rendered, options.get("--format", "text")) == case["prints"]


@pytest.mark.parametrize(
    ("at", "form", "ends"),
    [
        (Pinpoint(leaves=Leaves.parse("57")), "short", "“Memorandum of Conversation,” February 4, 1949, l. 57."),
        (Pinpoint(leaves=Leaves.parse("57-58ob")), "short", "February 4, 1949, ll. 57–58ob."),
        (Pinpoint(leaves=Leaves.parse("57ob-58")), "short", "February 4, 1949, ll. 57ob.–58."),
        (Pinpoint(leaves=Leaves.parse("57ob")), "short", "February 4, 1949, l. 57ob."),
        (Pinpoint(leaves=Leaves.parse("57ob, 59")), "short", "February 4, 1949, ll. 57ob., 59."),
        (Pinpoint(page="69"), "short", "February 4, 1949, reprint, 69."),
        (Pinpoint(page="69"), "note", "(Pamiatniki istoricheskoi mysli, 2005), 69."),
        (Pinpoint(heading="ON THE SINO-SOVIET TREATY"), "short", "1949, under “On the Sino-Soviet Treaty.”"),
        (Pinpoint(heading="ON FOREIGN TRADE", note="1"), "short", "1949, under “On Foreign Trade,” n. 1."),
        (Pinpoint(leaves=Leaves.parse("57")), "bibliography", "66–72. Pamiatniki istoricheskoi mysli, 2005."),
    ],
)
def test_pinpoints(at: Pinpoint, form: str, ends: str) -> None:
    assert cited(later(), form=form, at=at).endswith(ends)


def test_a_leaf_takes_the_place_of_the_documents_own() -> None:
    note = cited(later(), at=Pinpoint(leaves=Leaves.parse("57")))
    assert ", f. 39, op. 1, d. 39, l. 57, Archive of" in note
    assert "54" not in note


def test_a_heading_stands_before_the_url() -> None:
    note = cited(later(), at=Pinpoint(heading="THE XINJIANG QUESTION"))
    assert "Wilson Center Digital Archive, under “The Xinjiang Question,” http://" in note


@pytest.mark.parametrize(
    ("metadata", "form", "printed"),
    [
        ({"title": "Only a Title"}, "note", "“Only a Title,” n.d."),
        ({"title": "Only a Title"}, "bibliography", "“Only a Title.” n.d."),
        ({"title": "Who? Why? …"}, "note", "“Who? Why? …,” n.d."),
        ({"title": "It Ends..."}, "note", "“It Ends...,” n.d."),
        ({"title": "Notes on the War."}, "note", "“Notes on the War,” n.d."),
        ({"title": "Notes of Jan."}, "note", "“Notes of Jan.,” n.d."),
        ({"title": "“All of It”", "date": "1949"}, "note", "“‘All of It,’” 1949."),
        ({"title": "He said “yes”, then “no”", "date": "1949"}, "note", "“He said ‘yes’, then ‘no,’” 1949."),
        ({"title": "Untitled", "title_is_description": True, "date": "1949?"}, "note", "Untitled [1949?]."),
        ({"title": "T", "authors": ["A One", "B Two"], "date": "1949"}, "note", "A One and B Two, “T,” 1949."),
        ({"title": "T", "authors": ["A One", "B Two"], "date": "1949"}, "short", "One and Two, “T,” 1949."),
        (
            {"title": "T", "authors": ["A One", "B Two"], "date": "1949"},
            "bibliography",
            "One, A, and B Two. “T.” 1949.",
        ),
        (
            {
                "title": "T",
                "authors": [{"family": "Mao", "given": "Zedong", "family-first": True}, "B Two"],
                "date": "1949",
            },
            "bibliography",
            "Mao Zedong and B Two. “T.” 1949.",
        ),
        ({"title": "T", "authors": ["Charles de Gaulle"], "date": "1949"}, "short", "de Gaulle, “T,” 1949."),
        (
            {"title": "T", "archive": {"short": "TNA", "location": "FO 371/75747-8"}},
            "note",
            "“T,” n.d., FO 371/75747-8, TNA.",
        ),
        ({"title": "T", "source": {"url": "http://x.org/a b{c}"}}, "note", "“T,” n.d., http://x.org/a%20b%7Bc%7D."),
        ({"title": "Письмо «Правде» между войнами", "language": "ru"}, "note", "“Письмо «Правде» между войнами,” n.d."),
        ({"title": "T", "reprints": [{"title": "V", "document": "5"}]}, "note", "“T,” n.d., in V, doc. 5."),
        (
            {"title": "T", "archive": {"short": "A"}, "reprints": [{"title": "V"}]},
            "note",
            "“T,” n.d., A; reprinted in V.",
        ),
        ({"title": "T", "date": "1949-21"}, "note", "“T,” Spring 1949."),
        ({"title": "On „Pravda“", "date": "1949"}, "note", "“On ‘Pravda,’” 1949."),
        ({"title": "On “the ‘New’ Order”", "date": "1949"}, "note", "“On ‘the “New” Order,’” 1949."),
        ({"title": "iPhone notes", "title_is_description": True, "date": "1949"}, "note", "iPhone notes, 1949."),
        (
            {"title": 'a <span class="nocase">of X</span> b', "title_is_description": True},
            "note",
            'A <span class="nocase">of X</span> b, n.d.',
        ),
        ({"title": "T", "authors": ["Joseph Stalin Jr."], "date": "1949"}, "short", "Stalin Jr., “T,” 1949."),
        (
            {"title": "T", "reprints": [{"title": "V"}, {"title": "W"}], "date": "1949"},
            "note",
            "“T,” 1949, in V; reprinted in W.",
        ),
        ({"title": '<b>T</b> & <span class="x">', "date": "1949"}, "note", "“<b>T</b> & <span class=‘x’>,” 1949."),
    ],
)
def test_all_kinds_of_documents(metadata: dict[str, Any], form: str, printed: str) -> None:
    assert cited(made(**metadata), form=form) == printed


@pytest.mark.parametrize("form", ["note", "short", "bibliography"])
def test_the_second_time_is_as_the_first(form: str, tmp_path: Any) -> None:
    first = cited(later(), form=form)
    for _ in range(2):
        cache = Cache(tmp_path / "cache.sqlite")
        assert to_format(cite([(later(), Pinpoint())], find_style("chicago"), form, cache), "text") == first  # type: ignore[arg-type]
        cache.close()


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("markdown", r"“\*Stars\* & \[brackets\],” 1949, <http://x.org/a_b>."),
        ("html", '“*Stars* &amp; [brackets],” 1949, <a href="http://x.org/a_b">http://x.org/a_b</a>.'),
        ("text", "“*Stars* & [brackets],” 1949, http://x.org/a_b."),
    ],
)
def test_each_format_escapes_its_own_signs(name: str, printed: str) -> None:
    document = made(title="*Stars* & [brackets]", date="1949", source={"url": "http://x.org/a_b"})
    rendered = cite([(document, Pinpoint())], find_style("chicago"), "note", Cache(None))
    assert to_format(rendered, name) == printed


@pytest.mark.parametrize("url", ["javascript:alert(1)", "www.x.org/_a_"])
def test_what_is_no_web_address_is_no_link(url: str) -> None:
    rendered = cite([(made(title="T", source={"url": url}), Pinpoint())], find_style("chicago"), "note", Cache(None))
    assert "href" not in to_format(rendered, "html")
    assert "<" not in to_format(rendered, "markdown")


def test_a_headings_marks_are_no_part_of_it() -> None:
    text = "## TREATY[^1] *on* AID {l. 3}\n\nSome words."
    place = structure(text).place(text.index("Some"), len(text))
    assert (place.heading, place.leaf) == ("TREATY on AID", "3")


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(clean))
def test_a_title_is_never_lost_or_mended(title: str) -> None:
    """Words of a title come out as they went in, in their order, whatever they are."""
    document = made(title=title, title_is_description="true", date="1949", authors=["A One"])
    printed = cited(document)
    assert printed.startswith("A One, ")
    wanted = clean(title)
    found = printed.removeprefix("A One, ")
    assert found.startswith(wanted.rstrip(" .,;:!?"))


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(clean))
def test_a_quoted_title_changes_its_quotation_marks_alone(title: str) -> None:
    printed = cited(made(title=title, language="ru", date="1949"))
    letters = re.compile(r"[^\W_]+")
    assert letters.findall(printed) == [*letters.findall(clean(title)), "1949"]


def test_a_mark_outside_the_documents_range_is_no_pinpoint() -> None:
    document = Document(
        "made", {"title": "T", "archive": {"fond": "1", "listy": "54-62"}}, "## H\n\n{l. 70} words {l. x} on"
    )
    places = structure(document.text)
    assert pinpoint_of(places.place(14, 19), document) == Pinpoint(heading="H")
    assert pinpoint_of(places.place(len(document.text) - 2, len(document.text)), document) == Pinpoint(heading="H")


def test_a_page_counts_where_one_reprint_has_it() -> None:
    text = "## H\n\n{p. 70} words"
    one = Document("made", {"title": "T", "reprints": [{"title": "V"}]}, text)
    two = Document("made", {"title": "T", "reprints": [{"title": "V"}, {"title": "W"}]}, text)
    place = structure(text).place(14, 19)
    assert pinpoint_of(place, one) == Pinpoint(page="70")
    assert pinpoint_of(place, two) == Pinpoint(heading="H")


def test_an_unknown_style_is_answered_with_the_nearest() -> None:
    with pytest.raises(NotFoundError) as fault:
        find_style("chicgo")
    assert fault.value.nearest == ("chicago", "chicago-17")


def test_a_librarys_style_comes_before_the_bundled_one(library: Library) -> None:
    (library.path / "chicago.csl").write_text("mine")
    assert find_style("chicago", [library.path]).source == b"mine"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b"<style", "no CSL style"),
        (b"", "no CSL style"),
        (b"<html/>", "its root is html"),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout>'
            b'<text macro="none"/></layout></citation></style>',
            "can't follow it",
        ),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><citation><layout>'
            b'<text variable="note"/></layout></citation></style>',
            "gives nothing in the form note",
        ),
    ],
)
def test_a_bad_style_is_an_error_and_no_empty_line(library: Library, source: bytes, said: str) -> None:
    style = Style("bad", library.path / "bad.csl", source, 18)
    with pytest.raises((FileError, RenderError), match=said):
        cite([(later(), Pinpoint())], style, "note", Cache(None))


def test_a_style_without_a_bibliography_says_so(library: Library) -> None:
    style = Style("bare", library.path / "bare.csl", b"<style/>", 18)
    with pytest.raises(UseError, match="no bibliography"):
        cite([(later(), Pinpoint())], style, "bibliography", Cache(None))


def test_the_gold_file_has_cases() -> None:
    assert len(gold_citations()) == 26
