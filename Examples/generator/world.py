"""From the inputs, which a person writes, to one row for each record.

A cell of the inputs may stand for several rows: `甲 | 乙` for one each, `@公立医院` for one for each record of a selection,
`2021..2025` for one a year; the column 个数 repeats its row. By the seed, `88000~99000` stands for a number between the two, and a year in
a column of dates for a day in it, in a column of times for a moment in it; `+60~110` in a later column of times is so many seconds after it.
"""
import csv
import random
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

from .conditions import matches
from .plan import Plan, Row, Tables

FIGURES = ("地区指标", "机构指标")
FIRST = ("地区", "医疗卫生机构", "医共体", "人员")
KEYS = {"制度和服务": ("编号", "ZD"), "工作开展": ("编号", "GZ"), "设施": ("设施编号", "SS"), "建设项目": ("项目编号", "XM"),
        "医用设备": ("设备编号", "SB"), "人员": ("人员编号", "RY"), "人才": ("人才编号", "RC"), "急救车辆": ("车牌号", "C"),
        "职称申报": ("申报编号", "SQ"), "急救呼叫": ("呼叫编号", "HJ"), "医疗卫生机构": ("机构代码", "JG")}
NAMES = {"制度和服务": ("名称", "制度或服务类别"), "工作开展": ("活动名称", "活动类别"), "设施": ("设施名称", "设施类别"),
         "称号": ("称号名称", "称号类别"), "建设项目": ("项目名称", "项目类别")}
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂"


def read_rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [{column: value.strip() for column, value in row.items()} for row in csv.DictReader(lines)]


def build(plan: Plan, inputs: str) -> Tables:
    """The tables of an audit before anything is planted; those that selections pick from come first."""
    paths = sorted((plan.folder / inputs).glob("*.csv"), key=lambda path: ((FIRST + (path.stem,)).index(path.stem), path.stem))
    tables: Tables = {}
    for path in paths:
        rows = read_rows(path)
        if path.stem in FIGURES:
            tables[path.stem] = [figure for row in rows for one in expand(plan, tables, row) for figure in yearly(plan, one)]
        else:
            tables[path.stem] = finish(plan, tables, path.stem, [one for row in rows for one in expand(plan, tables, row)])
    return tables


def expand(plan: Plan, tables: Tables, row: Row) -> list[Row]:
    columns = [column for column in row if column != "个数"]
    choices = [alternatives(plan, tables, column, row[column]) for column in columns]
    repeats = range(int(row.get("个数") or 1))
    return [dict(zip(columns, values)) for values in product(*choices) for _ in repeats]


def alternatives(plan: Plan, tables: Tables, column: str, cell: str) -> list[str]:
    if cell.startswith("@"):
        return selected(plan, tables, cell[1:])
    if " | " in cell:
        return [one.strip() for one in cell.split(" | ")]
    first, dots, last = cell.partition("..")
    if dots and first.isdigit() and last.isdigit():
        return [str(year) for year in range(int(first), int(last) + 1)]
    return [cell]


def selected(plan: Plan, tables: Tables, name: str) -> list[str]:
    """The keys of the records of a selection, such as `医疗卫生机构: 机构类别=医院`."""
    table, _, condition = plan.selections[name].partition(":")
    key = {"地区": "地区", "医疗卫生机构": "机构代码", "医共体": "医共体编号", "人员": "人员编号"}[table]
    return [row[key] for row in tables[table] if matches(row, condition)]


def finish(plan: Plan, tables: Tables, table: str, rows: list[Row]) -> list[Row]:
    """Numbers, names and days, for the cells that leave them to the generator."""
    places = {row["地区"]: row["地区名称"] for row in tables.get("地区", [])}
    institutions = {row["机构代码"]: row["机构名称"] for row in tables.get("医疗卫生机构", [])}
    seen: dict[str, int] = {}
    for serial, row in enumerate(rows, 1):
        chance = random.Random(f"{plan.seed}/{table}/{serial}")
        for column, value in row.items():
            if column.endswith("日期") and len(value) == 4:
                row[column] = day_in(int(value), chance)
            elif column.endswith("时间") and len(value) == 4:
                row[column] = moment_in(int(value), chance)
            elif value.startswith("+") and column.endswith("时间"):
                row[column] = moment_after(next(text for name, text in row.items() if name.endswith("时间")), number_between(value, chance))
            elif "~" in value:
                row[column] = number_between(value, chance)
        if table in KEYS and not row.get(KEYS[table][0]):
            column, prefix = KEYS[table]
            row[column] = f"{plan.prefix}{prefix}{serial:04d}"
        if table == "人员" and not row.get("姓名"):
            row["姓名"] = chance.choice(SURNAMES) + chance.choice(GIVEN) + chance.choice(GIVEN)
        if table in NAMES:
            name_row(table, row, institutions.get(row.get("机构代码", "")) or places.get(row.get("所属地区") or row.get("所属县区", ""), ""), seen)
    return rows


def name_row(table: str, row: Row, owner: str, seen: dict[str, int]) -> None:
    column, kind = NAMES[table]
    if column not in row or row[column]:
        return
    item = row.get("具体事项") or row.get("活动内容") or ""
    name = owner + row[kind] + (f"（{item}）" if item else "")
    day = row.get("开展日期", "")
    name = f"{day[:4]}年{name}" if day else name
    seen[name] = seen.get(name, 0) + 1
    row[column] = name if seen[name] == 1 else f"{name}{seen[name]}"


def day_in(year: int, chance: random.Random) -> str:
    return (date(year, 2, 1) + timedelta(days=chance.randrange(300))).isoformat()


def moment_in(year: int, chance: random.Random) -> str:
    """In China's time, as a record with its offset writes it."""
    midnight = datetime.fromisoformat(f"{day_in(year, chance)}T00:00:00+08:00")
    return (midnight + timedelta(seconds=chance.randrange(86400))).isoformat()


def moment_after(first: str, seconds: str) -> str:
    return (datetime.fromisoformat(first) + timedelta(seconds=int(seconds))).isoformat()


def number_between(cell: str, chance: random.Random) -> str:
    low, _, high = cell.partition("~")
    digits = len(low.partition(".")[2])
    return f"{chance.uniform(float(low), float(high)):.{digits}f}"


def yearly(plan: Plan, row: Row) -> list[Row]:
    """A figure of every year from 首年 to 末年: each as 首年数值 lists them, or on the way from 首年数值 to 末年数值."""
    first, last = int(row["首年"]), int(row["末年"] or row["首年"])
    kept = {column: value for column, value in row.items() if column not in ("首年", "末年", "首年数值", "末年数值")}
    texts = [value_on_the_way(plan, row, year, first, last) for year in range(first, last + 1)]
    return [{**kept, "年度": str(year), "数值": text} for year, text in zip(range(first, last + 1), texts)]


def value_on_the_way(plan: Plan, row: Row, year: int, first: int, last: int) -> str:
    if " " in row["首年数值"]:
        return row["首年数值"].split()[year - first]
    start, end = row["首年数值"], row["末年数值"] or row["首年数值"]
    if year == first:
        return start
    if year == last:
        return end
    chance = random.Random(f"{plan.seed}/{row['指标']}/{year}")
    share = (year - first + chance.uniform(-0.2, 0.2)) / (last - first)
    digits = max(len(start.partition(".")[2]), len(end.partition(".")[2]))
    return f"{float(start) + (float(end) - float(start)) * share:.{digits}f}"
