"""Work done apart: in a child process that cannot hurt.

A file or template from outside may be made, or merely happen, to fill the memory, to run for ever
or to crash a library. So what reads it runs in a process of its own, with limits, that can be
stopped at any moment and ends when its parent does. The child is this very program, started with a
hidden word, so that it works from a checkout and frozen alike.

parent    starting, watching and stopping a child
child     what the child does before and around its work
windows   limits where there are no resource limits
frames    what goes through the pipes
wire      frozen dataclasses as JSON and back
refusal   what a child refuses, as data
"""

from nianbao.apart.parent import Ended, Limits, Outcome, StoppedError, is_stopped, run, stoppable

__all__ = ["Ended", "Limits", "Outcome", "StoppedError", "is_stopped", "run", "stoppable"]
