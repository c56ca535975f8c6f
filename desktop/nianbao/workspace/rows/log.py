"""Named actions: what was done, so that it can be undone and done again.

The log keeps only what the tables do not hold. An insert is logged by its row_ids alone and takes
its rows along when it is undone; an update keeps the columns of the other side, and undo and redo
swap them; a delete keeps the row. Actions are undone strictly from the newest on, therefore each
change finds the rows exactly as it left them.

What was undone goes from the log when something new is done. What it held is kept before that, by
an action of its own: see `versions.of_undone`.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nianbao.machine import clock
from nianbao.workspace.connection import Connection, Row, Value
from nianbao.workspace.rows import limits
from nianbao.workspace.rows.tables import ACTION, CHANGE, CONTENT, ENTRY, FIGURE, REPORT, Table

_MANY = 8  # rows, from which on it is quicker to look at all of a scope than at each key


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionInfo:
    """One action of the history. `at` is UTC in ISO 8601."""

    id: int
    name: str
    at: str
    undone: bool


_KEPT = "留存"
UNDONE = "撤销掉的"  # what the version of an undone step is called begins so
Keep = Callable[["Action"], None]
Gather = Callable[[Connection], Keep | None]


def _nothing(conn: Connection) -> None:
    """Keep nothing of undone steps."""
    del conn


@dataclass(frozen=True, slots=True, kw_only=True)
class PutIn:
    """What an action put in, and undoing it takes out: reports by unit and year, counts."""

    reports: tuple[tuple[str, int], ...]
    entries: int
    figures: int


class Action:
    """A unit of work that the user can name and undo. Only `Workspace.act` makes one."""

    def __init__(self, conn: Connection, name: str, gather: Gather | None = None) -> None:
        """Make an action; `gather` looks what undone steps hold, and returns what keeps it."""
        self.name = name
        self._gather = gather or _nothing
        self._conn: Connection | None = conn
        self._id: int | None = None

    def close(self) -> None:
        """Let nothing more be written in this action's name."""
        self._conn = None

    def belongs_to(self, conn: Connection) -> bool:
        """Tell whether the action still runs, and on this connection."""
        return self._conn is conn

    def stored(self, table: Table, key: Row) -> Row | None:
        """Return the values of the row with a key."""
        found = table.within(self._open, key)
        return found[0][1:] if found else None

    def put(self, table: Table, scope: Row, rows: Iterable[Row]) -> None:
        """Write rows over those with the same keys, or behind all others; of twins the last.

        All have the values of `scope` in their first columns.
        """
        wanted = {row[: table.key]: row for row in rows}
        if len(wanted) < _MANY:
            found = {key: self._found(table, key).get(key) for key in wanted}
            self._write(table, wanted.values(), {k: row for k, row in found.items() if row})
        else:
            self._write(table, wanted.values(), self._found(table, scope))

    def replace(self, table: Table, scope: Row, rows: Iterable[Row]) -> None:
        """Make these the only rows whose first columns have the values of `scope`."""
        found = self._found(table, scope)
        self._write(table, rows, found)
        self._delete(table, found.values())

    def add(self, table: Table, rows: Iterable[Row]) -> None:
        """Write rows whose keys, if the table has any, are not there yet."""
        self._write(table, rows, {})

    def restore(
        self, table: Table, where: str, values: Iterable[Value], rows: Iterable[Row]
    ) -> None:
        """Make these the only matching rows, and these in this order."""
        wanted = {row[: table.key]: row for row in rows}
        found = self._keyed(table, table.found(self._open, where, values))
        kept = [key for key in found if key in wanted]
        if kept != list(wanted)[: len(kept)]:  # new rows would stand behind the others
            self._delete(table, found.values())
            found = {}
        self._write(table, wanted.values(), found)
        self._delete(table, found.values())

    def remove(self, table: Table, where: str, values: Iterable[Value]) -> None:
        """Take rows away."""
        self._delete(table, table.found(self._open, where, values))

    def _found(self, table: Table, scope: Row) -> dict[Row, Row]:
        return self._keyed(table, table.within(self._open, scope))

    @staticmethod
    def _keyed(table: Table, rows: Iterable[Row]) -> dict[Row, Row]:
        """Return rows by their keys, each with its row_id in front."""
        return {row[1 : table.key + 1]: row for row in rows}

    def _write(self, table: Table, rows: Iterable[Row], found: dict[Row, Row]) -> None:
        """Write what is new or different, and take what stays out of `found`."""
        new: list[Row] = []
        changed: list[tuple[Row, Row]] = []
        for row in rows:
            old = found.pop(row[: table.key], None)
            if old is None:
                new.append(row)
            elif old[1:] != row:
                changed.append((old, row))
        limits.assure(self.place, table, (*new, *(row for _, row in changed)))
        if changed or new:
            self._start()
        if changed:
            table.update(self._open, ((old[0], row) for old, row in changed))
            self._log(
                (table.name, "update", old[0], old[0], _dump([_difference(table, old, row)]))
                for old, row in changed
            )
        if new:
            first = table.next_id(self._open)
            table.insert(self._open, first, new)
            self._log([(table.name, "insert", first, first + len(new) - 1, None)])

    def _delete(self, table: Table, rows: Iterable[Row]) -> None:
        rows = list(rows)
        if rows:
            self._start()
        for row in rows:
            table.delete(self._open, row[0], row[0])
        if rows:
            self._log(
                (table.name, "delete", row[0], row[0], _dump([_whole(table, row)])) for row in rows
            )

    def _start(self) -> None:
        """Open the action behind the others, before its first row is written."""
        if self._id is None:
            _drop_undone(self._open, self._gather)
            self._id = _begin(self._open, self.name)

    def _log(self, changes: Iterable[Row]) -> None:
        assert self._id is not None
        first = CHANGE.next_id(self._open)
        CHANGE.insert(self._open, first, ((self._id, *change) for change in changes))

    @property
    def place(self) -> Path:
        """The workspace file, as a sentence names it."""
        return self._open.shown

    @property
    def _open(self) -> Connection:
        if self._conn is None or not self._conn.in_transaction:  # SQLite may have given it up
            raise RuntimeError(f"the action {self.name} is over")
        return self._conn


