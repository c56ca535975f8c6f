"""Where the frozen program begins."""

import os
import sys

# PyInstaller lets the program find its own libraries in this way. LibreOffice or WPS, started from
# it, must find theirs; and this program itself, started as a child, is to set it anew.
os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

from nianbao.__main__ import main

sys.exit(main())
