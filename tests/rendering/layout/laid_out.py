"""A Word document as LibreOffice lays it out, line by line."""

import shutil
import subprocess
from collections import defaultdict

import pypdfium2
import pytest

POINTS = 72 / 25.4  # a millimetre
CHARACTER = 15.75
LEFT, RIGHT, TOP, BOTTOM = 28 * POINTS, 184 * POINTS, 37 * POINTS, 262 * POINTS


def chinese_fonts():
    found = shutil.which("fc-list")
    return found and subprocess.run([found, ":lang=zh"], capture_output=True, check=True).stdout


needs_libreoffice = pytest.mark.skipif(
    not (shutil.which("soffice") and chinese_fonts()), reason="no LibreOffice or no Chinese font"
)


def pages_of(path):
    """Each page as its lines: (distance of the baseline from the top, characters left to right)."""
    folder = path.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(path)], capture_output=True, check=True, timeout=120)
    document = pypdfium2.PdfDocument(path.with_suffix(".pdf"))
    try:
        return [_lines(page) for page in document]
    finally:
        document.close()


def _lines(page):
    height, text, found = page.get_height(), page.get_textpage(), defaultdict(list)
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, bottom, right, top = text.get_charbox(index, loose=True)
            middle = height - (top + bottom) / 2
            row = next((row for row in found if abs(row - middle) < 8), middle)
            found[row].append((left, right, character))
    return sorted((row, sorted(line)) for row, line in found.items())


def inside(page):
    return [line for row, line in page if row < BOTTOM + 2]
