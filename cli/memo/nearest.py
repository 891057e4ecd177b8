"""“Did you mean”: the names most like one that nothing answers to."""

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> list[str]:
    """Up to three of `names` that `name` may be a slip of, the likeliest first."""
    from difflib import get_close_matches  # deferred: only a slip needs it

    folded = {known.casefold(): known for known in names}
    return [folded[match] for match in get_close_matches(name.casefold(), folded, n=3, cutoff=0.6)]
