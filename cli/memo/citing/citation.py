"""Citations of documents, kept in the cache so that a second time costs nothing."""

import json
from collections.abc import Sequence

from memo.cache import Cache, digest
from memo.citing.pinpoint import Pinpoint
from memo.citing.styles import Form, Style
from memo.registry.model import Document

Pinpointed = tuple[Document, Pinpoint]


def cite(pinpointed: Sequence[Pinpointed], style: Style, form: Form, cache: Cache) -> str:
    """One citation of one or several documents, in `markup`'s signs.

    Raises UseError for a form that the style lacks, RenderError where the style gives nothing.
    """
    style.require(form)
    made_from = [
        (document.metadata, str(pinpoint), document.text if pinpoint.heading else None)
        for document, pinpoint in pinpointed
    ]
    key = digest("citation", style.name, style.source, form, json.dumps(made_from, ensure_ascii=False))
    kept = cache.get(key)
    if kept is not None:
        return kept
    from memo.citing.engine import render  # deferred: a cached citation needs no engine
    from memo.citing.items import cites

    rendered = render(
        style, form, [each for document, pin in pinpointed for each in cites(document, form, style.edition, pin)]
    )
    cache.put(key, rendered)
    return rendered
