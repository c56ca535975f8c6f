"""Drives the real program from outside, by the words on it: from last year's file to a Word file.

    dbus-run-session -- python3 outside_walk.py LAST_YEAR.docx OUT.docx PROGRAM…

It is a program of its own, as a screen reader is: it knows nothing of the window but what the
accessibility bridge of the desktop (AT-SPI) tells. It prints each step with its second, and last
what takes the focus without a name.
"""

import subprocess
import sys
import time
from pathlib import Path

import pyatspi

PATIENCE = 90  # s for what the program works out
BUTTONS = {
    pyatspi.ROLE_PUSH_BUTTON,
    pyatspi.ROLE_TOGGLE_BUTTON,
    pyatspi.ROLE_CHECK_BOX,  # as which a button that stays down is told
    pyatspi.ROLE_RADIO_BUTTON,
}
FIELDS = {pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY}
PAGES = ("台账", "上年安排对照", "五项×体系", "预览", "填写")
LARGEST = 500  # children, of which all are looked at


class Walk:
    """One way through the program. Words are parts of the names of what is pressed."""

    def __init__(self):
        self.began, self.actions = time.monotonic(), 0
        self.root = self._wait(self._program, "the program")
        self.say("the program is there")

    def say(self, what):
        """Print a step."""
        print(f"{time.monotonic() - self.began:6.1f} s  {what}", flush=True)

    def press(self, word):
        """Press the button on which a word stands."""
        found = self.find(word, BUTTONS)
        actions = found.queryAction()
        names = [actions.getName(number).lower() for number in range(actions.nActions)]
        actions.doAction(next(n for n, name in enumerate(names) if name in ("press", "toggle")))
        self._did(f"press {found.name}")

    def write(self, word, text):
        """Write into the field that is called by a word."""
        found = self.find(word, FIELDS)
        found.queryEditableText().setTextContents(text)
        self._did(f"write into {found.name}")

    def find(self, word, roles=None):
        """Wait for something that can be seen and used, and is called by a word."""

        def found():
            for one in self._all(self.root):
                states = one.getState()
                if (
                    word in (one.name or "")
                    and (roles is None or one.getRole() in roles)
                    and states.contains(pyatspi.STATE_SHOWING)
                    and states.contains(pyatspi.STATE_ENABLED)
                ):
                    return one
            return None

        return self._wait(found, word)

    def nameless(self):
        """Return what can take the focus and has no name."""

        def found():
            return [
                one.getRoleName()
                for one in self._all(self.root)
                if not (one.name or "").strip()
                and one.getState().contains(pyatspi.STATE_SHOWING)
                and one.getState().contains(pyatspi.STATE_FOCUSABLE)
            ]

        return self._wait(lambda: (found(),), "all controls")[0]

    def _did(self, what):
        self.actions += 1
        self.say(what)

    def _all(self, node):
        yield node
        try:
            children = [node.getChildAtIndex(n) for n in range(min(node.childCount, LARGEST))]
        except Exception:  # noqa: BLE001 - it went while the window was laid out
            return
        for child in filter(None, children):
            yield from self._all(child)

    @staticmethod
    def _program():
        every = pyatspi.Registry.getDesktop(0)
        return next((one for one in every if one is not None and one.name == "nianbao"), None)

    @staticmethod
    def _wait(look, what):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if found := look():
                    return found
            except Exception:  # noqa: BLE001, S110 - a window is being laid out: it is asked again
                pass
            time.sleep(0.1)
        raise SystemExit(f"nothing is called {what}")


def main(last_year, out):
    walk = Walk()
    nameless = walk.nameless()
    walk.press("选择文件")
    walk.write("文件名称", last_year)
    walk.press("打开(O)")
    walk.press("无误，下一步")
    nameless += walk.nameless()
    walk.press("建立　Ctrl+Enter")
    walk.press("下一处　F7")
    walk.press("导出Word")
    walk.write("文件名称", out)
    walk.press("保存")
    walk.find("已导出")
    print(f"{walk.actions} actions, the file is {'there' if Path(out).exists() else 'missing'}")
    for page in PAGES:
        walk.press(page)
        nameless += walk.nameless()
    print(f"nameless: {nameless}")


if __name__ == "__main__":
    program = subprocess.Popen(sys.argv[3:])
    try:
        main(*sys.argv[1:3])
    finally:
        program.terminate()
