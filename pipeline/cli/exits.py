"""Exit codes that every command shares, and the errors behind them."""

OK = 0
FINDING = 1
USAGE = 2
UNREACHABLE = 3
LIMIT = 4


class Unreachable(Exception):  # noqa: N818 - the vocabulary of exit codes
    """A server that the command needs does not answer; the message names it and the remedy. Exit code 3."""
