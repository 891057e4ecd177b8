"""`memo list`: documents, one a line."""

import click

from memo.commands.options import MemoCommand, format_option
from memo.commands.session import Session
from memo.registry.model import Document
from memo.terminal.layout import table
from memo.terminal.output import say, say_json, tell, terminal_width


def listed(session: Session, words: str) -> list[Document]:
    """All documents by date, or those whose metadata holds the words."""
    documents = session.registry.documents()
    if not words:
        return documents
    from memo.search.listing import matching  # deferred: a plain list needs none

    return matching(documents, words)


@click.command(
    "list",
    cls=MemoCommand,
    examples=[
        ("memo list", "every document, by date"),
        ("memo list Mikoyan 1949", "those of Mikoyan and 1949"),
        ("memo list | cut -f 1", "ids alone: a pipe gets fields divided by tabs"),
    ],
)
@click.argument("words", nargs=-1)
@format_option("list")
@click.pass_obj
def command(session: Session, words: tuple[str, ...], format_: str | None) -> int:
    """List documents by date; WORDS filter them by title, people, date, reference."""
    documents = listed(session, " ".join(words))
    if session.format("list", format_) == "json":
        from memo.registry.schema import as_json  # deferred: a list of lines needs none

        say_json([as_json(document) for document in documents])
    else:
        for line in table(documents, terminal_width()):
            say(line)
    if not documents:
        tell(f"no document answers to “{' '.join(words)}”" if words else "the registry has no documents")
        return 1
    return 0
