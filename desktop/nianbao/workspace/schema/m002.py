"""The second version of the file: decisions and versions of a year."""

STATEMENTS = (
    """
    CREATE TABLE mark (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,  -- id of what was decided on, by kind
        text TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, kind, target),
        FOREIGN KEY (unit, year) REFERENCES report (unit, year) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    # A version outlives its report, so that a report taken away can be brought back.
    """
    CREATE TABLE version (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        name TEXT NOT NULL,
        at TEXT NOT NULL,  -- UTC
        automatic INTEGER NOT NULL CHECK (automatic IN (0, 1)),
        data BLOB NOT NULL,  -- rows by table with their columns, JSON, deflated
        crc INTEGER NOT NULL
    )
    """,
    "CREATE INDEX version_year ON version (unit, year)",
)
