"""What a child refuses, as data: errors do not go through pipes."""

from dataclasses import dataclass
from typing import Self

from nianbao.errors import NianbaoError, NoYearError, OutputError, ReadingError


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A ReadingError or an OutputError; the latter has no `kind`."""

    what: str
    do: str
    detail: str
    kind: str = ""
    no_year: bool = False

    @classmethod
    def of(cls, error: NianbaoError) -> Self:
        """Return an error as data."""
        return cls(
            what=error.what,
            do=error.do,
            detail=error.detail,
            kind=error.kind if isinstance(error, ReadingError) else "",
            no_year=isinstance(error, NoYearError),
        )

    def reading(self) -> ReadingError:
        """Return the error to raise for a file that was read."""
        made = NoYearError if self.no_year else ReadingError
        return made(self.kind, self.what, do=self.do, detail=self.detail)

    def output(self) -> OutputError:
        """Return the error to raise for what was to be written."""
        return OutputError(self.what, do=self.do, detail=self.detail)
