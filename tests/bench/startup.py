"""How long whole runs of memo take, as ratios to `python -c "import click"` of the same environment, in one run.

    python tests/bench/startup.py [COMMAND-OF-MEMO]

Without an argument it measures the memo beside the Python that runs it. Prints a Markdown table: the median of the runs
in milliseconds, the ratio of the medians, and what the design allows. Caches are warm: every command runs once before.
"""

import datetime
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 41
BUNDLED = "mikoyan-mao-1949-02-04"
COMMANDS = {
    'python -c "import click"': ("", None),
    'memo quote "Port Arthur"': ("quote|Port Arthur", 2.0),
    'memo quote "Port Artur" (nearly)': ("quote|Port Artur", None),
    f"memo cite {BUNDLED}": (f"cite|{BUNDLED}", None),
    "memo cite -f bibtex": ("cite|-f|bibtex", None),
    "memo list": ("list", None),
}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """One run, as a whole process."""
    begun = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False)
    return time.perf_counter() - begun


def measure(memo: Path) -> dict[str, list[float]]:
    """The times of each command, taken in turns so that a busy machine slows all of them alike."""
    python = memo.parent / "python"
    # Modules are compiled when they are installed; an editable install compiles them on its first run.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    commands = {
        name: [str(memo), *arguments.split("|")] if arguments else [str(python), "-c", "import click"]
        for name, (arguments, _) in COMMANDS.items()
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(RUNS + 1):
        for name, command in commands.items():
            taken = seconds(command, environment)
            if turn:  # the first warms the caches
                times[name].append(taken)
    return times


def main() -> None:
    """Measure and print the table."""
    memo = Path(sys.argv[1] if len(sys.argv) > 1 else Path(sys.executable).parent / "memo").absolute()
    times = measure(memo)
    base = statistics.median(next(iter(times.values())))
    processors = os.cpu_count()
    print(f"{datetime.date.today()}, {platform.machine()}, {processors} cores, Python {platform.python_version()}\n")
    print("| command | median | ratio | at most |\n| --- | ---: | ---: | ---: |")
    for name, taken in times.items():
        middle = statistics.median(taken)
        allowed = COMMANDS[name][1]
        print(f"| `{name}` | {middle * 1000:.0f} ms | {middle / base:.2f} | {allowed or '–'} |")


if __name__ == "__main__":
    main()
