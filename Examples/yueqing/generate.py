#!/usr/bin/env python3
"""Writes the submissions of this folder: the same bytes every time."""
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.making import make  # noqa: E402
from plan import PLAN  # noqa: E402

if __name__ == "__main__":
    make(PLAN)
