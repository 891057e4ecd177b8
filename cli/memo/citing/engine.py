"""citeproc-py, called so that every rendering stands alone: what was cited before never changes what comes now."""

import io
from collections.abc import Sequence

import citeproc
from citeproc.source.json import CiteProcJSON
from citeproc.string import NoCase, String
from lxml.etree import XMLSyntaxError, fromstring

from memo.citing.items import Cite
from memo.citing.markup import Formatter, punctuate
from memo.citing.styles import Form, Style
from memo.errors import FileError, RenderError
from memo.patterns import lazy

_OWN_CAPITALS = lazy(r"[^\W\d_A-Z]+[A-Z]")


def render(style: Style, form: Form, cites: Sequence[Cite]) -> str:
    """One citation of all `cites`, or their bibliography entries in a row; see `markup` for its signs.

    Raises FileError for a style that is no CSL, RenderError where nothing comes out.
    """
    try:
        root = fromstring(style.source)
    except XMLSyntaxError as error:
        raise FileError(style.path, f"no CSL style: {error.msg}", line=error.lineno) from error
    if root.tag != "{http://purl.org/net/xbiblio/csl}style":
        raise FileError(style.path, f"no CSL style: its root is {root.tag}", line=1)
    try:
        rendered = _rendered(style, form, cites)
    except Exception as error:  # citeproc-py has no errors of its own: a style that it can't follow raises anything
        problem = f"citeproc-py can't follow it ({type(error).__name__}: {error})"
        raise RenderError(f"the style {style.name}: {problem}") from error
    if not rendered.strip(" ."):
        raise RenderError(f"the style {style.name} gives nothing in the form {form}")
    return punctuate(rendered)


def _rendered(style: Style, form: Form, cites: Sequence[Cite]) -> str:
    csl = citeproc.CitationStylesStyle(io.BytesIO(style.source), validate=False)
    keys = [f"item-{number}" for number in range(len(cites))]
    source = CiteProcJSON([{**cite.item, "id": key} for key, cite in zip(keys, cites, strict=True)])
    for reference, cite in zip(source.values(), cites, strict=True):
        # The words as they are: citeproc-py would take a part of them for markup, and raise the i of an iPhone.
        for key, value in cite.item.items():
            if isinstance(value, str) and key not in ("type", "language"):
                reference[key.replace("-", "_")] = (NoCase if _OWN_CAPITALS.match(value) else String)(value)
        # citeproc-py keeps names under underscores and looks for them under hyphens.
        reference.update({key.replace("_", "-"): names for key, names in reference.items() if key.endswith("_editor")})
    bibliography = citeproc.CitationStylesBibliography(csl, source, Formatter)
    # Registered without pinpoints first: the bibliography never shows one.
    bibliography.register(citeproc.Citation([citeproc.CitationItem(key) for key in keys]))
    if form == "bibliography":
        entries = [str(entry) for entry in bibliography.bibliography()]
        return " ".join(entry for entry in entries if entry.strip("."))
    citation = citeproc.Citation([_citation_item(key, cite) for key, cite in zip(keys, cites, strict=True)])
    bibliography.register(citation)
    earlier = list(citeproc.Citation([citeproc.CitationItem(key) for key in keys]).cites) if form == "short" else []
    return str(csl.render_citation(citation, earlier, None))


def _citation_item(key: str, cite: Cite) -> object:
    extra: dict[str, object] = {"prefix": cite.prefix} if cite.prefix else {}
    if cite.label and cite.locator:
        extra["locator"] = citeproc.Locator(cite.label, cite.locator)
    return citeproc.CitationItem(key, **extra)
