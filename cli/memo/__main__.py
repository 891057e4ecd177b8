"""Where a run of memo begins: `memo` and `python -m memo`."""

import gc
import sys


def main() -> None:
    """Run the command line; an interrupt is met quietly even while the program is still being loaded."""
    gc.set_threshold(100_000)  # a run is short: collecting its young objects again and again costs a tenth of it
    try:
        from memo.commands.group import memo  # deferred: an interrupt may fall into the imports
    except KeyboardInterrupt:
        sys.exit(130)
    memo.run()


if __name__ == "__main__":
    main()
