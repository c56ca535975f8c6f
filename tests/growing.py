"""How much more work there is when there is more to do: steps are counted, not seconds.

What SQLite, a regular expression or the copying of a text does is one step, however long it takes:
where that is what matters, the seconds of the processor are compared, of two sizes in one run.
"""

import gc
import os
import sys
import time

LINEAR = 5
"""Four times as much is four times the steps; searched in everything else, up to sixteen times."""

LINEAR_IN_TIME = 8
"""The same in seconds, which vary."""

_ROUNDS = 3
_LEAST = 0.06 if os.name == "nt" else 0.01  # seconds; Windows counts them in sixtieths


def steps(prepare, do, few):
    """Return how many more steps of Python `do` takes with what is prepared of four times as many.

    `prepare` gets a number and returns what `do` gets.
    """
    do(prepare(few))  # what is loaded once
    return _steps(do, prepare(4 * few)) / _steps(do, prepare(few))


def seconds(prepare, do, few):
    """Return how much longer it takes the processor; see `steps`.

    Both sizes are done in turn, so that a busy machine is busy for both.
    """
    less, more = prepare(few), prepare(4 * few)
    gc.disable()  # what it costs depends on all that is in the memory
    try:
        times = 1
        while _seconds(do, less, times) < _LEAST:
            times *= 2
        rounds = [(_seconds(do, less, times), _seconds(do, more, times)) for _ in range(_ROUNDS)]
    finally:
        gc.enable()
    return min(one for _, one in rounds) / min(one for one, _ in rounds)


def _steps(do, made):
    taken = 0

    def step(frame, event, argument):
        nonlocal taken
        frame.f_trace_opcodes = True
        taken += 1
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        do(made)
    finally:
        sys.settrace(before)
    return taken


def _seconds(do, made, times):
    begun = time.process_time()
    for _ in range(times):
        do(made)
    return time.process_time() - begun
