"""Finds the data that memo ships, in a wheel, an editable install and a plain checkout alike."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `documents` or `styles` as it was shipped."""
    shipped = _PACKAGE / "bundle" / name
    return shipped if shipped.is_dir() else _PACKAGE.parent.parent / name
