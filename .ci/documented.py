"""Finds public types, functions and properties without a documentation comment: documented.py FOLDER…

What a protocol asks for is documented there, so what answers it need not be; nor need operators, initializers, which take what
the properties say, and a property that says where something stands (`location`).
"""

import pathlib
import re
import sys

MODIFIERS = r"(?:@\w+(?:\([^)]*\))?\s+)*"
DECLARATION = re.compile(
    rf"^\s*{MODIFIERS}public\s+(?:(?:static|final|mutating|indirect|class|private\(set\))\s+)*"
    r"(struct|class|enum|protocol|actor|func|var|let|typealias)\s+(`?\w+`?|[^\s\w]+)")
REQUIREMENT = re.compile(r"^    (?:static |mutating )?(?:func|var) (\w+)")
# What protocols of Swift ask for.
SWIFTS = {
    "description", "debugDescription", "hash", "encode", "makeIterator", "rawValue", "errorDescription", "startIndex", "endIndex", "index",
    "allCases", "configuration", "run", "validate", "next",
}


def requirements(lines):
    """The names that the protocols of a file ask for."""
    inside = False
    for line in lines:
        if re.match(r"(public |package )?protocol ", line):
            inside = True
        elif line.startswith("}"):
            inside = False
        elif inside and (found := REQUIREMENT.match(line)):
            yield found.group(1)


def undocumented(lines, known):
    for number, line in enumerate(lines, 1):
        found = DECLARATION.match(line)
        if not found:
            continue
        kind, name = found.groups()
        if kind in ("func", "var", "let") and (name in known or name == "location" or not name[0].isalpha() and name[0] != "`"):
            continue
        above = number - 2
        while above >= 0 and lines[above].strip().startswith("@"):
            above -= 1
        if not lines[above].strip().startswith("///"):
            yield number, kind, name


def main():
    files = {file: file.read_text(encoding="utf-8").splitlines() for folder in sys.argv[1:] for file in sorted(pathlib.Path(folder).rglob("*.swift"))}
    known = SWIFTS.union(*(requirements(lines) for lines in files.values()))
    faults = [(file, *fault) for file, lines in files.items() for fault in undocumented(lines, known)]
    for file, number, kind, name in faults:
        print(f"{file}:{number}: public {kind} {name} has no documentation comment")
    if not files or faults:
        sys.exit(f"{len(faults)} public symbols without documentation in {len(files)} files")
    print(f"every public symbol in {len(files)} files is documented")


main()
