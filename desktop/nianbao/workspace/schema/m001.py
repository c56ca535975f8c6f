"""The first version of the file.

The SQL stays inside SQLite 3.34, which old 麒麟 and UOS bring: no STRICT, no RETURNING.
"""

STATEMENTS = (
    # The log. Actions that were undone stand behind those that were not.
    """
    CREATE TABLE action (
        row_id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        at TEXT NOT NULL,  -- UTC; order follows row_id, since clocks go wrong
        undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
        crc INTEGER NOT NULL  -- seal of the row, here and below: see tables.py
    )
    """,
    """
    CREATE TABLE change (
        row_id INTEGER PRIMARY KEY,
        action INTEGER NOT NULL REFERENCES action (row_id),
        tbl TEXT NOT NULL,
        op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
        first_row INTEGER NOT NULL,  -- an insert concerns a range of row_ids, the others one
        last_row INTEGER NOT NULL,
        rows TEXT,  -- JSON list of what the table does not hold itself: for an insert only while
                    -- it is undone, for an update the other side's columns, for a delete the row
        crc INTEGER NOT NULL
    )
    """,
    "CREATE INDEX change_action ON change (action)",
    # One row, with the sum of the seals of all tables but itself. Each step leaves it right.
    "CREATE TABLE whole (weight INTEGER NOT NULL)",
    "INSERT INTO whole VALUES (0)",
    # Imported files, byte for byte, and what a reader saw in them.
    """
    CREATE TABLE original (
        row_id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        data BLOB NOT NULL,
        crc INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE paragraph (
        row_id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        list_number TEXT NOT NULL,
        style TEXT NOT NULL,
        level INTEGER,
        centred INTEGER NOT NULL CHECK (centred IN (0, 1)),
        place TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (sha256, position)
    )
    """,
    # Reports. Ids of pieces stay the same from year to year; positions count among siblings.
    # References are checked at the end of an action, so that undo may go in any order. The kinds of
    # pieces grow with the program, so the dataclasses check them and not the file.
    """
    CREATE TABLE report (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,  -- the body that reports, here and in every table below
        year INTEGER NOT NULL,
        profile TEXT NOT NULL,
        raw INTEGER NOT NULL CHECK (raw IN (0, 1)),
        sha256 TEXT REFERENCES original (sha256) DEFERRABLE INITIALLY DEFERRED,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year)
    )
    """,
    """
    CREATE TABLE element (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        id TEXT NOT NULL,
        part TEXT NOT NULL CHECK (part IN ('front', 'back')),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,
        paragraph INTEGER,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, id),
        FOREIGN KEY (unit, year) REFERENCES report (unit, year) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE section (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        id TEXT NOT NULL,
        parent TEXT,  -- id of the section it is part of
        position INTEGER NOT NULL,
        level INTEGER NOT NULL,
        number TEXT NOT NULL,
        prefix TEXT NOT NULL,
        title TEXT NOT NULL,
        suffix TEXT NOT NULL,
        number_inferred INTEGER NOT NULL CHECK (number_inferred IN (0, 1)),
        run_in INTEGER NOT NULL CHECK (run_in IN (0, 1)),
        joined INTEGER NOT NULL CHECK (joined IN (0, 1)),
        "key" TEXT NOT NULL,  -- id in the standard
        confidence REAL NOT NULL,
        paragraph INTEGER,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, id),
        FOREIGN KEY (unit, year) REFERENCES report (unit, year) DEFERRABLE INITIALLY DEFERRED,
        FOREIGN KEY (unit, year, parent) REFERENCES section (unit, year, id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE entry (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        id TEXT NOT NULL,
        section TEXT NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        text TEXT NOT NULL,  -- source with slots
        title TEXT NOT NULL,
        joined INTEGER NOT NULL CHECK (joined IN (0, 1)),
        paragraph INTEGER,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, id),
        FOREIGN KEY (unit, year, section) REFERENCES section (unit, year, id)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    # The ledger. Values are decimal text and never pass through a float.
    """
    CREATE TABLE indicator (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        name TEXT NOT NULL,
        label TEXT NOT NULL,
        measure TEXT NOT NULL,  -- the unit of measure, here and in mention
        period TEXT NOT NULL CHECK (period IN ('flow', 'stock', 'rate', 'change')),
        "key" TEXT NOT NULL,  -- id in the standard catalogue
        aliases TEXT NOT NULL,  -- JSON list
        department TEXT NOT NULL,
        definition TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, name)
    )
    """,
    """
    CREATE TABLE figure (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        indicator TEXT NOT NULL,
        year INTEGER NOT NULL,
        value TEXT,  -- a figure that is not known has none: it is never 0
        state TEXT NOT NULL CHECK (state IN ('known', 'pending', 'not_applicable')),
        as_of TEXT NOT NULL,
        source TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, indicator, year),
        CHECK ((value IS NULL) = (state <> 'known')),
        FOREIGN KEY (unit, indicator) REFERENCES indicator (unit, name)
            DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE mention (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,  -- of the report
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        writing TEXT NOT NULL,
        value TEXT NOT NULL,
        measure TEXT NOT NULL,
        approx TEXT NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        indicator TEXT NOT NULL,
        of_year INTEGER NOT NULL,  -- of the number
        section TEXT NOT NULL,
        sentence TEXT NOT NULL,
        piece TEXT NOT NULL,
        paragraph INTEGER,
        prior INTEGER NOT NULL CHECK (prior IN (0, 1)),
        found_as TEXT NOT NULL,  -- the name before any correction
        context TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, position),
        FOREIGN KEY (unit, year) REFERENCES report (unit, year) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    """
    CREATE TABLE relation (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('ratio', 'sum', 'difference', 'change')),
        result TEXT NOT NULL,
        operands TEXT NOT NULL,  -- JSON list of names of indicators
        decimals INTEGER NOT NULL,
        sentence TEXT NOT NULL,
        confidence REAL NOT NULL,
        confirmed INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
        crc INTEGER NOT NULL,
        UNIQUE (unit, kind, result, operands)
    )
    """,
    """
    CREATE TABLE promise (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,  -- whose report must answer
        id TEXT NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        text TEXT NOT NULL,
        answer TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, id)
    )
    """,
    # What the program changed by itself; not to be confused with the log.
    """
    CREATE TABLE automatic_change (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        year INTEGER NOT NULL,
        position INTEGER NOT NULL,
        rule TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        paragraph INTEGER,
        piece TEXT NOT NULL,
        reason TEXT NOT NULL,
        open INTEGER NOT NULL CHECK (open IN (0, 1)),  -- a question to the user
        crc INTEGER NOT NULL,
        UNIQUE (unit, year, position),
        FOREIGN KEY (unit, year) REFERENCES report (unit, year) DEFERRABLE INITIALLY DEFERRED
    )
    """,
    # What a drafter corrected about figures, for the next import of the unit's reports.
    """
    CREATE TABLE correction (
        row_id INTEGER PRIMARY KEY,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        found_as TEXT NOT NULL,
        measure TEXT NOT NULL,
        context TEXT NOT NULL,  -- empty: wherever the name is found
        label TEXT NOT NULL,
        crc INTEGER NOT NULL,
        UNIQUE (unit, kind, found_as, measure, context)
    )
    """,
)
