"""Where a run of memo begins: `memo` and `python -m memo`."""

import sys


def main() -> None:
    """Run the command line; an interrupt is met quietly even while the program is still being loaded."""
    try:
        from memo.commands.group import memo  # deferred: an interrupt may fall into the imports
    except KeyboardInterrupt:
        sys.exit(130)
    memo(prog_name="memo")


if __name__ == "__main__":
    main()
