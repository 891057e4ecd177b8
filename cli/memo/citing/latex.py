"""Text for LaTeX: every character that LaTeX would act upon is escaped, so that no metadata can run."""

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
_LONE = {"{": "{\\textbraceleft}", "}": "{\\textbraceright}"}


def escape(text: str, *, braces: bool = True) -> str:
    """The text escaped; UTF-8 as it is.

    Balanced braces get a backslash; a lone one, or with `braces` off every one, becomes a command, since BibTeX counts
    braces behind a backslash too.
    """
    balanced = _balanced(text) if braces else frozenset()
    return "".join(
        f"\\{char}" if at in balanced else _LONE.get(char) or _ESCAPES.get(char, char) for at, char in enumerate(text)
    )


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
    """A title escaped, each word with a capital in braces, never the whole: BibTeX styles lower what is not braced."""
    return " ".join(map(_protected, title.split(" ")))


def _protected(word: str) -> str:
    inner = [at for at, char in enumerate(word) if char.isalnum()]
    if word == word.lower() or not inner:
        return escape(word, braces=False)
    first, last = inner[0], inner[-1] + 1
    if word[last : last + 1] == ")" and "(" in word[first:last]:
        last += 1  # VKP(b)
    head, core, tail = word[:first], word[first:last], word[last:]
    return f"{escape(head, braces=False)}{{{escape(core, braces=False)}}}{escape(tail, braces=False)}"
