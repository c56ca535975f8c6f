"""The way through everything that is open: which comes next, and where one was."""

from nianbao.views.open_items import OpenItem, OpenItems, OpenKind


class Walk:
    """Remembers what was visited last; what was answered meanwhile is passed over."""

    def __init__(self) -> None:
        self.last: OpenItem | None = None
        self._behind: tuple[OpenItem, ...] = ()  # what stood behind it
        self.kinds: tuple[OpenKind, ...] = tuple(OpenKind)

    def limit(self, word: str) -> None:
        """Go to one kind only, by its word, or to all for none."""
        self.kinds = (OpenKind(word),) if word else tuple(OpenKind)

    def step(self, items: OpenItems, step: int, here: str) -> OpenItem | None:
        """Return the next item (1) or the one before (-1), from the piece where the user is."""
        if self.last is not None and here and here != self.last.piece and self.last.piece:
            self.last = None  # the user went elsewhere
        if step < 0:
            found = self._before(items, here)
        elif self.last is None and here:
            found = items.next_from(here, 0, self.kinds)
        else:
            found = self._after(items)
        self.last = found
        self._behind = items.items[items.items.index(found) + 1 :] if found else ()
        return found

    def _after(self, items: OpenItems) -> OpenItem | None:
        """Return the next item; behind one that was answered and had no place, what followed it."""
        if self.last is not None and not self.last.piece and self.last not in items.items:
            rest = (one for one in self._behind if one in items.items and one.kind in self.kinds)
            return next(rest, None) or items.next_after(None, self.kinds)
        return items.next_after(self.last, self.kinds)

    def _before(self, items: OpenItems, here: str) -> OpenItem | None:
        known = items.of(self.kinds)
        if not known:
            return None
        if self.last is not None and self.last in known:
            return known[known.index(self.last) - 1]
        behind = self.last or items.next_from(here, 0, self.kinds)
        after = items.next_after(behind, self.kinds) if behind not in known else behind
        return known[known.index(after) - 1] if after in known else known[-1]

    def place(self, items: OpenItems) -> dict[str, str]:
        """Return for the kind of the current item which one of how many it is: 2 / 6."""
        if self.last is None or self.last not in items.items:
            return {}
        same = items.of([self.last.kind])
        return {self.last.kind.value: f"{same.index(self.last) + 1} / {len(same)}"}
