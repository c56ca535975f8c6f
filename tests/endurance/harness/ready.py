"""Goes through a session when it is imported: the processes forked after that have all loaded."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.endurance.harness import at_once

with TemporaryDirectory() as folder:
    place = Path(folder) / "w"
    place.mkdir()
    at_once.drive(place, "import\nyear\nedits 1\nbackup\nexport")
