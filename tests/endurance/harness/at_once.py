"""Processes that are there at once: all that they need was loaded before they began, see `ready`.

A start of the program costs a second; here a thousand of them are killed. Windows cannot fork:
there each begins anew.
"""

import multiprocessing
import os
import select
import shutil
import subprocess
import time
from pathlib import Path

from nianbao import apart
from nianbao.actions.probes import driving
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.workspace import Workspace
from tests import at_hand

_HOW = "forkserver" if os.name != "nt" else "spawn"
_context = multiprocessing.get_context(_HOW)


def begin(target, *arguments):
    """Run a function of a module elsewhere; return its process, which the caller ends."""
    if _HOW == "forkserver":
        _context.set_forkserver_preload(["__main__", "tests.endurance.harness.ready"])
    process = _context.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process


def steps_of(folder):
    """Return the file of the steps of a session."""
    return folder.with_name(f"{folder.name}.steps")


def drive(folder, steps=""):
    """Go through a session; what it is refused stands in a file beside the folder."""
    apart.run = at_hand.run
    script = steps_of(folder)
    if steps:
        script.write_text(steps, encoding="utf-8")
    try:
        driving.drive(folder, script)
    except NianbaoError as error:
        folder.with_name(f"{folder.name}.said").write_text(str(error), encoding="utf-8")


class User:
    """Somebody who has a workspace open in a process of their own, and does what is asked."""

    def __init__(self, folder, pause=0.0):
        self._pipe, theirs = _context.Pipe()
        self.process = begin(_as_told, theirs, folder, pause)
        self.seconds, self.read_only = 0.0, None

    def opened(self, at=0.0):
        """Let the workspace be opened at a time by the clock; return why it cannot be written."""
        self._pipe.send(at)
        self.read_only, self.seconds = self._pipe.recv()
        return self.read_only

    def does(self, step):
        """Let one step be done; return what was said against it."""
        self.asks(step)
        return self.hears()

    def asks(self, step):
        self._pipe.send(step)

    def hears(self):
        return self._pipe.recv()

    def end(self):
        self._pipe.send(None)
        self.process.join()

    def killed(self):
        self.process.kill()
        self.process.join()


def _as_told(pipe, folder, pause):
    apart.run = at_hand.run
    time.sleep(max(0, pipe.recv() - time.time()))
    begun, place = time.monotonic(), folder / driving.STORE
    begin = Desk.open_or_view if place.exists() else Desk.create
    desk = begin(place, write_behind=True)
    pipe.send((desk.read_only, time.monotonic() - begun))
    while (step := pipe.recv()) is not None:
        said = ""
        if desk.store.writer is not None:
            desk.store.writer.retry()  # as the window does every few seconds
        try:
            for line in driving.carried_out(desk, *step.split()):
                driving._acknowledge(folder / driving.ACK, line)
                time.sleep(pause)
        except NianbaoError as error:
            said = str(error)
        pipe.send(said)
    desk.close()


def upgraded(place):
    """Open a workspace that an older program made."""
    Workspace.open(place).close()


def acknowledged(folder):
    """Return how many steps were said to be saved."""
    ack = folder / driving.ACK
    return ack.read_bytes().count(b"\n") if ack.exists() else 0


def lost(folder):
    """Return what is wrong with a workspace after what was said of it, empty when nothing is."""
    try:
        return driving.verify(folder)
    except NianbaoError as error:
        return str(error)


class Traced:
    """A function under strace from its first step: recorded, or with a fault put into one call."""

    CALLS = "pwrite64,write,fdatasync,fsync,ftruncate,rename,unlink"

    def __init__(self, target, *arguments, options=(), out=os.devnull):
        theirs, self._go = _context.Pipe()
        self.process = begin(_after, theirs, target, *arguments)
        command = ["strace", "-f", "-y", "-o", out, *options, "-p", str(self.process.pid)]
        self._strace = subprocess.Popen(command, stderr=subprocess.PIPE)
        select.select([self._strace.stderr], [], [], 20)  # "attached"
        self._go.send(None)

    def end(self, seconds=60):
        """Wait for the end; say how it ended, None when it had to be ended."""
        self.process.join(seconds)
        code = self.process.exitcode
        if code is None:
            self.process.kill()
        self._strace.communicate()
        self.process.join()
        return code

    @staticmethod
    def possible():
        """Whether this is a system on which it can be done."""
        return os.name != "nt" and shutil.which("strace") is not None


def _after(told, target, *arguments):
    told.recv()
    target(*arguments)


def told(folder):
    """Return what a session was refused with, empty when it was not."""
    said = Path(f"{folder}.said")
    return said.read_text(encoding="utf-8") if said.exists() else ""
