"""What time it is, and times of the log as the user says them."""

from datetime import UTC, date, datetime


def now() -> str:
    """Return the time as the log keeps it: UTC in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def today() -> date:
    """Return the day on the wall, in the user's own zone."""
    return datetime.now().astimezone().date()


def local_now() -> datetime:
    """Return the time on the wall, in the user's own zone and without naming it, as files do."""
    return datetime.now().astimezone().replace(tzinfo=None)


def stamped(at: str) -> str:
    """Return a time of the log with its date, for lists that are kept or sent: 2026-01-05 09:30."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"


def said(at: str, *, today: datetime | None = None) -> str:
    """Return a time of the log in the user's own zone: 今天 14:02, 1月5日 09:30.

    Other years are said too. `today` is any moment of the day that counts as today, with its zone.
    """
    here = today or datetime.now().astimezone()
    then = datetime.fromisoformat(at).astimezone(today.tzinfo if today else None)
    clock = f"{then:%H:%M}"
    if then.date() == here.date():
        return f"今天 {clock}"
    day = f"{then.month}月{then.day}日 {clock}"
    return day if then.year == here.year else f"{then.year}年{day}"
