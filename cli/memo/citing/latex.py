"""Text for LaTeX: every character that LaTeX would act upon is escaped, so that no metadata can run."""

from memo.patterns import lazy

_ESCAPES = {
    "\\": "{\\textbackslash}",
    "~": "{\\textasciitilde}",
    "^": "{\\textasciicircum}",
    "&": "\\&",
    "%": "\\%",
    "$": "\\$",
    "#": "\\#",
    "_": "\\_",
}
_CORE = lazy(r"[^\W_](?:\S*[^\W_])?")
"""A word without the punctuation round it."""
_LONE = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}


def escape(text: str, *, braces: bool = True) -> str:
    """The text escaped; UTF-8 as it is.

    Balanced braces get a backslash; a lone one, or with `braces` off every one, becomes a command, since BibTeX counts
    braces behind a backslash too.
    """
    return "".join(_escaped(text, braces=braces))


def _escaped(text: str, *, braces: bool = True) -> list[str]:
    """Each character of the text, escaped."""
    balanced = _balanced(text) if braces else frozenset()
    return [
        f"\\{char}" if at in balanced else _LONE.get(char) or _ESCAPES.get(char, char) for at, char in enumerate(text)
    ]


def _balanced(text: str) -> frozenset[int]:
    """The places of braces that open and close in pairs."""
    opened: list[int] = []
    pairs: list[int] = []
    for at, char in enumerate(text):
        if char == "{":
            opened.append(at)
        elif char == "}" and opened:
            pairs += [opened.pop(), at]
    return frozenset(pairs)


def protect_capitals(title: str) -> str:
    """A title escaped, each word with a capital in braces, never the whole: BibTeX styles lower what is not braced.

    A word that holds a brace itself is left without: its group would cut a pair apart.
    """
    escaped = _escaped(title)
    pieces: list[str] = []
    done = 0
    for word in _CORE.finditer(title):
        if word[0] == word[0].lower() or set(word[0]) & set("{}"):
            continue
        start, end = word.span()
        if "(" in word[0] and title[end : end + 1] == ")":
            end += 1  # VKP(b)
        pieces += [*escaped[done:start], "{", *escaped[start:end], "}"]
        done = end
    return "".join([*pieces, *escaped[done:]])
