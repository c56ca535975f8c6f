"""How what was done gets into the file of the open workspace, where that is written behind."""

from collections.abc import Callable

from nianbao.desk.desk import Desk


class PendingWrites:
    """Steps that are not in the file yet. Where nothing is written behind, none are."""

    def __init__(self, desk: Desk, told: Callable[[], object]) -> None:
        """Have `told` called, in the thread that writes, after each success and each failure."""
        self._desk = desk
        self._tell(told)

    @property
    def given(self) -> int:
        """How many steps there were."""
        writer = self._desk.store.writer
        return writer.given if writer else 0

    @property
    def written(self) -> int:
        """How many of them are in the file."""
        writer = self._desk.store.writer
        return writer.written if writer else 0

    @property
    def waiting(self) -> int:
        """How many of them are not in the file yet."""
        return self.given - self.written

    @property
    def error(self) -> Exception | None:
        """Why the file could not be written; all waits then."""
        writer = self._desk.store.writer
        return writer.error if writer else None

    def retry(self) -> None:
        """Try again after a failure."""
        if (writer := self._desk.store.writer) and writer.error is not None:
            writer.retry()

    def wait(self, seconds: float) -> bool:
        """Wait until all is written or something fails, at most so long; say if all is written."""
        writer = self._desk.store.writer
        return writer is None or writer.wait(seconds)

    def give_up(self) -> None:
        """Forget what could not be written."""
        if writer := self._desk.store.writer:
            writer.give_up()

    def let_go(self) -> None:
        """Listen no longer."""
        self._tell(lambda: None)

    def _tell(self, told: Callable[[], object]) -> None:
        if writer := self._desk.store.writer:
            writer.told = told
