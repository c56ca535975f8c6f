"""Answers that are asked about once: the same given again is meant so."""

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.errors import DoubtError


class Doubts:
    """Remembers what was asked about last."""

    def __init__(self) -> None:
        self._last: tuple[str, str] | None = None

    def answer(self, desk: Desk, name: str, typed: str) -> None:
        """Answer a figure as the user typed it.

        Raises:
            InputError: it is no number, or one that cannot be.
            DoubtError: it may be meant otherwise, and was not asked about just before.
        """
        given = (name, typed.strip())
        sure = given == self._last
        self._last = None
        try:
            editing.answer(desk, name, typed, sure=sure)
        except DoubtError:
            self._last = given
            raise
