"""The jobs that a child process knows, by name. Each opens only the rooms it needs."""

from collections.abc import Sequence

from nianbao.apart import child


def serve(words: Sequence[str]) -> int:
    """Do one job as a child: its name, then its limits; see `apart.parent`."""
    job, *numbers = words
    memory, seconds, more = map(int, numbers)
    return child.serve(work(job), memory=memory, seconds=seconds, more=more)


def work(job: str) -> child.Work:
    """Return what a job does."""
    match job:
        case "read":
            from nianbao.desk.incoming import outside

            return outside.read
        case "understand":
            from nianbao.desk.incoming import outside

            return outside.understand_again
        case "fill":
            from nianbao.rendering.docx import outside as template

            return template.work
    raise ValueError(job)
