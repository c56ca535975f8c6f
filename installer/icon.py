"""Draws the icon in the sizes that systems want: `icon.py icon.svg FOLDER`; needs PySide6.

Writes `nianbao-16.png` … `nianbao-256.png` and `nianbao.ico`.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw(svg: bytes, size: int, to: Path) -> bytes:
    """Write the drawing as a PNG of size × size pixels, and return it."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    image.save(str(to))
    return to.read_bytes()


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon that holds the pictures; each is stored as the PNG it is."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(pictures.values())


def main(drawing: Path, folder: Path) -> None:
    """Write all files."""
    svg = drawing.read_bytes()
    pictures = {size: draw(svg, size, folder / f"nianbao-{size}.png") for size in SIZES}
    (folder / "nianbao.ico").write_bytes(ico(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
