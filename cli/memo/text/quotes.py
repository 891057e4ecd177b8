"""Quotation marks within quotation marks, as Chicago alternates them (CMOS 18 6.9–6.11, 13.30)."""

_MARKS = frozenset('“”„‘"')
_OPENS_AFTER = frozenset(" ([{=—–-/“‘«„\"'")


def nest_quotes(text: str) -> str:
    """Text that will stand in double quotation marks: its own double marks become single, single ones in these double.

    Marks alone change, one character to one. Apostrophes stay, and so do straight marks that are no pair (inches) and
    guillemets.
    """
    if not _MARKS & set(text):
        return text
    result = list(text)
    opened: list[str] = []
    for at, char in enumerate(text):
        if _opens(text, at, opened):
            opened.append(char)
            result[at] = _mark(len(opened), opens=True)
        elif _closes(text, at, opened):
            while opened and char in '”“"' and opened[-1] in "‘‚":
                opened.pop()  # a single mark that was never closed
            result[at] = _mark(len(opened) or 1, opens=False)
            if opened:
                opened.pop()
    return "".join(result)


def _opens(text: str, at: int, opened: list[str]) -> bool:
    char = text[at]
    if char == "“":
        return "„" not in opened
    if char == '"':
        before = text[at - 1] if at else " "
        return '"' not in opened and (before in _OPENS_AFTER or before.isspace()) and '"' in text[at + 1 :]
    return char in "„‚" or (char == "‘" and "‚" not in opened)


def _closes(text: str, at: int, opened: list[str]) -> bool:
    char = text[at]
    if char == "”":
        return True
    if char == "“":
        return "„" in opened
    if char == '"':
        return '"' in opened
    if char == "‘":
        return "‚" in opened
    if char != "’" or opened[-1:] != ["‘"] or not _ends_word(text, at):
        return False
    # Of several that could close it, the last before the enclosing marks end: the others are apostrophes.
    for later in range(at + 1, len(text)):
        if text[later] in '”"‘“„':
            break
        if text[later] == "’" and _ends_word(text, later):
            return False
    return True


def _ends_word(text: str, at: int) -> bool:
    return not text[at + 1 : at + 2].isalnum()


def _mark(level: int, *, opens: bool) -> str:
    """The mark at a level inside the outer double ones: single at 1, double at 2, and so on."""
    return ("“”" if level % 2 == 0 else "‘’")[0 if opens else 1]
