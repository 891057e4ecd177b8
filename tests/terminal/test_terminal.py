"""What only a terminal shows: colour, the pager, choosing, the clipboard's own words, harmless control characters."""

import base64
import re
import sys
from pathlib import Path

import pexpect
import pytest

from conftest import EARLIER, LATER, MEMO, Library, Memo

LINE = "\x1b[33m\x1b[1mPort Arthur\x1b[0m"


def on_terminal(
    environment: dict[str, str], *arguments: str, typed: str = "", columns: int = 100, **env: str
) -> tuple[str, int]:
    """Run memo on a pseudo-terminal; what it showed, with plain line feeds, and its status."""
    child = pexpect.spawn(
        MEMO[0],
        [*MEMO[1:], *arguments],
        env={**environment, "TERM": "xterm-256color", **env},  # type: ignore[arg-type]
        dimensions=(40, columns),
        encoding="utf-8",
        timeout=30,
    )
    if typed:
        child.expect("Which: ")
        child.sendline(typed)
    shown = child.before or "" if typed else ""
    child.expect(pexpect.EOF)
    child.close()
    return (shown + (child.before or "")).replace("\r\n", "\n"), child.exitstatus


def test_matches_are_coloured_on_a_terminal(environment: dict[str, str]) -> None:
    shown, status = on_terminal(environment, "quote", "Port Arthur", columns=1000)
    assert status == 0
    assert shown.count(LINE) == 6


@pytest.mark.parametrize(("arguments", "env"), [((), {"NO_COLOR": "1"}), (("--color", "never"), {})])
def test_no_colour_where_none_is_wanted(
    environment: dict[str, str], arguments: tuple[str, ...], env: dict[str, str]
) -> None:
    shown, _ = on_terminal(environment, *arguments, "quote", "Port Arthur", **env)
    assert "\x1b" not in shown
    assert "Port Arthur" in shown


def test_colour_in_a_pipe_where_it_is_wanted(memo: Memo) -> None:
    assert LINE in memo("quote", "--color", "always", "Port Arthur").out
    assert LINE in memo("--color", "always", "quote", "Port Arthur", env={"NO_COLOR": "1"}).out


@pytest.mark.parametrize("columns", [40, 100])
def test_passages_are_broken_between_words(environment: dict[str, str], memo: Memo, columns: int) -> None:
    shown, _ = on_terminal(environment, "quote", "Ulaanbaatar", "--color", "never", columns=columns)
    assert shown.split() == memo("quote", "Ulaanbaatar").out.split()
    assert all(len(line) <= columns or " " not in line.strip() for line in shown.splitlines())


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_a_list_fits_its_terminal(environment: dict[str, str], columns: int) -> None:
    shown, _ = on_terminal(environment, "list", columns=columns)
    lines = shown.splitlines()
    assert [line.split()[0] for line in lines] == [EARLIER, LATER]
    assert columns < 100 or all(len(line) <= columns for line in lines)


def test_one_of_several_is_chosen(environment: dict[str, str]) -> None:
    shown, status = on_terminal(environment, "cite", "mikoyan", "--form", "short", typed="2")
    assert status == 0
    assert EARLIER in shown
    assert "“Memorandum of Conversation,” February 4, 1949." in shown


def test_a_text_goes_through_the_pager(environment: dict[str, str], tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text(f"#!{sys.executable}\nimport sys\nprint('PAGED', len(sys.stdin.read()))\n")
    pager.chmod(0o755)
    shown, status = on_terminal(environment, "show", LATER, "--text", PAGER=str(pager))
    assert status == 0
    assert re.search(r"PAGED 193\d\d", shown)


def test_a_pager_that_cant_be_called_is_named(environment: dict[str, str]) -> None:
    shown, status = on_terminal(environment, "show", LATER, "--text", PAGER="'")
    assert status == 2
    assert "fault of memo's own" not in shown


def test_control_characters_are_harmless_on_a_terminal_and_kept_in_a_pipe(
    environment: dict[str, str], memo: Memo, library: Library
) -> None:
    library.add("evil", "A word \x1b[2J\x1b]0;owned\x07 and \u202eword\n", title="Evil")
    arguments = ("quote", "word", "--library", str(library.path), "--no-bundled")
    shown, _ = on_terminal(environment, *arguments)
    assert "\x1b[2J" not in shown
    assert "\x1b]" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[2J" in shown
    assert "\x1b[2J" in memo(*arguments).out


def test_over_ssh_the_terminal_takes_the_text(environment: dict[str, str]) -> None:
    shown, status = on_terminal(environment, "cite", LATER, "--form", "short", "-c", SSH_CONNECTION="1 2 3 4")
    assert status == 0
    found = re.search(r"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", shown)
    assert found
    assert base64.b64decode(found[1]).decode() == "“Memorandum of Conversation,” February 4, 1949."


def tool(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def test_the_platforms_clipboard_takes_the_text(memo: Memo, environment: dict[str, str], tmp_path: Path) -> None:
    tool(tmp_path / "bin", "xclip", f"cat > {tmp_path}/copied")
    path = f"{tmp_path / 'bin'}:{environment['PATH']}"
    memo("quote", "Ulaanbaatar", "-c", env={"PATH": path, "DISPLAY": ":0"}).check_good()
    copied = (tmp_path / "copied").read_text(encoding="utf-8")
    assert copied.startswith("“Then Ren Bishi raised the question of why not build a road connecting Ulaanbaatar")
    assert "”\n\n“Memorandum of Conversation Between" in copied


@pytest.mark.parametrize("arguments", [("cite", LATER), ("quote", "Ulaanbaatar"), ("cite", LATER, "-f", "json")])
def test_no_clipboard_is_said_after_the_text_was_printed(
    memo: Memo, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    tool(tmp_path / "bin", "none", "")
    ran = memo(*arguments, "-c", env={"PATH": str(tmp_path / "bin")}).check_polite(2)
    assert "Memorandum" in ran.out
    assert "install xclip" in ran.err
