"""Documents by words of their metadata: title, people, date, reference."""

from collections.abc import Iterable

from memo.errors import UseError
from memo.registry.model import Document
from memo.text.folding import finding_words, fold, is_word

_LIKE = 80.0
"""Of 100: how like a word of the metadata a misspelt one must be."""


def matching(documents: Iterable[Document], words: str) -> list[Document]:
    """The documents whose metadata holds every word, or the beginning of one; misspelt ones only where none does.

    Raises UseError where no word was given.
    """
    wanted = finding_words(words)
    if not wanted:
        raise UseError(f"“{words}” holds no word: words to filter by were expected")
    known = [(document, set(filter(is_word, fold(described(document)).keys))) for document in documents]
    plainly = [each for each, keys in known if all(any(key.startswith(word) for key in keys) for word in wanted)]
    if plainly:
        return plainly
    from rapidfuzz import fuzz, process  # deferred: only a slip needs it

    def near(word: str, keys: set[str]) -> bool:
        return word in keys or bool(
            not word.isdigit() and process.extractOne(word, keys, scorer=fuzz.ratio, score_cutoff=_LIKE)
        )

    return [each for each, keys in known if all(near(word, keys) for word in wanted)]


def described(document: Document) -> str:
    """What a filter looks through, one thing a line."""
    names = [name.full for name in (*document.authors, *document.recipients, *document.translators)]
    date = [document.date.edtf, document.date.printed()] if document.date else []
    archive = document.archive
    reference = [archive.name, archive.short, archive.reference.place()] if archive else []
    return "\n".join(filter(None, [document.id, document.name, document.genre, *names, *date, *reference]))
