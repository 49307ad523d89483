#!/usr/bin/env python3
"""Writes the example: what one made-up city sends for 2025, its roster of institutions, and what an audit has to find.

    python3 Examples/suining-2025/generate.py

The same bytes come out every time. What is planted stands in `generator/city.py`, what has to be found is worked out in
`generator/expected.py`.
"""
import json
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # no cache beside the example's files

from generator import city, expected, files, readme

HERE = Path(__file__).resolve().parent
README = HERE / "README.md"
ROSTER = HERE.parent / "suining-roster/roster.csv"
AS_OF = "2026-03-31"


def main():
    made, sent = city.City(), files.Files()
    files.add_city(sent, made)
    for one in made.institutions:
        if one.folder:
            files.add_folder(sent, made, one)
    files.add_copy(sent, made.by_id[city.PLANTED["twice"]])
    found = expected.expect(made)
    result = {
        "as_of": AS_OF,
        "institutions": len(made.institutions),
        "staff": sum(len(one.staff) for one in made.institutions),
        "rules": {rule: dict(sorted(counts.items())) for rule, counts in sorted(found.counts.items())},
        "findings": found.findings,
        "data_problems": expected.problems(sent, made),
        "set_aside": expected.set_aside(),
    }
    sent.text("expected.json", json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    sent.write(HERE, keeping=["README.md", "generate.py", "generator"])
    README.write_text(readme.written(README.read_text(encoding="utf-8"), result), encoding="utf-8")
    ROSTER.write_bytes(files.roster(made))


if __name__ == "__main__":
    main()
