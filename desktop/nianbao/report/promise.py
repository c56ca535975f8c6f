"""What last year's report promised, as it reads."""

from nianbao.report.figures.figure import Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written

_TITLE = 14  # characters of a promise without a title


def said(promise: Promise, then: Ledger) -> tuple[str, str]:
    """Return a promise's title and text as last year's report printed them.

    `then` is the ledger of that year. A promise without a title goes by how its text begins.
    """
    text = written(promise.text, then).text
    return written(promise.title, then).text or text[:_TITLE], text
