"""The README holds: its examples print what it says, its tables are the program's own. MEMO_REFRESH=1 rewrites it."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from conftest import MEMO, ROOT
from memo.text.folding import FOLDS

README = ROOT / "README.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFRESH = bool(os.environ.get("MEMO_REFRESH"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's folder: memo on the path, and the library of the README's own example."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "memo").write_text(f'#!/bin/sh\nexec {shlex.join(MEMO)} "$@"\n')
    (tmp_path / "bin" / "memo").chmod(0o755)
    (tmp_path / "library").mkdir()
    example = re.search(r"^```markdown\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert example
    (tmp_path / "library" / "gromyko-stalin-1949-11-26.md").write_text(example[1], encoding="utf-8")
    return tmp_path


def run(block: str, folder: Path, environment: dict[str, str]) -> str:
    """The block with what its commands print, standard error included, as a terminal would show it."""
    env = {**environment, "PATH": f"{folder / 'bin'}:{environment['PATH']}"}
    lines = []
    for command in re.findall(r"^\$ (.*)$", block, re.MULTILINE):
        ran = subprocess.run(
            ["bash", "-c", command], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        lines.append(f"$ {command}\n{ran.stdout.decode()}")
    return "".join(lines)


def hold(old: str, new: str) -> None:
    """Hold a part of the README to what it must be, or refresh it."""
    if REFRESH and old != new:
        README.write_text(README.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    else:
        assert old == new


@pytest.mark.parametrize("number", range(len(CONSOLE.findall(README.read_text(encoding="utf-8")))))
def test_examples_print_what_the_readme_says(number: int, folder: Path, environment: dict[str, str]) -> None:
    block = CONSOLE.findall(README.read_text(encoding="utf-8"))[number]
    hold(block, run(block, folder, environment))


def test_there_are_examples_of_every_command() -> None:
    blocks = "".join(CONSOLE.findall(README.read_text(encoding="utf-8")))
    assert {"quote", "cite", "list", "show"} <= set(re.findall(r"^\$ memo (\w+)", blocks, re.MULTILINE))


def test_the_folding_table_is_the_programs() -> None:
    found = re.search(r"<!-- folds -->\n.*?\n\n", README.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    rows = [
        f"| {fold.name} | {fold.equal} | {fold.example} | {'finding' if fold.finding_only else 'everywhere'} |"
        for fold in FOLDS
    ]
    head = "<!-- folds -->\n| fold | what is equal | for example | where |\n| --- | --- | --- | --- |\n"
    hold(found[0], head + "\n".join(rows) + "\n\n")


def test_there_are_exactly_two_commands_of_one_line() -> None:
    blocks = re.findall(r"^```sh\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert [block.count("\n") for block in blocks] == [1, 1]
    assert all(block.startswith("python3 -m venv .venv && ") for block in blocks)
    assert 'memo quote "Port Arthur"' in blocks[0]
    assert "pytest" in blocks[1]


def test_the_changelog_knows_this_version() -> None:
    from memo import __version__

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
