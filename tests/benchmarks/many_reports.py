"""A workspace of very many reports, made row by row from one report that was read."""

import hashlib

from nianbao import shipped
from nianbao.actions import importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.workspace import Workspace
from nianbao.workspace.rows.tables import CONTENT, ORIGINAL, VERSION

ONCE = ("indicator", "relation", "correction")  # tables of a unit, whatever the year


def make(path, units, years):
    """Store the bundled sample as the reports of so many units in so many years."""
    desk = Desk.create(path)
    (sample,) = shipped.path("resources", "sample").glob("*.txt")
    importing.import_report(desk, reading.from_bytes(sample.read_bytes(), sample.name))
    unit, year, conn = desk.unit, desk.year, desk.store._conn
    rows = {name: [row[1:] for row in t.found(conn, "1", ())] for name, t in CONTENT.items()}
    desk.close()
    with Workspace.open(path) as store:
        for number in range(units):
            with store.act(f"导入第{number}个单位") as action:
                for each in range(years):
                    other = {"unit": f"{unit}{number}", "year": year - each}
                    _add(action, rows, other, first=not each)


def _add(action, rows, other, *, first):
    data = rows[ORIGINAL.name][0][ORIGINAL.columns.index("data")] + str(other).encode()
    other = other | {"sha256": hashlib.sha256(data).hexdigest(), "data": data}
    for name, table in CONTENT.items():
        if table is VERSION or (name in ONCE and not first):
            continue
        action.add(
            table,
            [
                tuple(other.get(c, value) for c, value in zip(table.columns, row, strict=True))
                for row in rows[name]
            ],
        )
