"""Made-up reports and their hand-made answers; and where real ones are, on developers' machines."""

from pathlib import Path

FOLDER = Path(__file__).parent
REPORTS = sorted(FOLDER.glob("*.txt"))
SHARED = FOLDER / "../../../shared"  # no parents[2] at the top of a drive
