"""Python in a process of its own that ends at once when it is killed, on Windows too."""

import os
import signal
import subprocess
import sys

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)
"""What `os.kill` ends a process with at once: on Windows that is any signal."""

KILLED = -KILL if os.name != "nt" else KILL
"""What a process has returned that ended so."""


def started(*arguments, env=os.environ, **more):
    """Start Python with arguments; return its process.

    On Windows the Python of an environment starts another one and waits for it: who kills the
    first has not ended the second. So the second one is started, as `multiprocessing` does.
    """
    python = sys.executable
    if os.name == "nt":
        python, env = sys._base_executable, {**env, "__PYVENV_LAUNCHER__": sys.executable}
    return subprocess.Popen([python, *map(str, arguments)], env=env, **more)
