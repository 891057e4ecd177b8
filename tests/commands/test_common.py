"""What all commands share: options before and after, settings, statuses, pipes, interrupts, bad files."""

import os
import shlex
import signal
import subprocess
import time
from pathlib import Path

import pytest

from conftest import LATER, MEMO, Library, Memo


def test_help_and_version(memo: Memo) -> None:
    assert memo().check_good().out == memo("--help").check_good().out
    assert memo("--version").check_good().out.startswith("memo ")


@pytest.mark.parametrize("command", ["quote", "cite", "list", "show"])
def test_every_command_shows_examples(memo: Memo, command: str) -> None:
    out = memo(command, "--help").check_good().out
    assert f"memo {command}" in out.partition("Examples:")[2]
    assert "--library DIR" in out


@pytest.mark.parametrize(
    "arguments", [("qoute", "x"), ("--libary", "x"), ("quote", "x", "--styl", "y"), ("quote", "x", "-n", "-1"), ("-z",)]
)
def test_slips_of_the_command_line(memo: Memo, arguments: tuple[str, ...]) -> None:
    memo(*arguments).check_polite(2)


def test_did_you_mean_a_command(memo: Memo) -> None:
    assert "did you mean quote?" in memo("qoute", "x").err


@pytest.mark.parametrize("before", [True, False])
def test_common_options_stand_before_the_command_and_after_it(memo: Memo, library: Library, before: bool) -> None:
    library.add("mine")
    common = ("--library", str(library.path), "--no-bundled", "--color", "never")
    ran = memo(*common, "list") if before else memo("list", *common)
    assert ran.check_good().out.startswith("mine\t")


def test_the_nearer_option_counts(memo: Memo, library: Library, tmp_path: Path) -> None:
    library.add("mine")
    (tmp_path / "other").mkdir()
    arguments = ("--library", str(tmp_path / "other"), "list", "--library", str(library.path), "--no-bundled")
    assert memo(*arguments).check_good().out.startswith("mine\t")


def test_an_empty_library_is_none(memo: Memo) -> None:
    memo("list", "--library", "").check_polite(2)


def test_a_name_that_is_no_utf8_is_a_problem_of_its_own(memo: Memo, library: Library) -> None:
    library.add("good")
    Path(os.fsdecode(os.fsencode(library.path) + b"/bad\xff.md")).write_text("---\ntitle: T\n---\n")
    (library.path / ".hidden.md").write_text("no document")
    ran = memo("list", "--library", str(library.path), "--no-bundled").check_polite(2)
    assert ran.out.startswith("good\t")
    assert "bad" in ran.err
    assert "hidden" not in ran.err


@pytest.mark.parametrize("library_name", ["nowhere", "a-file"])
def test_a_library_that_is_none(memo: Memo, tmp_path: Path, library_name: str) -> None:
    (tmp_path / "a-file").write_text("x")
    assert library_name in memo("--library", str(tmp_path / library_name), "list").check_polite(2).err
    assert "a-file" in memo("list", env={"MEMO_LIBRARY": str(tmp_path / "a-file")}).check_polite(2).err


def test_the_library_of_the_environment_and_of_the_data_folder(
    memo: Memo, library: Library, environment: dict[str, str]
) -> None:
    library.add("mine")
    assert "mine\t" in memo("list", env={"MEMO_LIBRARY": str(library.path)}).check_good().out
    ran = memo("list", env={"MEMO_LIBRARY": str(library.path / "nowhere")})
    assert (ran.status, ran.out.count("\n")) == (0, 2)
    assert "there is no library" in ran.err
    shared = Path(environment["HOME"], ".local", "share")
    shared.mkdir(parents=True)
    library.path.rename(shared / "memo")
    assert "mine\t" in memo("list").check_good().out


def configure(environment: dict[str, str], text: str) -> None:
    folder = Path(environment["HOME"], ".config", "memo")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(text)


