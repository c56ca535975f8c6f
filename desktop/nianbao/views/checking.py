"""What the checks say of a file that is in no workspace."""

from nianbao.desk.checked import check_understood
from nianbao.desk.incoming.reading import Source
from nianbao.report.finding import Finding


def check_file(source: Source) -> list[Finding]:
    """Return the findings on a report file."""
    return check_understood(source.understood()).standing
