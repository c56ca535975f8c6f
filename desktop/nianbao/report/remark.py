"""What is said beside a text, as a comment in Word."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment: on which words (`text`) of which piece, and what it says.

    Of several remarks on the same words of a piece, the second is on their second place, and so on.
    """

    piece: str
    text: str
    said: str
