"""What can go wrong with the embedded stack; every message names the cause and the remedy."""


class StackError(Exception):
    """A part of the embedded stack can't do what was asked; the message says which, why, and what to do."""


class PortTaken(StackError):  # noqa: N818 - noun + condition
    """Another program listens on a part's port."""


class PartFailed(StackError):  # noqa: N818 - noun + condition
    """A part ended or never answered; the message carries the last lines of its log."""


class InstallFailed(StackError):  # noqa: N818 - noun + condition
    """What a part is made of could not be fetched, or is not what the lock file names."""
