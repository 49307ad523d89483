"""What an example is made of: its audits, its selections of institutions and places, and how its rows become files."""
from dataclasses import dataclass, field
from pathlib import Path

Row = dict[str, str]
Tables = dict[str, list[Row]]


@dataclass
class Sheet:
    """A file. It takes those rows of its table that no sheet before it took and that `where` lets in.

    A wide one has a row for each figure and a column for each year; the plan's `mapping` then says how to read it.
    """
    table: str
    path: str
    where: str = ""
    encoding: str = "utf-8"
    title: str = ""
    total: tuple[str, ...] = ()
    note: str = ""
    blank_line: bool = False
    delimiter: str = ","
    units: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    wide: bool = False


@dataclass
class Folder:
    """All that one institution sends by itself, with a submission.yaml. Of a table with no row for it, it reports nil."""
    institution: str
    path: str
    tables: tuple[str, ...]
    period: str = ""


@dataclass
class Audit:
    """One submission, the day as of which it is judged, and what it is meant to show."""
    name: str
    as_of: str
    wanted: str
    inputs: str = "inputs"
    edits: str = ""
    only: tuple[str, ...] = ()


@dataclass
class Plan:
    name: str
    seed: int
    audits: tuple[Audit, ...]
    sheets: tuple[Sheet, ...] = ()
    folders: tuple[Folder, ...] = ()
    selections: dict[str, str] = field(default_factory=dict)
    profile: str = ""
    roster: str = ""
    cover_letter: str = ""
    mapping: str = ""
    prefix: str = ""

    @property
    def folder(self) -> Path:
        return Path(__file__).resolve().parent.parent / self.name

    @property
    def rules(self) -> Path:
        return self.folder.parent.parent / "Rules" / "plans" / self.name
