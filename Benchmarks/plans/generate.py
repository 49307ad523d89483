"""Writes one submission for all five plans: generate.py FOLDER INSTITUTIONS STAFF.

What the examples' generator makes of each plan's inputs, with every institution and its rows copied until there are as many
institutions as asked for, and with staff shared out among them. The same bytes come out every time.
"""
import csv
import importlib.util
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
EXAMPLES = Path(__file__).resolve().parents[2] / "Examples"
sys.path.insert(0, str(EXAMPLES))

from generator import world  # noqa: E402

PLANS = ("leshan-shizhong", "shaoxing", "suining", "xpcc", "yueqing")
SEED = 20251231
OF_INSTITUTIONS = "机构代码"
ROLES = ("临床医师", "临床医师", "公共卫生医师", "护士", "护士", "药师", "管理", "工勤")
TITLES = ("无", "初级", "初级", "中级", "中级", "副高级", "正高级")
DEGREES = ("大专", "本科", "本科", "硕士", "博士")
BANDS = ("五年以下", "五到十五年", "十五年以上")
DEPARTMENTS = ("内科", "外科", "儿科", "公共卫生科", "全科", "急诊科")


def plan_of(name):
    spec = importlib.util.spec_from_file_location(f"plan_{name}", EXAMPLES / name / "plan.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.PLAN


def copies(row, number):
    """A row of a copied institution, with keys and a name of its own."""
    copy = dict(row)
    for column, value in row.items():
        if value and (column == OF_INSTITUTIONS or column.endswith(("编号", "车牌号")) and not column.startswith(("医共体", "所属"))):
            copy[column] = f"{value}-{number}"
        elif value and column == "机构名称":
            copy[column] = f"{value}第{number}分院"
    return copy


def scaled(tables, institutions):
    """The tables with copies of the institutions and of all that is theirs."""
    first = tables["医疗卫生机构"]
    owned = {name: {} for name, rows in tables.items() if rows and OF_INSTITUTIONS in rows[0]}
    for name in owned:
        for row in tables[name]:
            owned[name].setdefault(row[OF_INSTITUTIONS], []).append(row)
    result = {name: list(rows) for name, rows in tables.items()}
    wanted = institutions - len(first)
    for number in range(wanted):
        code = first[number % len(first)][OF_INSTITUTIONS]
        for name, rows in owned.items():
            result[name] += [copies(row, number // len(first) + 1) for row in rows.get(code, [])]
    return result


def staff(institutions, number, chance):
    people, pay = [], []
    for serial in range(number):
        institution = institutions[serial % len(institutions)][OF_INSTITUTIONS]
        person = f"B{institution}-{serial:06d}"
        people.append({
            "人员编号": person, "姓名": chance.choice(world.SURNAMES) + chance.choice(world.GIVEN), OF_INSTITUTIONS: institution,
            "所在科室": chance.choice(DEPARTMENTS), "岗位类别": chance.choice(ROLES), "职称": chance.choice(TITLES),
            "学历": chance.choice(DEGREES), "年资分档": chance.choice(BANDS), "入职日期": world.day_in(chance.randrange(1995, 2024), chance)})
        pay += [{"人员编号": person, "年度": year, "年收入": chance.randrange(60_000, 300_000)} for year in ("2024", "2025")]
    return {"人员": people, "人员年度收入": pay}


def write(folder, tables):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, columns, restval="")
            writer.writeheader()
            writer.writerows(rows)


def main(folder, institutions, people):
    chance = random.Random(SEED)
    for name in PLANS:
        tables = scaled(world.build(plan_of(name), "inputs"), institutions // len(PLANS))
        for table, rows in staff(tables["医疗卫生机构"], people // len(PLANS), chance).items():
            tables[table] = tables.get(table, []) + rows
        write(Path(folder) / name, tables)


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
