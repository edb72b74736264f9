"""boa_app: logging, mapping and walking for municipal enforcement, offline first."""

from __future__ import annotations

__version__ = "0.1.0"
