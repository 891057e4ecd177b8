"""BibTeX: read by foreign programs without a warning, with every word that went in."""

import io
import json
import re
import subprocess
from typing import Any

import bibtexparser
import pybtex.errors
import pypandoc
import pytest
from bibtexparser import middlewares
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database.input.bibtex import Parser

from conftest import LATER, gold_citations, strings
from memo.citing.bibtex import bibtex, check_keys, citation_key
from memo.citing.latex import escape, protect_capitals
from memo.citing.markup import clean
from memo.errors import RenderError
from memo.registry.model import Document
from memo.registry.registry import Registry

DOCUMENTS = [
    *Registry(None).documents(),
    *(Document(c["arguments"][0], strings(c["metadata"]), "") for c in gold_citations() if "metadata" in c),
]
UNIQUE = list({document.id: document for document in DOCUMENTS}.values())

HOSTILE = [
    r"\input{/etc/passwd}",
    r"\write18{touch x} ^^5c",
    "@misc{x, title = {y}}",
    "lone { brace",
    "lone } brace",
    "}{",
    "50 % & $5 #1 a_b ~ ^ \\",
    'quote " and , comma = sign',
    "VKP(b) and “quotes” – ½ Ж 蒋",
    "control \x07 and \u202e override",
    "<script>alert(1)</script>",
    "Who? {Balanced} braces",
]


def read_by_pybtex(source: str) -> dict[str, Any]:
    pybtex.errors.set_strict_mode(True)
    entries = Parser(encoding="utf-8").parse_stream(io.StringIO(source)).entries
    return {key.lower(): entry for key, entry in entries.items()}


def read_by_bibtexparser(source: str) -> list[Any]:
    library = bibtexparser.parse_string(source, append_middleware=[middlewares.MonthIntMiddleware()])
    assert not library.failed_blocks
    return list(library.entries)


