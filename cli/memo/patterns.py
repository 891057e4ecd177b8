"""Regular expressions compiled when they are first used: compiling all of them would cost more than a query."""

import re
from typing import Any, cast


class _Lazy:
    """Stands for a pattern until something of it is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)
        self.__dict__[name] = value
        return value


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but later."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))
