"""Where the frozen program begins."""

import sys

from nianbao.__main__ import main

sys.exit(main())
