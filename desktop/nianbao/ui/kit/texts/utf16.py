"""Qt counts text in UTF-16 units, to which 𠮷 is two, and Python in characters."""


def units(text: str) -> int:
    """Return how long a text is to Qt."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, first: int, last: int) -> str:
    """Return a stretch of a text from and to what Qt counts; half a character is left out."""
    return text.encode("utf-16-le", "surrogatepass")[first * 2 : last * 2].decode(
        "utf-16-le", "ignore"
    )
