"""Builds what a user installs: `python3 dev.py package windows | deb | offline`.

Standard library only, like `dev.py`, which hands over to it. Systems to build and try in are Debian
in folders of their own; nothing of the machine's own Python or libraries gets into a package.
"""