def read_by_pandoc(source: str) -> list[dict[str, Any]]:
    ran = subprocess.run(
        [pypandoc.get_pandoc_path(), "-f", "bibtex", "-t", "csljson"],
        input=source,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    items: list[dict[str, Any]] = json.loads(ran.stdout)
    return items


def decoded(latex: str) -> str:
    """LaTeX as a reader sees it, by pandoc, which knows an escaped brace but not the command for one."""
    latex = latex.replace(r"{\textbraceleft}", r"\{").replace(r"{\textbraceright}", r"\}")
    arguments = [pypandoc.get_pandoc_path(), "-f", "latex-smart", "-t", "plain", "--wrap=none"]
    ran = subprocess.run(arguments, input=latex, capture_output=True, text=True, check=True)
    return " ".join(ran.stdout.split())


@pytest.mark.parametrize("document", UNIQUE, ids=lambda document: document.id)
def test_pybtex_bibtexparser_and_pandoc_read_it(document: Document) -> None:
    source = bibtex(document)
    entry = read_by_pybtex(source)[document.id]
    (other,) = read_by_bibtexparser(source)
    (item,) = read_by_pandoc(source)
    assert (other.key, item["id"]) == (document.id, document.id)
    fields = {field.key: field.value for field in other.fields}
    for name in ("howpublished", "archive", "archivelocation", "library", "note", "abstract", "url", "key"):
        assert entry.fields.get(name) == fields.get(name)
    if document.title:
        assert decoded(entry.fields["title"]) == document.title
        # pandoc raises the first letter, as sentence case asks.
        assert re.sub("</?span[^>]*>", "", item["title"]).lower() == document.title.lower()
    if document.metadata.get("summary"):
        assert decoded(entry.fields["abstract"]) == document.metadata["summary"]
        assert item["abstract"] == document.metadata["summary"]
    if document.source.url:
        assert entry.fields["url"] == item["URL"] == document.source.url
    if document.archive:
        reference = document.archive.reference.place()
        assert decoded(entry.fields["archivelocation"]) == reference
        assert reference in decoded(entry.fields["howpublished"])
        assert document.archive.place
        assert document.archive.place in decoded(entry.fields["archive"])
    if document.date and document.date.edtf == "1949-02-04":
        assert item["issued"]["date-parts"] == [[1949, 2, 4]]
        assert (fields["year"], str(fields["month"]), fields["day"]) == ("1949", "2", "4")


def test_a_bundled_document_to_the_letter() -> None:
    document = next(each for each in DOCUMENTS if each.id == LATER)
    lines = bibtex(document).split("\n")
    assert lines[:10] == [
        "@misc{mikoyan-mao-1949-02-04,",
        "  key = {Memorandum of Conversation},",
        "  title = {{Memorandum} of {Conversation} between {Anastas} {Mikoyan} and {Mao} {Zedong}},",
        "  year = {1949},",
        "  month = feb,",
        "  day = {4},",
        "  howpublished = {February 4, 1949, f. 39, op. 1, d. 39, ll. 54–62, Archive of the President of the Russian "
        "Federation (APRF), Moscow, trans. Sergey Radchenko, Wilson Center Digital Archive},",
        "  archive = {Archive of the President of the Russian Federation (APRF), Moscow},",
        "  archivelocation = {f. 39, op. 1, d. 39, ll. 54–62},",
        "  library = {Archive of the President of the Russian Federation (APRF), Moscow, f. 39, op. 1, d. 39, ll. 54–62},",
    ]


@pytest.mark.parametrize(
    ("authors", "field"),
    [
        (["Andrei Gromyko"], "{Gromyko, Andrei}"),
        ([{"family": "Mao", "given": "Zedong", "family-first": "true"}], "{{Mao Zedong}}"),
        ([{"name": "Politburo and Secretariat"}], "{{Politburo and Secretariat}}"),
        (["A B", "Charles de Gaulle"], "{B, A and de Gaulle, Charles}"),
        ([{"family": "Smith, Jr.", "given": "A"}], "{{Smith, Jr.}, A}"),
    ],
)
def test_names(authors: list[Any], field: str) -> None:
    source = bibtex(Document("x", {"title": "T", "authors": authors}, ""))
    assert f"  author = {field},\n" in source
    assert len(read_by_pybtex(source)["x"].persons["author"]) == len(authors)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_text(text: str) -> None:
    metadata = {"title": text, "summary": text, "rights": text, "authors": [{"name": text}], "archive": {"name": text}}
    source = bibtex(Document("x", metadata, ""))
    entry = read_by_pybtex(source)["x"]
    assert [decoded(entry.fields[name]) for name in ("title", "abstract", "copyright")] == [clean(text)] * 3
    assert len(read_by_bibtexparser(source)) == 1
    (item,) = read_by_pandoc(source)
    bare = re.compile(r"[{}\s]")  # a lone brace is a command that pandoc doesn't know
    assert bare.sub("", item["abstract"]) == bare.sub("", clean(text))
    assert not re.search(r"\\(?:input|write)", source.replace(r"{\textbackslash}", ""))


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Cn", "Mn", "Zs", "Zl", "Zp"))))
def test_escaped_text_is_decoded_as_it_was(text: str) -> None:
    for braces in (True, False):
        escaped = escape(text, braces=braces)
        assert escaped.count("{") == escaped.count("}")
        bare = re.sub(r"\{\\text\w+\}|\\[&%$#_{}]", "", escaped)
        assert not set(bare) & set("\\{}~^&%$#_")


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("On the “New” VKP(b) and Xi'an", "{On} the “{New}” {VKP(b)} and {Xi'an}"),
        ("A {B} c", r"{A} \{{B}\} c"),
        ("X{y", r"X{\textbraceleft}y"),
        ("50% Off", r"50\% {Off}"),
        ("lower case", "lower case"),
    ],
)
def test_capitals_are_protected_word_by_word(title: str, protected: str) -> None:
    assert protect_capitals(title) == protected


def test_two_ids_of_one_key_are_an_error() -> None:
    documents = [Document(name, {"title": "T"}, "") for name in ("a-b", "a_b")]
    with pytest.raises(RenderError, match="a-b and a_b would have one citation key, a-b"):
        check_keys(documents)
    assert check_keys(documents[1:]) == [("a_b", "a-b")]


def test_where_and_when_inexactly_is_kept() -> None:
    source = bibtex(Document("x", {"title": "T", "written-at": "Beijing", "date": "1949-21"}, ""))
    assert "howpublished = {Beijing, Spring 1949}," in source


@pytest.mark.parametrize(
    ("name", "key"),
    [("mikoyan-mao-1949-02-04", "mikoyan-mao-1949-02-04"), ("Été 1949, {x}", "ete-1949-x"), ("蒋", "document")],
)
def test_keys(name: str, key: str) -> None:
    assert citation_key(Document(name, {"title": "T"}, "")) == key
