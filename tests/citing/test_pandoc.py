"""pandoc as the independent witness: it renders memo's styles over memo's items as memo does."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from conftest import EARLIER, LATER, gold_citations, strings
from memo.cache import Cache
from memo.citing.citation import cite
from memo.citing.items import cites
from memo.citing.markup import LINK, LINK_END, to_format
from memo.citing.pinpoint import Pinpoint
from memo.citing.styles import find_style
from memo.registry.model import Document
from memo.registry.registry import Registry

BUNDLED = Registry(None)
DIFFERENCES = {
    ("yangzi-1949-03", "note"): "pandoc drops the comma after a question mark that belongs to a title",
    ("yangzi-1949-03", "short"): "the same",
    ("new-democracy-1949-02-03", "note"): "pandoc leaves the comma between the inner and the outer marks (CMOS 18 6.9)",
    ("new-democracy-1949-02-03", "short"): "the same",
    ("new-democracy-1949-02-03", "bibliography"): "the same of a full stop",
}
"""What pandoc prints otherwise, by document and form, and why memo doesn't follow."""

MANUSCRIPTS = {
    "note": "x[{citation}]",
    "short": "x[@item-0]\n\ny[@other]\n\nz[@item-0]",  # the third note is a subsequent one
    "bibliography": "---\nnocite: |\n  {citation}\n---\n",
}


def witness(document: Document, style: str, form: str, tmp_path: Path) -> str:
    """The citation as pandoc prints it, on one line."""
    chosen = find_style(style)
    parts = cites(document, form, chosen.edition, Pinpoint())  # type: ignore[arg-type]
    items: list[dict[str, Any]] = [{**part.item, "id": f"item-{number}"} for number, part in enumerate(parts)]
    if form == "short":
        items.append({"id": "other", "type": "manuscript", "title": "Other"})
    bibliography = tmp_path / "items.json"
    plain = json.dumps(items, ensure_ascii=False).replace(LINK, "").replace(LINK_END, "")
    bibliography.write_text(plain, encoding="utf-8")
    citation = "; ".join(f"{part.prefix}@item-{number}" for number, part in enumerate(parts))
    arguments = ["--citeproc", "--wrap=none", "-f", "markdown", "-t", "plain", "--csl", str(chosen.path)]
    arguments += ["--bibliography", str(bibliography)]
    arguments += [] if form == "bibliography" else ["--metadata=suppress-bibliography:true"]
    manuscript = MANUSCRIPTS[form].format(citation=citation.replace("; ", ", ") if form == "bibliography" else citation)
    ran = subprocess.run(
        [pypandoc.get_pandoc_path(), *arguments], input=manuscript, capture_output=True, text=True, check=True
    )
    if form == "bibliography":
        return " ".join(ran.stdout.split())
    return ran.stdout.strip().split("\n")[-1].partition("] ")[2]


DOCUMENTS = [
    *(Document(name, BUNDLED.load(name).metadata, "") for name in (EARLIER, LATER)),  # type: ignore[union-attr]
    *(
        Document(case["arguments"][0], strings(case["metadata"]), "")
        for case in gold_citations()
        if "metadata" in case and len(case["arguments"]) == 1
    ),
]


@pytest.mark.parametrize("style", ["chicago", "chicago-17"])
@pytest.mark.parametrize("form", ["note", "short", "bibliography"])
@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_pandoc_agrees(document: Document, style: str, form: str, tmp_path: Path) -> None:
    ours = to_format(cite([(document, Pinpoint())], find_style(style), form, Cache(None)), "text")  # type: ignore[arg-type]
    theirs = witness(document, style, form, tmp_path)
    if (document.id, form) in DIFFERENCES:
        assert ours != theirs
    else:
        assert ours == theirs
