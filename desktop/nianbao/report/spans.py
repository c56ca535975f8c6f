"""Stretches of a text, and whether another stretch touches them: in a time that does not grow."""

from collections.abc import Iterable

Span = tuple[int, int]
"""Where a stretch begins and ends."""


class Spans:
    """Stretches of one text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._held = bytearray()
        for start, stop in spans:
            self._held.extend(bytes(max(0, stop - len(self._held))))
            self._held[start:stop] = b"\x01" * (stop - start)

    def touches(self, span: Span) -> bool:
        """Whether a stretch has a character in common with one of these."""
        return self._held.find(1, *span) >= 0
