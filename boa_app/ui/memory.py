"""What the window may keep of memory it no longer uses."""

from __future__ import annotations

import ctypes
import sys

# From the header of the C library.
_M_MMAP_THRESHOLD = -3
LARGE_BYTES = 256 * 1024


def return_large_blocks() -> bool:
    """Have blocks of a quarter megabyte and more go back to the system at once; True when that could be set.

    By itself the C library of Linux raises that limit to 32 MB as soon as such blocks come and go, and from then on
    keeps the columns and pictures we are done with: 170 MB with a million meldingen. Other systems do not.
    """
    if sys.platform != "linux":
        return False
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    return set_option is not None and bool(set_option(_M_MMAP_THRESHOLD, LARGE_BYTES))