def history(conn: Connection) -> list[ActionInfo]:
    """Return all actions, newest first."""
    rows = ACTION.found(conn, "1", ())
    return [ActionInfo(id=i, name=n, at=at, undone=bool(u)) for i, n, at, u in reversed(rows)]


def takes(conn: Connection, action: int) -> PutIn:
    """Return what undoing an action that stands would take out."""
    changes = CHANGE.found(conn, "action = ? AND op = 'insert'", (action,))
    ranges = [(table, first, last) for _, _, table, _, first, last, _ in changes]
    return PutIn(
        reports=tuple(
            (row[1], row[2])
            for table, first, last in ranges
            if table == REPORT.name
            for row in REPORT.found(conn, "row_id BETWEEN ? AND ?", (first, last))
        ),
        entries=sum(last - first + 1 for table, first, last in ranges if table == ENTRY.name),
        figures=sum(last - first + 1 for table, first, last in ranges if table == FIGURE.name),
    )


def undo(conn: Connection) -> str | None:
    """Take back the newest action that stands; return its name."""
    return _turn(conn, "undone = 0", -1, _take_back)


def redo(conn: Connection) -> str | None:
    """Do the oldest action again that was taken back; return its name."""
    return _turn(conn, "undone = 1", 0, _do_again)


_Step = Callable[[Connection, Table, Row], str | None]


def _drop_undone(conn: Connection, gather: Gather) -> None:
    """Drop the undone steps, which can no longer be done again; what they held becomes versions."""
    undone = ACTION.found(conn, "undone = 1", ())
    if not undone:
        return
    keep = gather(conn)
    changes = CHANGE.found(conn, "action >= ?", (undone[0][0],))
    CHANGE.delete(conn, changes[0][0], changes[-1][0])
    ACTION.delete(conn, undone[0][0], undone[-1][0])
    if keep:
        keeping = Action(conn, f"{_KEPT}{called([row[1] for row in undone])}")
        keep(keeping)
        keeping.close()


