"""Options that commands share, and the command class that takes the common ones before and after its name."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from memo.commands.session import Session
from memo.settings import FORMATS

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any] | click.Command)

COMMON = ("library", "no_bundled", "color")


def common_options() -> list[click.Parameter]:
    """The options that stand before a command's name and after it alike."""
    return [
        click.Option(["--library"], metavar="DIR", help="Folder of your own documents."),
        click.Option(["--no-bundled"], is_flag=True, default=None, help="Leave the bundled documents out."),
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default=None,
            help="When to use colour; NO_COLOR is obeyed.",
        ),
    ]


def format_option(command: str) -> Callable[[Command], Command]:
    """The option that chooses among a command's formats."""
    return click.option("-f", "--format", "format_", type=click.Choice(FORMATS[command]), help="Format of the output.")


def settle_color(ctx: click.Context, choice: str | None) -> None:
    """Let click colour its output, or not, or as the terminal and NO_COLOR say."""
    if choice in ("always", "never"):
        ctx.color = choice == "always"
    elif choice == "auto" or ctx.color is None:
        ctx.color = False if os.environ.get("NO_COLOR") else None


class MemoCommand(click.Command):
    """A command with the common options and examples; its function gets the session first and may return a status."""

    def __init__(self, *args: Any, examples: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params += common_options()
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's own
        """Show the examples below the options."""
        if self.examples:
            with formatter.section("Examples"):
                for line, about in self.examples:
                    formatter.write_text(f"{line}\n")
                    with formatter.indentation():
                        formatter.write_text(about)

    def invoke(self, ctx: click.Context) -> int:
        """Settle the common options, open the session, run the command, close."""
        given = {name: ctx.params.pop(name) for name in COMMON}
        before = ctx.obj or {}
        options = {name: before.get(name) if given[name] is None else given[name] for name in COMMON}
        settle_color(ctx, options["color"])
        session = Session(options)
        ctx.obj = session
        try:
            status = super().invoke(ctx)
        finally:
            closed = session.close()
        return closed or int(status or 0)


def complete_documents(ctx: click.Context, _param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The ids that begin as typed, for the shell."""
    from click.shell_completion import CompletionItem  # deferred: only a shell that completes asks

    from memo.errors import MemoError

    root = ctx.find_root().params
    try:
        session = Session({name: ctx.params.get(name) or root.get(name) for name in COMMON})
        return [CompletionItem(name) for name in session.registry.ids if name.startswith(incomplete)]
    except MemoError:
        return []  # a shell that completes can't be told