def test_the_configuration_sets_defaults(memo: Memo, environment: dict[str, str], library: Library) -> None:
    library.add("mine")
    configure(environment, f'library = "{library.path}"\nstyle = "chicago-17"\n[list]\nformat = "json"\n')
    assert memo("list").check_good().out.startswith("[")
    assert memo("list", "-f", "text").check_good().out.startswith("mikoyan")
    assert "mine" in memo("list").out
    assert "(Moscow: Pamiatniki" in memo("cite", LATER).check_good().out
    assert "(Pamiatniki" in memo("cite", LATER, "--style", "chicago").check_good().out
    configure(environment, 'format = "json"')
    assert memo("quote", "Ulaanbaatar").check_good().out.startswith("{")
    configure(environment, 'format = "bibtex"')
    assert memo("cite", LATER).check_good().out.startswith("@misc")
    assert memo("cite", LATER, "--form", "short").check_good().out.startswith("“Memorandum")
    assert memo("list").check_good().out.startswith("mikoyan")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("library = ", "no TOML"),
        ("libary = 'x'", "libary: unknown key; did you mean library?"),
        ("style = 3", "style: a string was expected, not 3"),
        ("quote = 'x'", "quote: a table was expected"),
        ("[quote]\nform = 'x'", "quote.form: unknown key"),
        ("[quote]\nformat = 'word'", "quote.format: “word”: one of text, json was expected"),
        ("format = 'jsn'", "format: “jsn”: one of text,"),
        ("style = 'nosuch'", "no style answers to “nosuch”"),
    ],
)
def test_a_bad_configuration_is_named(memo: Memo, environment: dict[str, str], text: str, said: str) -> None:
    configure(environment, text)
    assert said in memo("quote", "Port Arthur").check_polite(2).err


def test_a_configuration_that_is_no_file(memo: Memo, environment: dict[str, str]) -> None:
    folder = Path(environment["HOME"], ".config", "memo")
    folder.mkdir(parents=True)
    os.mkfifo(folder / "config.toml")
    memo("list").check_polite(2)


