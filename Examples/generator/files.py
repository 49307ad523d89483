"""From rows to files as institutions would send them."""
import codecs
import csv
import io
import json
import shutil
from pathlib import Path

from .conditions import matches
from .plan import Folder, Plan, Row, Sheet, Tables


def write_submission(plan: Plan, folder: Path, tables: Tables) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    remaining = {table: list(rows) for table, rows in tables.items()}
    for one in plan.folders:
        write_folder(folder, one, remaining)
    joined: dict[str, dict[str, list[Row]]] = {}
    for sheet in plan.sheets + tuple(Sheet(table, f"{table}.csv") for table in remaining):
        rows = take(remaining, sheet.table, sheet.where)
        if rows and sheet.path.endswith(".json"):
            joined.setdefault(sheet.path, {}).setdefault(sheet.table, []).extend(rows)
        elif rows:
            save(folder / sheet.path, text_of(sheet, widened(rows) if sheet.wide else rows), sheet.encoding)
    for path, content in joined.items():
        save(folder / path, json_of(content), "utf-8")
    if plan.mapping:
        save(folder / "mapping.yaml", plan.mapping, "utf-8")
    if plan.cover_letter:
        save(folder / "submission.yaml", cover_letter(plan, tables), "utf-8")


def cover_letter(plan: Plan, tables: Tables) -> str:
    """Who collected the files says which tables came: a file below a folder of its own would else speak for its neighbours only."""
    return f"submission: {plan.cover_letter}\ntables: [{', '.join(table for table in tables if tables[table])}]\n"


def widened(rows: list[Row]) -> list[Row]:
    """A row for each figure, with the years for columns."""
    years = sorted({row["年度"] for row in rows})
    wide: dict[tuple[str, ...], Row] = {}
    for row in rows:
        kept = {column: value for column, value in row.items() if column not in ("年度", "数值")}
        one = wide.setdefault(tuple(kept.values()), {**kept, **dict.fromkeys(years, "")})
        one[row["年度"]] = row["数值"]
    return list(wide.values())


def take(remaining: Tables, table: str, where: str) -> list[Row]:
    rows = remaining.get(table, [])
    taken = [row for row in rows if matches(row, where)]
    if taken:
        remaining[table] = [row for row in rows if not matches(row, where)]
    return taken


def write_folder(folder: Path, one: Folder, remaining: Tables) -> None:
    """The rows of one institution; a table of which it has none is returned as nil, one that did not come at all is left out."""
    came, nil = [], []
    for table in one.tables:
        if table not in remaining:
            continue
        rows = take(remaining, table, f"机构代码={one.institution}")
        (came if rows else nil).append(table)
        if rows:
            save(folder / one.path / f"{table}.csv", text_of(Sheet(table, ""), rows), "utf-8")
    if came:
        save(folder / one.path / "submission.yaml", submission_text(one, came, nil), "utf-8")


def submission_text(one: Folder, came: list[str], nil: list[str]) -> str:
    lines = ["submission: 年度报送", f"submitter: {one.institution}", "table: institution"]
    lines += [f"period: {one.period}"] if one.period else []
    lines += [f"tables: [{', '.join(came)}]"] + ([f"nil_returns: [{', '.join(nil)}]"] if nil else [])
    return "\n".join(lines) + "\n"


def text_of(sheet: Sheet, rows: list[Row]) -> str:
    columns = list(rows[0])
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=sheet.delimiter, lineterminator="\n")
    if sheet.title:
        writer.writerow([sheet.title] + [""] * (len(columns) - 1))
    writer.writerow([header(sheet, column) for column in columns])
    writer.writerows([row[column] for column in columns] for row in rows)
    if sheet.total:
        writer.writerow(total_row(sheet, columns, rows))
    if sheet.note:
        writer.writerow([sheet.note] + [""] * (len(columns) - 1))
    if sheet.blank_line:
        writer.writerow([""] * len(columns))
    return lines.getvalue()


def header(sheet: Sheet, column: str) -> str:
    unit = sheet.units.get(column)
    name = sheet.headers.get(column, column)
    return f"{name}（{unit}）" if unit else name


def total_row(sheet: Sheet, columns: list[str], rows: list[Row]) -> list[str]:
    sums = {column: sum(int(row[column] or 0) for row in rows) for column in sheet.total}
    return ["合计"] + [str(sums.get(column, "")) for column in columns[1:]]


def json_of(content: dict[str, list[Row]]) -> str:
    parts = []
    for table, rows in content.items():
        lines = [json.dumps({column: value or None for column, value in row.items()}, ensure_ascii=False) for row in rows]
        parts.append(f"{json.dumps(table, ensure_ascii=False)}: [\n" + ",\n".join(lines) + "\n]")
    return "{" + ",\n".join(parts) + "}\n"


def save(path: Path, text: str, encoding: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(codecs.BOM_UTF16_LE + text.encode("utf-16-le") if encoding == "utf-16" else text.encode(encoding))
