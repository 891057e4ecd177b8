"""The wheel as it is shipped: MEMO_WHEEL names the file, MEMO_COMMAND the memo that was installed from it."""

import os
import subprocess
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from conftest import EARLIER, LATER, MEMO, ROOT

WHEEL = Path(os.environ["MEMO_WHEEL"])


@pytest.fixture
def files() -> set[str]:
    with zipfile.ZipFile(WHEEL) as wheel:
        return {name for name in wheel.namelist() if ".dist-info/" not in name}


def test_it_holds_the_package_and_its_data_and_nothing_else(files: set[str]) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "cli/memo", "documents", "styles"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    shipped = {name.removeprefix("cli/") if name.startswith("cli/") else f"memo/bundle/{name}" for name in tracked}
    assert files == shipped
    assert {f"memo/bundle/documents/{name}.md" for name in (EARLIER, LATER)} < files
    assert {"memo/bundle/styles/chicago.csl", "memo/bundle/documents/authority/archives.toml"} < files


def test_its_metadata() -> None:
    with zipfile.ZipFile(WHEEL) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        metadata = Parser().parsestr(wheel.read(name).decode())
    assert (metadata["Name"], metadata["Requires-Python"], metadata["License-Expression"]) == (
        "memo-cite",
        ">=3.11",
        "MIT",
    )
    assert metadata.get_all("License-File") == ["LICENSE", "NOTICE"]


def test_the_installed_memo_is_not_the_checkouts(tmp_path: Path) -> None:
    shown = subprocess.run([*MEMO, "show", LATER], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert str(ROOT) not in shown
    assert "site-packages" in shown
