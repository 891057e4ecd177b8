"""Where a run of memo begins: `memo` and `python -m memo`."""

import gc
import os
import signal
import sys


def main() -> None:
    """Run the command line."""
    gc.set_threshold(100_000)  # a run is short: collecting its young objects again and again costs a tenth of it
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)
    from memo.commands.group import memo  # after this: an interrupt may fall into the imports

    memo.run()


def _interrupted(_signal: int, _frame: object) -> None:
    """End at once. An exception might come up in the middle of an import, where Python swallows or wraps it.

    Nothing is lost: whatever memo writes to files is written whole or not at all.
    """
    if sys.stderr:
        os.write(sys.stderr.fileno(), b"memo: interrupted\n")
    os._exit(130)


if __name__ == "__main__":
    main()
