"""Every error that memo raises on purpose. The command group alone turns them into messages and exit statuses."""

from collections.abc import Sequence


class MemoError(Exception):
    """What was given can't be used; the message says what it was, where it stands and what was expected."""

    status = 2

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.hint = hint


class UseError(MemoError):
    """Words, options or settings that can't be used."""


class NotFoundError(MemoError):
    """A name (of a document, style, heading) that nothing answers to; `nearest` are the names most like it."""

    def __init__(self, what: str, name: str, nearest: Sequence[str] = (), *, hint: str | None = None) -> None:
        if nearest:
            hint = "did you mean " + " or ".join(nearest) + "?"
        super().__init__(f"no {what} answers to “{name}”", hint=hint)
        self.nearest = tuple(nearest)


class AmbiguousError(MemoError):
    """A name that several things answer to."""

    def __init__(self, what: str, name: str, choices: Sequence[str], *, hint: str | None = None) -> None:
        super().__init__(f"“{name}” could be {len(choices)} {what}s: {', '.join(choices)}", hint=hint)
        self.choices = tuple(choices)


class FileError(MemoError):
    """A file that can't be read or isn't what it should be: `path`, and the line counted from 1 where one is known."""

    def __init__(self, path: object, problem: str, *, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {problem}" if line else f"{path}: {problem}")


class ParseError(MemoError, ValueError):
    """Text that is not of its kind (a reference, a date, leaves); marks the place under the text.

    `at` counts characters of `text` from 0; `what` names the kind, `expected` says what would have been right.
    """

    def __init__(self, what: str, text: str, expected: str, at: int = 0) -> None:
        shown = text.replace("\n", " ").replace("\t", " ")
        super().__init__(
            f"“{shown}” is no {what}: expected {expected}", hint=f"{shown}\n{'~' * max(at, 0)}^" if at else None
        )
        self.expected = expected


class RenderError(MemoError):
    """A citation or record that could not be made, naming the document and what stood in the way."""


class ClipboardError(MemoError):
    """No clipboard takes the text."""
