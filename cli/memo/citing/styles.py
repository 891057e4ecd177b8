"""The styles at hand, by name, and what memo knows of each."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from memo import bundled
from memo.errors import FileError, NotFoundError, UseError
from memo.nearest import nearest

if TYPE_CHECKING:
    from memo.text.headline import Edition

Form = Literal["note", "short", "bibliography"]
FORMS: tuple[Form, ...] = ("note", "short", "bibliography")
DEFAULT = "chicago"
SUFFIX = ".csl"


class Style(NamedTuple):
    """A CSL style: its name, its source as read, and the edition of Chicago whose capitals it wants."""

    name: str
    path: Path
    source: bytes
    edition: "Edition"

    def require(self, form: Form) -> None:
        """Raise UseError for a form that the style lacks."""
        if form == "bibliography" and b"<bibliography" not in self.source:
            raise UseError(f"the style {self.name} has no bibliography")


def find_style(name: str, folders: Sequence[Path] = ()) -> Style:
    """The style of a name; `folders` are looked through before memo's own. Raises NotFoundError, FileError."""
    places = [*folders, bundled.folder("styles")]
    for folder in places:
        path = folder / f"{name}{SUFFIX}"
        if "/" not in name and path.is_file():
            try:
                return Style(name, path, path.read_bytes(), 17 if name == "chicago-17" else 18)
            except OSError as error:
                raise FileError(path, f"can't be read: {error.strerror}") from error
    known = style_names(folders)
    hint = f"there are {', '.join(known)}; a style file goes into the folder styles of the library"
    raise NotFoundError("style", name, nearest(name, known), hint=hint)


def style_names(folders: Sequence[Path] = ()) -> list[str]:
    """The names of all styles at hand, sorted."""
    places = [*folders, bundled.folder("styles")]
    return sorted({path.stem for folder in places if folder.is_dir() for path in folder.glob(f"*{SUFFIX}")})
