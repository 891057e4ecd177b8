"""The house: imports go one way, commands are thin, start-up loads what it uses."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import LATER, ROOT

PACKAGE = ROOT / "cli" / "memo"
MODULES = sorted(PACKAGE.rglob("*.py"))

RANKS = [
    {"errors", "patterns", "nearest", "bundled"},
    {"cache", "settings"},
    {"text", "archives"},
    {"registry"},
    {"search"},
    {"reading", "citing"},
    {"quoting"},
    {"verifying"},
    {"terminal"},
    {"commands"},
    {"__main__"},
]
"""Rooms and loose modules, the lowest first: each imports its own and lower ones only."""


def room(module: str) -> str:
    """The room of a module, by its dotted name below `memo`."""
    return module.removeprefix("memo.").partition(".")[0]


def rank(name: str) -> int:
    return next((number for number, names in enumerate(RANKS) if name in names), -1)


def imports(path: Path) -> list[str]:
    """Every module that a file imports, wherever in it."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" if node.module == "memo" else node.module for alias in node.names]
    return found


def own_room(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    here = own_room(path)
    if here == "__init__":
        assert not [module for module in imports(path) if module.startswith("memo")]
        return
    assert rank(here) >= 0, f"{here} has no rank"
    for module in imports(path):
        if module.startswith("memo.") and not module.startswith("memo.__"):
            assert rank(room(module)) <= rank(here), f"{here} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_commands_and_terminal_know_click(path: Path) -> None:
    if own_room(path) not in ("commands", "terminal"):
        assert not [module for module in imports(path) if module.partition(".")[0] == "click"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 350
    assert ast.get_docstring(ast.parse(source))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno
            assert node.end_lineno - node.lineno < 60, node.name


def loaded(*arguments: str, env: dict[str, str]) -> set[str]:
    """The modules that a run of memo has loaded when it ends."""
    script = (
        "import sys\nfrom memo.__main__ import main\n"
        f"sys.argv = ['memo', *{list(arguments)!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=env, check=True)
    return set(ran.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (
            ("quote", "Port Arthur"),
            {"yaml", "citeproc", "lxml", "rapidfuzz", "pyperclip", "platformdirs", "tomllib", "_hashlib"},
        ),
        (("quote", "Port Artur"), {"yaml", "citeproc", "lxml", "pyperclip", "platformdirs", "numpy"}),
        (("cite", LATER), {"yaml", "citeproc", "lxml", "rapidfuzz", "pyperclip", "platformdirs"}),
        (("list",), {"yaml", "citeproc", "lxml", "rapidfuzz", "pyperclip", "platformdirs"}),
        (("--help",), {"yaml", "citeproc", "lxml", "rapidfuzz", "sqlite3.dump", "memo.search", "memo.quoting"}),
    ],
)
def test_what_a_command_does_not_use_it_does_not_load(
    environment: dict[str, str], arguments: tuple[str, ...], never: set[str]
) -> None:
    for _ in range(2):  # the second time, from the cache
        modules = loaded(*arguments, env=environment)
    assert "click" in modules
    assert not modules & never


def test_the_top_level_is_as_designed() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode:
        pytest.skip("not a git checkout")
    top = {name.partition("/")[0] for name in tracked.stdout.split()}
    folders = {name for name in top if (ROOT / name).is_dir()}
    assert folders == {"cli", "documents", "styles", "tests", ".ci"}
    assert top - folders == {"pyproject.toml", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md", ".gitignore"}
