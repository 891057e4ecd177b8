"""The group of all commands, each loaded when it is called, and the one place where errors become messages."""

import gc
import importlib
import os
import sys
from typing import Any, NoReturn

import click

from memo import __version__
from memo.commands.options import common_options, settle_color
from memo.errors import MemoError
from memo.nearest import nearest
from memo.terminal.output import tell, use_utf8

COMMANDS = {
    "quote": "Find passages and print them verbatim with their citation.",
    "cite": "Print citations or records of documents.",
    "list": "List documents, one a line.",
    "show": "Show a document's metadata or text.",
}

INTERRUPTED = 130


class MemoGroup(click.Group):
    """Loads a command's module when it is called, and ends every run with a message and a status, never a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"memo.commands.{cmd_name}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or say which was perhaps meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = nearest(name, COMMANDS)
            ctx.fail(f"no such command “{name}”" + (f"; did you mean {' or '.join(near)}?" if near else ""))
        return super().resolve_command(ctx, args)

    def run(self) -> NoReturn:
        """Run, and leave with the status: 0 good, 1 nothing found, 2 an error, 130 interrupted."""
        closed = sys.stdout is None
        use_utf8()
        if closed:
            tell("there is no standard output")
            sys.exit(2)
        _leave(self._status())

    def _status(self) -> int:
        try:
            return self._answer()
        except click.exceptions.Exit as end:
            return end.exit_code
        except click.ClickException as error:
            error.show()
            return 2
        except (click.Abort, KeyboardInterrupt, EOFError):
            tell("interrupted")
            return INTERRUPTED
        except MemoError as error:
            tell(str(error), hint=error.hint)
            return error.status
        except BrokenPipeError:
            _discard_output()
            return 0
        except OSError as error:
            tell(f"{error.filename or 'output'}: {error.strerror or error}")
            if not error.filename:
                _discard_output()
            return 2
        except Exception as error:
            if os.environ.get("MEMO_DEBUG"):
                raise
            tell(f"a fault of memo's own: {type(error).__name__}: {error}", hint="MEMO_DEBUG=1 shows where")
            return 2

    def _answer(self) -> int:
        """The status of the command that was typed, or of what a shell asks in order to complete one."""
        asked = os.environ.get("_MEMO_COMPLETE")
        if asked:
            from click.shell_completion import shell_complete  # deferred: only a shell asks

            return shell_complete(self, {}, "memo", "_MEMO_COMPLETE", asked)
        # click's own `main` would answer a closed pipe with 1 and an interrupt with 1.
        with self.make_context("memo", sys.argv[1:]) as context:
            return int(self.invoke(context) or 0)


def _leave(status: int) -> NoReturn:
    """Leave, once what was printed is out; a pipe closed meanwhile is no fault, a full disk is."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = 0
        _discard_output()
    except OSError as error:
        tell(f"output: {error.strerror or error}")
        status = 2
        _discard_output()
    gc.freeze()  # what the run has made need not be collected before it ends: a tenth of a query
    sys.exit(status)


def _discard_output() -> None:
    """Let what is still to be written go nowhere: it can't be."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


@click.group(cls=MemoGroup, invoke_without_command=True, params=common_options())
@click.version_option(__version__, message="memo %(version)s")
@click.pass_context
def memo(ctx: click.Context, /, **common: Any) -> None:
    """Find the passage, quote it to the letter, cite it to the leaf.

    `memo COMMAND --help` shows examples.
    """
    ctx.obj = common
    settle_color(ctx, common["color"])
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
