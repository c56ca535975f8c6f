"""What the children of this process have taken."""


def by_children():
    """Return their processor seconds so far, and the most MiB that one of them has held."""
    import resource  # not on Windows

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
