"""What the engine of citations renders, before it has a format: plain text with a few signs of its own.

The signs are noncharacters, which no text holds; `clean` sees to it that none comes in with metadata.
"""

import re
from collections.abc import Callable

from memo.patterns import lazy

ITALIC, ITALIC_END, LINK, LINK_END, QUOTE, QUOTE_END = "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4", "\ufdd7", "\ufdd8"
STOP = "\ufdd9"
"""The full stop of an abbreviation inside a locator, where citeproc-py takes a written one for a decimal point."""

_SIGNS = f"{ITALIC}{ITALIC_END}{LINK}{LINK_END}"
_FORBIDDEN = lazy("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_MISPLACED = lazy(rf"(?P<before>[.?!…,]?)(?P<close>[’”{ITALIC_END}]*{QUOTE_END}{ITALIC_END}?)(?P<stop>[.,])")
_DOUBLED = lazy(rf"(?P<first>\.{ITALIC_END})\.")


def clean(text: str) -> str:
    """Metadata on its way in: white space folded to single spaces, control characters and noncharacters gone."""
    return " ".join(_FORBIDDEN.sub("", text).split())


def punctuate(text: str) -> str:
    """Commas and full stops inside closing quotation marks that the style set; no two full stops (CMOS 18 6.9).

    A comma stays after a question mark that belongs to a title (CMOS 17 6.125); a full stop does not.
    """

    def moved(found: re.Match[str]) -> str:
        before, close, stop = found["before"], found["close"], found["stop"]
        if stop == "." and before in tuple(".?!…"):
            return before + close
        return f"{before}{stop}{close}" if before != "," else f"{before}{close}"

    text = text.replace(f"{STOP}.", ".").replace(STOP, ".")
    text = _DOUBLED.sub(r"\g<first>", _MISPLACED.sub(moved, text))
    return text.replace(QUOTE, "“").replace(QUOTE_END, "”")


class Formatter:
    """The formatter that citeproc-py calls for: it marks italics and quotation marks, and leaves escaping for later."""

    @staticmethod
    def preformat(text: str) -> str:
        """Text is escaped when it has a format; the quotation marks that the style sets are told from a title's own."""
        return {"“": QUOTE, "”": QUOTE_END}.get(text) or str(text)

    @staticmethod
    def Italic(text: str) -> str:  # noqa: N802 - the name is citeproc-py's
        """Italics between their signs."""
        return f"{ITALIC}{text}{ITALIC_END}"

    Oblique = Italic
    Bold = Light = Underline = Superscript = Subscript = SmallCaps = preformat


def _escape_markdown(text: str) -> str:
    escaped = re.sub(r"([\\`*_\[\]<>#$~^|])", r"\\\1", text)
    return re.sub(r"(?<!\w)&(?=#?\w+;)", r"\\&", escaped)


def _escape_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _html_link(url: str) -> str:
    return f'<a href="{url}">{url}</a>'


def _same(text: str) -> str:
    return text


_Format = tuple[Callable[[str], str], str, str, Callable[[str], str], Callable[[str], str]]

_FORMATS: dict[str, _Format] = {
    # escape, italics begin and end, link from an escaped url, escape of a url
    "text": (_same, "", "", _same, _same),
    "markdown": (_escape_markdown, "*", "*", lambda url: f"<{url}>", _same),
    "html": (_escape_html, "<i>", "</i>", _html_link, _escape_html),
}


def to_format(rendered: str, name: str) -> str:
    """A rendered citation as text, Markdown or HTML, escaped for it."""
    escape, begin, end, link, escape_url = _FORMATS[name]
    pieces: list[str] = []
    url = False
    for part in re.split(f"([{_SIGNS}])", rendered):
        if part in (LINK, LINK_END):
            url = part == LINK
        elif part in (ITALIC, ITALIC_END):
            pieces.append(begin if part == ITALIC else end)
        else:
            linked = url and part.startswith(("http://", "https://"))
            pieces.append(link(escape_url(part)) if linked else escape(part))
    return "".join(pieces)


def safe_url(url: str) -> str:
    """A URL with what no URL holds percent-encoded."""
    from urllib.parse import quote  # deferred: cached citations need none

    return quote(clean(url), safe="%:/?#[]@!$&'()*+,;=~-._")
