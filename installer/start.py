"""Where the frozen program begins."""

import os
import sys

# PyInstaller lets the program find its own libraries in this way; LibreOffice or WPS, started
# from it, must find theirs.
if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

from nianbao.__main__ import main

sys.exit(main())
