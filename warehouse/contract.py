"""What every sink is, and the three ways in which it can fail."""

from typing import Protocol

from warehouse.table import RowBatch


class SinkUnavailable(Exception):  # noqa: N818 - the field's word
    """The database can't be reached or can't work now. Nothing is committed; the caller pauses and retries the same batch."""


class RowsRefused(Exception):  # noqa: N818 - a condition of the rows
    """The database works and refuses the rows. The caller halves the batch until the row is found."""


class WarehouseMisconfigured(Exception):  # noqa: N818 - the field's word
    """No retry helps: a table is missing, a password is wrong. The message names the remedy; the process ends."""


class Sink(Protocol):
    """Writes rows to one engine; a batch written twice leaves the same rows, and an older version never replaces a newer.

    `at_once`: of so many messages the rows are written together.
    """

    engine: str
    at_once: int

    def write(self, batch: RowBatch) -> None:
        """Write `batch`; on return the database confirmed it.

        Raises SinkUnavailable, RowsRefused or WarehouseMisconfigured.
        """
        ...
