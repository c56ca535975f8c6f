"""A disk that takes its time: as long as the test wants."""

import threading

from nianbao.workspace.connection import Connection


class Disk:
    """Holds every commit of a file up until it is let go."""

    def __init__(self, monkeypatch):
        self.go, self.asked = threading.Event(), threading.Event()
        self.commits = []
        execute = Connection.execute

        def held_up(conn, sql, values=(), /):
            if sql == "COMMIT" and conn.identity is not None:
                assert threading.current_thread() is not threading.main_thread()
                self.asked.set()
                assert self.go.wait(60)
                self.commits.append(conn.path)
            return execute(conn, sql, values)

        monkeypatch.setattr(Connection, "execute", held_up)
