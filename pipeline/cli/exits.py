"""Exit codes that every command shares, and the errors behind them."""

from typing import IO, Any

import click

OK = 0
FINDING = 1
USAGE = 2
UNREACHABLE = 3
LIMIT = 4


class Unreachable(Exception):  # noqa: N818 - the vocabulary of exit codes
    """A server that the command needs does not answer; the message names it and the remedy. Exit code 3."""


class Failed(click.ClickException):
    """What was asked for can't be done as things are; the message says why and the remedy. Exit code 1."""

    exit_code = FINDING

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file, err=True)


class Refused(click.ClickException):
    """What was asked for is not there, or is not what it was taken for; the message says what would be. Exit code 2."""

    exit_code = USAGE