BAD = {
    "yaml": b"---\ntitle: [\n---\n\ntext\n",
    "date": b"---\ntitle: T\ndate: the fourth\n---\n\ntext\n",
    "title": b"---\ndate: 1949\n---\n\ntext\n",
    "utf8": b"---\ntitle: T\n---\n\ncaf\xe9\n",
    "bare": b"text",
    "empty": b"",
    "binary": bytes(range(256)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_and_the_others_are_used(memo: Memo, library: Library, name: str) -> None:
    library.put(name, BAD[name])
    for arguments in (("list",), ("quote", "Port Arthur"), ("cite",), ("cite", "1949-02-04")):
        ran = memo(*arguments, "--library", str(library.path)).check_polite(2)
        assert f"{name}.md" in ran.err
        assert "ikoyan" in ran.out
    assert ran.err.count(f"{name}.md") == 1
    ran = memo("show", name, "--library", str(library.path)).check_polite(2)
    assert ran.out == ""
    assert ran.err.count(f"{name}.md") == 1
    memo("cite", LATER, "--library", str(library.path)).check_good()


def test_an_id_that_is_two_and_a_folder_for_a_file(memo: Memo, library: Library) -> None:
    library.add("one/same")
    library.add("two/same")
    (library.path / "folder.md").mkdir()
    ran = memo("list", "--library", str(library.path)).check_polite(2)
    assert "the id same is also that of" in ran.err
    assert "folder.md: is a folder" in ran.err
    assert "the id same is also that of" in memo("cite", "same", "--library", str(library.path)).check_polite(2).err


def test_unreadable_output(memo: Memo, environment: dict[str, str]) -> None:
    for arguments in (["show", LATER, "--text"], ["list"], ["--help"], ["quote", "Mao", "-n", "0", "-f", "json"]):
        with Path("/dev/full").open("w") as full:
            ran = subprocess.run(
                [*MEMO, *arguments], stdout=full, stderr=subprocess.PIPE, env=environment, check=False, text=True
            )
        assert ran.returncode == 2
        assert ran.stderr == "memo: output: No space left on device\n"


@pytest.mark.parametrize(
    "arguments",
    [("quote", "Mao", "-n", "0"), ("quote", "Mao", "-n", "0", "-f", "json"), ("show", LATER, "--text"), ("--help",)],
)
def test_a_closed_pipe_ends_memo_quietly(environment: dict[str, str], arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*MEMO, *arguments], stdout=writing, stderr=subprocess.PIPE, env=environment, check=False, timeout=60
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.parametrize("after", [0.12, 0.25, 0.6])
def test_an_interrupt_ends_memo_with_130(environment: dict[str, str], after: float) -> None:
    process = subprocess.Popen(
        [*MEMO, "quote", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background ignores it
    )
    time.sleep(after)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_output_is_utf8_whatever_the_locale_says(memo: Memo) -> None:
    for env in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0"}):
        assert "“Memorandum" in memo("cite", LATER, env=env).check_good().out


def test_bytes_that_are_no_text_on_the_command_line(environment: dict[str, str]) -> None:
    for arguments in (["quote", b"\xff"], ["cite", b"\xff"], ["list", b"\xff"], [b"\xff"], ["show", b"\xff"]):
        ran = subprocess.run([*MEMO, *arguments], capture_output=True, env=environment, check=False)
        assert ran.returncode in (1, 2)
        assert b"Traceback" not in ran.stderr
        assert b"fault of memo's own" not in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "closed", "status"),
    [
        ("list", ">&-", 2),
        ("list", "2>&-", 0),
        ("cite nosuch", "2>&-", 2),
        ("quote -", "<&-", 2),
        ("cite mikoyan", "<&-", 2),
    ],
)
def test_closed_streams(environment: dict[str, str], arguments: str, closed: str, status: int) -> None:
    ran = subprocess.run(
        ["bash", "-c", f"{shlex.join(MEMO)} {arguments} {closed}"], capture_output=True, env=environment, check=False
    )
    assert ran.returncode == status
    assert b"Traceback" not in ran.stderr
    assert b"fault of memo's own" not in ran.stderr


def test_no_home_no_cache_no_matter(memo: Memo, environment: dict[str, str], tmp_path: Path) -> None:
    del environment["HOME"]
    assert memo("quote", "Ulaanbaatar").check_good().out
    locked = tmp_path / "locked"
    locked.write_text("a file where a folder should be")
    assert memo("quote", "Ulaanbaatar", env={"XDG_CACHE_HOME": str(locked)}).check_good().out


def test_the_same_answer_from_a_cold_and_a_warm_cache(memo: Memo) -> None:
    first = memo("quote", "Port Arthur", "-n", "0").check_good().out
    assert [memo("quote", "Port Arthur", "-n", "0").check_good().out for _ in range(2)] == [first, first]


def test_two_at_once_on_a_cold_cache(environment: dict[str, str]) -> None:
    running = [
        subprocess.Popen(
            [*MEMO, "quote", "Port Arthur"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
        )
        for _ in range(6)
    ]
    answers = {process.communicate(timeout=60) for process in running}
    assert len(answers) == 1
    assert {process.returncode for process in running} == {0}


def test_a_shell_completes_ids(memo: Memo) -> None:
    env = {"_MEMO_COMPLETE": "bash_complete", "COMP_WORDS": "memo cite mik", "COMP_CWORD": "2"}
    assert memo(env=env).out.split() == ["plain,mikoyan-mao-1949-01-31", "plain,mikoyan-mao-1949-02-04"]
    for shell in ("bash", "zsh", "fish"):
        assert "_MEMO_COMPLETE" in memo(env={"_MEMO_COMPLETE": f"{shell}_source"}).out
