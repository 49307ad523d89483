"""What is planted: changes of rows, each with what has to be found because of it.

A line of short.csv or patchy.csv says in which 表, in the rows that 选取 picks, which 列 becomes 改为. The column 整行 with 删除 takes the
rows out, 整表 with 未报送 the whole table, and 新增 adds a row whose cells 改为 writes as `列=值; 列=值`.
"""
from dataclasses import dataclass
from pathlib import Path

from .conditions import assignments, matches
from .plan import Row, Tables
from .world import read_rows


@dataclass
class Planted:
    """What one change has to lead to."""
    rules: list[str]
    record: str
    period: str
    outcome: str
    reason: str
    row: Row


def plant(tables: Tables, path: Path, wanted: str) -> list[Planted]:
    planted = []
    for row in read_rows(path):
        if row["表"]:
            apply(tables, row)
        planted.append(Planted(row["规则"].split(), row["记录"], row["年度"], row["结果"] or wanted, row["原因"], row))
    return planted


def apply(tables: Tables, edit: Row) -> None:
    table, column, text = edit["表"], edit["列"], edit["改为"]
    if column == "整表":
        tables.pop(table)
        return
    if column == "新增":
        tables[table].append({**dict.fromkeys(tables[table][0], ""), **assignments(text)})
        return
    chosen = pick(tables[table], edit["选取"])
    if not chosen:
        raise SystemExit(f"nothing is picked by {edit}")
    if column == "整行":
        tables[table] = [row for row in tables[table] if not any(row is one for one in chosen)]
        return
    for row in chosen:
        row[column] = "" if text == "空白" else text


def pick(rows: list[Row], condition: str) -> list[Row]:
    """The rows that fit; with `第=3` the third of them only, with `第=6..` all from the sixth."""
    parts = [part.strip() for part in condition.split(";")]
    fitting = [row for row in rows if matches(row, ";".join(part for part in parts if not part.startswith("第=")))]
    for place in (part.removeprefix("第=") for part in parts if part.startswith("第=")):
        first = int(place.removesuffix("..")) - 1
        fitting = fitting[first:] if place.endswith("..") else fitting[first:first + 1]
    return fitting