def called(names: Sequence[str]) -> str:
    """Return what undone steps are called together, oldest first."""
    own = [name for name in names if not name.startswith(_KEPT)] or names
    return f"{UNDONE}：{own[0]}" + (f"等{len(own)}步" if len(own) > 1 else "")


def _begin(conn: Connection, name: str) -> int:
    """Open a new action behind the others."""
    action_id = ACTION.next_id(conn)
    ACTION.insert(conn, action_id, [(name, clock.now(), 0)])
    return action_id


def _turn(conn: Connection, which: str, index: int, step: _Step) -> str | None:
    actions = ACTION.found(conn, which, ())
    if not actions:
        return None
    action_id, name, at, undone = actions[index]
    changes = CHANGE.found(conn, "action = ?", (action_id,))
    turned = [
        (change[0], (*change[1:6], step(conn, CONTENT[change[2]], change)))
        for change in (reversed(changes) if step is _take_back else changes)
    ]
    CHANGE.update(conn, turned)
    ACTION.update(conn, [(action_id, (name, at, 1 - undone))])
    return str(name)


def _take_back(conn: Connection, table: Table, change: Row) -> str | None:
    """Undo one change; return what the log must keep to do it again."""
    _, _, _, op, first, last, rows = change
    if op == "insert":
        return _take_out(conn, table, first, last)
    if op == "update":
        return _swap(conn, table, first, rows)
    _put_back(conn, table, rows)
    return str(rows)


def _do_again(conn: Connection, table: Table, change: Row) -> str | None:
    """Redo one change; return what the log must keep to undo it."""
    _, _, _, op, first, last, rows = change
    if op == "insert":
        _put_back(conn, table, rows)
        return None
    if op == "update":
        return _swap(conn, table, first, rows)
    return _take_out(conn, table, first, last)


def _take_out(conn: Connection, table: Table, first: int, last: int) -> str:
    rows = table.found(conn, "row_id BETWEEN ? AND ?", (first, last))
    table.delete(conn, first, last)
    return _dump([_whole(table, row) for row in rows])


def _put_back(conn: Connection, table: Table, rows: str) -> None:
    back = load(rows)  # one row, or all of a range
    values = (tuple(row[column] for column in table.columns) for row in back)
    first = back[0]["row_id"]
    assert isinstance(first, int)
    table.insert(conn, first, values)


def _swap(conn: Connection, table: Table, row_id: int, rows: str) -> str:
    (other,) = load(rows)
    (row,) = table.found(conn, "row_id = ?", (row_id,))
    now = dict(zip(table.columns, row[1:], strict=True))
    if strange := other.keys() - now.keys():
        raise LookupError(f"{table.name} has no {strange}")
    table.update(conn, [(row_id, tuple({**now, **other}.values()))])
    return _dump([{column: now[column] for column in other}])


def _whole(table: Table, row: Row) -> dict[str, Value]:
    return dict(zip(("row_id", *table.columns), row, strict=True))


def _difference(table: Table, old: Row, new: Row) -> dict[str, Value]:
    """Return the columns in which a row differs, with their old values."""
    columns = zip(table.columns, old[1:], new, strict=True)
    return {column: before for column, before, after in columns if before != after}


def _dump(rows: list[dict[str, Value]]) -> str:
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"), default=blob)


def blob(data: bytes) -> dict[str, str]:
    """Return bytes as JSON holds them."""
    return {"base64": b64encode(data).decode("ascii")}


def load(rows: str) -> list[dict[str, Value]]:
    """Return the rows, or parts of rows, that a change keeps."""
    found: list[dict[str, Value]] = json.loads(rows, object_hook=unblob)
    return found


def unblob(value: dict[str, str]) -> bytes | dict[str, str]:
    """Return bytes as they were, see `blob`; everything else as it is."""
    return b64decode(value["base64"]) if value.keys() == {"base64"} else value
