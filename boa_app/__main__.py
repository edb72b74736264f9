"""Runs the program as `python -m boa_app`, exactly as the `boa-app` command does."""

from __future__ import annotations

import sys

from boa_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
