"""What the file holds. The columns here are those of `migrations`; a test compares them.

Every row carries a seal: a checksum of its values. SQLite notices damage of its own structure, but
not a changed digit inside a text (70 % of the single-byte changes that alter data pass its
integrity check), so the seals are compared when a file is opened. Their sum is kept too: it notices
rows that have vanished, and a file copied in the middle of a step.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict
from zlib import crc32

from nianbao.workspace.connection import Connection, Row, Value

_PLAIN = {str, int, float, bytes, type(None)}


class Dumped(TypedDict):
    """Rows of a table as JSON keeps them, in the columns of the time."""

    columns: list[str]
    rows: list[list[Value]]


def seal(row_id: int, row: Row) -> int:
    """Return the checksum that a row carries.

    A CRC of 32 bits notices every change within four bytes in a row, and of the others all but one
    in 4 billion.
    """
    kinds = set(map(type, row))
    if not kinds <= _PLAIN:  # a subclass of str reads back as str, and the seal would not fit
        raise TypeError(f"{kinds - _PLAIN} cannot be stored")
    if bytes in kinds:
        row = tuple(crc32(value) if isinstance(value, bytes) else value for value in row)
    # `repr` would differ between versions of Python, which know more and more letters.
    return crc32(ascii((row_id, *row)).encode("ascii"))


@dataclass(frozen=True)
class Table:
    """A table: its columns, of which the first `key` make a row unique within it.

    Besides them every table has `row_id`, which the log uses and which orders the rows as they were
    first written, and `crc`, the seal.
    """

    name: str
    columns: tuple[str, ...]
    key: int = 0

    @cached_property
    def _names(self) -> str:
        return ", ".join(f'"{column}"' for column in self.columns)

    @cached_property
    def insert_query(self) -> str:
        """The statement that writes a row with its row_id and seal."""
        marks = ", ".join("?" * (len(self.columns) + 2))
        return f'INSERT INTO "{self.name}" (row_id, {self._names}, crc) VALUES ({marks})'

    @cached_property
    def _update(self) -> str:
        values = ", ".join(f'"{column}" = ?' for column in self.columns)
        return f'UPDATE "{self.name}" SET {values}, crc = ? WHERE row_id = ?'

    def select(self, where: str = "", *, order: str = "row_id") -> str:
        """Return the query for whole rows (without row_id and seal), in their order."""
        condition = f"WHERE {where} " if where else ""
        return f'SELECT {self._names} FROM "{self.name}" {condition}ORDER BY {order}'

    def found(self, conn: Connection, where: str, values: Iterable[Value]) -> list[Row]:
        """Return the matching rows, each with its row_id in front."""
        query = f'SELECT row_id, {self._names} FROM "{self.name}" WHERE {where} ORDER BY row_id'
        return conn.rows(query, tuple(values))

    def within(self, conn: Connection, scope: Row) -> list[Row]:
        """Return the rows whose first columns have these values, each with its row_id in front."""
        columns = self.columns[: len(scope)]
        return self.found(conn, " AND ".join(f'"{column}" = ?' for column in columns), scope)

    def next_id(self, conn: Connection) -> int:
        """Return a row_id behind all others."""
        query = f'SELECT coalesce(max(row_id), 0) + 1 FROM "{self.name}"'
        found: int = conn.rows(query)[0][0]
        return found

    def insert(self, conn: Connection, first: int, rows: Iterable[Row]) -> None:
        """Write new rows with row_ids from `first` on."""
        sealed = [(n, *row, seal(n, row)) for n, row in enumerate(rows, first)]
        conn.weight += sum(row[-1] for row in sealed)
        conn.touched.add(self.name)
        conn.executemany(self.insert_query, sealed)

    def update(self, conn: Connection, rows: Iterable[tuple[int, Row]]) -> None:
        """Write over the rows with these row_ids."""
        sealed = [(*row, seal(row_id, row), row_id) for row_id, row in rows]
        conn.weight += sum(row[-2] - self._weight(conn, row[-1], row[-1]) for row in sealed)
        conn.touched.add(self.name)
        conn.executemany(self._update, sealed)

    def delete(self, conn: Connection, first: int, last: int) -> None:
        """Take away the rows of a range of row_ids."""
        conn.weight -= self._weight(conn, first, last)
        conn.touched.add(self.name)
        query = f'DELETE FROM "{self.name}" WHERE row_id BETWEEN ? AND ?'
        conn.execute(query, (first, last))

    def seals(self, conn: Connection) -> Iterator[tuple[int, int, bool]]:
        """Yield the row_id and the seal of every row, and whether it fits."""
        query = f'SELECT crc, row_id, {self._names} FROM "{self.name}"'
        quick = "data" not in self.columns
        for row in conn.execute(query):
            # as `seal` does it for a row without bytes, half a million times
            fits = quick and row[0] == crc32(ascii(row[1:]).encode("ascii"))
            yield row[1], row[0], fits or row[0] == seal(row[1], row[2:])

    def _weight(self, conn: Connection, first: int, last: int) -> int:
        query = f'SELECT sum(crc) FROM "{self.name}" WHERE row_id BETWEEN ? AND ?'
        return conn.rows(query, (first, last))[0][0] or 0


ORIGINAL = Table("original", ("sha256", "name", "kind", "unit", "year", "data"), key=1)
PARAGRAPH = Table(
    "paragraph",
    ("sha256", "position", "text", "list_number", "style", "level", "centred", "place"),
    key=2,
)
REPORT = Table("report", ("unit", "year", "profile", "raw", "sha256"), key=2)
ELEMENT = Table(
    "element", ("unit", "year", "id", "part", "position", "kind", "text", "paragraph"), key=3
)
SECTION = Table(
    "section",
    (
        *("unit", "year", "id", "parent", "position", "level", "number", "prefix", "title"),
        *("suffix", "number_inferred", "run_in", "joined", "key", "confidence", "paragraph"),
    ),
    key=3,
)
ENTRY = Table(
    "entry",
    (
        *("unit", "year", "id", "section", "position", "kind", "text", "title", "joined"),
        "paragraph",
    ),
    key=3,
)
INDICATOR = Table(
    "indicator",
    (
        *("unit", "name", "label", "measure", "period", "key", "aliases", "department"),
        "definition",
    ),
    key=2,
)
FIGURE = Table("figure", ("unit", "indicator", "year", "value", "state", "as_of", "source"), key=3)
MENTION = Table(
    "mention",
    (
        *("unit", "year", "position", "text", "writing", "value", "measure", "approx", "kind"),
        *("label", "indicator", "of_year", "section", "sentence", "piece", "paragraph", "prior"),
        *("found_as", "context"),
    ),
    key=3,
)
RELATION = Table(
    "relation",
    (
        *("unit", "kind", "result", "operands", "decimals", "sentence", "confidence"),
        "confirmed",
    ),
    key=4,
)
PROMISE = Table("promise", ("unit", "year", "id", "kind", "title", "text", "answer"), key=3)
AUTOMATIC = Table(
    "automatic_change",
    (
        *("unit", "year", "position", "rule", "before", "after", "paragraph", "piece", "reason"),
        "open",
    ),
    key=3,
)
CORRECTION = Table("correction", ("unit", "kind", "found_as", "measure", "context", "label"), key=5)
MARK = Table("mark", ("unit", "year", "kind", "target", "text"), key=4)
VERSION = Table("version", ("unit", "year", "name", "at", "automatic", "data"))
CONTENT = {
    table.name: table
    for table in (
        *(ORIGINAL, PARAGRAPH, REPORT, ELEMENT, SECTION, ENTRY),
        *(INDICATOR, FIGURE, MENTION, RELATION, PROMISE, AUTOMATIC, CORRECTION),
        *(MARK, VERSION),
    )
}
"""What the user's work is: what the log follows."""

ACTION = Table("action", ("name", "at", "undone"))
CHANGE = Table("change", ("action", "tbl", "op", "first_row", "last_row", "rows"))
TABLES = (*CONTENT.values(), ACTION, CHANGE)
