"""Answers that are asked about once: the same given again is meant so."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from nianbao.actions import correcting, editing, elements
from nianbao.desk.desk import Desk
from nianbao.errors import DoubtError

T = TypeVar("T")


class Doubts:
    """Remembers what was asked about last: the act, and the words it was given."""

    def __init__(self) -> None:
        self._last: tuple[str, ...] = ()

    def answer(self, desk: Desk, name: str, typed: str) -> None:
        """Answer a figure as the user typed it.

        Raises:
            InputError: it is no number, or one that cannot be.
            DoubtError: it may be meant otherwise, and was not asked about just before.
        """
        self._ask(("answer", name, typed.strip()), partial(editing.answer, desk, name, typed))

    def rename(self, desk: Desk, name: str, label: str) -> str:
        """Give an indicator another label; return the name of the one that is left then.

        Raises:
            InputError: it is no label, or that of another number.
            DoubtError: it is that of the same number, and was not asked about just before.
        """
        given = ("rename", name, label.strip())
        return self._ask(given, partial(correcting.rename, desk, name, label))

    def set_field(self, desk: Desk, piece: str, name: str, typed: str) -> None:
        """Put what was typed into a field of an element.

        Raises:
            InputError: it is no date or number.
            DoubtError: it may be meant otherwise, and was not asked about just before.
        """
        given = ("set_field", piece, name, typed.strip())
        self._ask(given, partial(elements.set_field, desk, piece, name, typed))

    def _ask(self, given: tuple[str, ...], act: Callable[..., T]) -> T:
        sure = given == self._last
        self._last = ()
        try:
            return act(sure=sure)
        except DoubtError:
            self._last = given
            raise
