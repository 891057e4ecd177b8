"""The styles themselves: valid, and two editions of one."""

import citeproc
import pytest
from lxml import etree

from conftest import ROOT
from memo.citing.styles import style_names

STYLES = ROOT / "styles"


@pytest.mark.parametrize("name", style_names())
def test_a_style_is_of_the_published_schema(name: str) -> None:
    schema = etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))
    schema.assertValid(etree.parse(STYLES / f"{name}.csl"))


def test_the_editions_differ_in_the_place_of_publication_alone() -> None:
    """And in their names; the capitals of prepositions are memo's, as CSL knows no long ones."""
    lines = [(STYLES / f"{name}.csl").read_text(encoding="utf-8").splitlines() for name in ("chicago", "chicago-17")]
    only = [{line.strip() for line in mine} - {line.strip() for line in other} for mine, other in (lines, lines[::-1])]
    assert {line for line in only[0] if "<title>" not in line and "<id>" not in line} == set()
    assert {line for line in only[1] if "<title>" not in line and "<id>" not in line} == {
        '<group delimiter=": ">',
        '<text variable="publisher-place"/>',
    }
