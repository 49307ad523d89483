#!/usr/bin/env python3
"""Writes the example: what one made-up city sends for 2025, its roster of institutions, and what an audit has to find.

    python3 Examples/suining-2025/generate.py

The same bytes come out every time. What is planted stands in PLANTED and beside the tables below. The expected findings
are worked out here, from what was planted and in exact fractions, without a line of Plumbline.
"""
import csv
import io
import json
import random
from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROSTER = HERE.parent.parent / "Rules/plans/suining/data/institutions.csv"
AS_OF = "2026-03-31"
CITY = "市本级"
COUNTIES = ["船山区", "安居区", "蓬溪县", "大英县", "射洪市"]

HOSPITAL, PRIMARY, CDC, MATERNITY = "医院", "基层医疗卫生机构", "疾控机构", "妇幼保健机构"
PUBLIC_HEALTH = ["公共卫生科", "预防保健科", "疾病预防控制科"]
CLINICAL = ["肿瘤防治中心", "慢性病管理中心", "微创介入中心", "麻醉疼痛诊疗中心", "重症监护中心"]
EMERGENCY = ["胸痛中心", "卒中中心", "创伤中心", "危重孕产妇救治中心", "危重新生儿救治中心"]
MATTERS = ["编制", "岗位", "人员", "经费", "管理", "财务", "药物", "信息"]
STEPS = ["谋划", "立项", "开工", "主体完工", "竣工", "投用"]
STANDARDS = ["未达标", "基本标准", "推荐标准"]

# Where something is planted, by institution.
PLANTED = {
    "silent": ["SN011", "SN047"],  # on the roster, and nothing came
    "blank kind": "SN060",
    "twice": "SN010",  # in the city's file and in a folder of its own
    "no staff sheet": "SN020",
    "nil return": "SN021",  # says that it has no equipment to report
    "pay in 万元": "SN021",
    "no equipment sheet": "SN013",
    "no public-health department": ["SN019", "SN035", "SN052"],
    "public-health work not reported": "SN040",
    "pay one cent below": ("SN016", 2025),
    "pay equal": ("SN015", 2024),
    "pay below": {("SN033", 2024): Fraction(-3, 100), ("SN033", 2025): Fraction(-2, 100), ("SN044", 2025): Fraction(-1, 100)},
    "pay not reported": ("SN023", 2025),
    "specialists outside teams": {"SN016": 2},
    "specialist not reported": "SN022",
    "no TCM pharmacy": "SN027",
    "centre not in use": "SN017",
    "mangled code": ("SN024", "4.5101E+17"),
}
CLINICAL_DONE = {"SN014": 5, "SN015": 5, "SN016": 5, "SN018": 5, "SN020": 5, "SN022": 5, "SN017": 4, "SN019": 2, "SN021": 3, "SN023": 4}
EMERGENCY_DONE = {"SN014": 5, "SN016": 5, "SN018": 5, "SN020": 5, "SN022": 5, "SN015": 3, "SN017": 2, "SN019": 1, "SN021": 2, "SN023": 4}
SPECIALITIES = {"国家级": 1, "省级": 10, "市级": 78, "县级": 80}

source = random.Random(20251231)


def unit():
    """A number from 0 up to 1. Only this function draws, because only `random()` is the same in every Python."""
    return source.random()


def pick(items):
    return items[int(unit() * len(items))]


def between(low, high):
    return low + int(unit() * (high - low + 1))


@dataclass
class Institution:
    id: str
    name: str
    kind: str
    region: str
    specialty: str = ""
    primary_kind: str = ""
    grade: str = ""
    ownership: str = "政府办"
    admin_level: str = "县级"
    staff_count: int = 0
    posts: tuple = ()
    cdc_grade: str = ""
    capacity: str = ""
    community: str = ""
    membership: str = "非成员"
    note: str = ""
    folder: str = ""
    departments: list = field(default_factory=list)
    staff: list = field(default_factory=list)

    @property
    def is_silent(self):
        return self.id in PLANTED["silent"]

    @property
    def is_public_hospital(self):
        return self.kind == HOSPITAL and self.ownership != "社会办"

    @property
    def is_county_hospital(self):
        return self.is_public_hospital and self.admin_level == "县级"


# ---------------------------------------------------------------- the institutions


def institutions():
    made = []

    def add(number, name, kind, region, **more):
        made.append(Institution(f"SN{number:03}", name, kind, region, **more))

    def cdc(number, region, name, posts, grade, staff, note=""):
        level = "市级" if region == CITY else "县级"
        add(number, name, CDC, region, posts=posts, cdc_grade=grade, staff_count=staff, admin_level=level, note=note)

    cdc(1, CITY, "遂宁市疾病预防控制中心", (100, 10, 85, 5), "三级乙等", 92)
    cdc(2, "安居区", "安居区疾病预防控制中心", (85, 9, 70, 6), "二级甲等", 78)
    cdc(3, "射洪市", "射洪市疾病预防控制中心", (72, 3, 68, 1), "二级甲等", 66)
    cdc(4, "蓬溪县", "蓬溪县疾病预防控制中心", (60, 5, "", 3), "未定级", 55, "岗位设置方案报批中，专业技术岗位数待补报")
    cdc(5, "大英县", "大英县疾病预防控制中心", (104, 8, "约90", 6), "三级乙等", 95, "正与人社部门核对, 暂报约数")
    add(6, "遂宁市示例综合医院", HOSPITAL, CITY, specialty="综合", grade="三级甲等", admin_level="市级", posts=(960, 48, 864, 48))
    add(7, "船山区示例妇幼保健院", MATERNITY, "船山区", grade="二级甲等", staff_count=60)
    add(8, "船山区示例社区卫生服务中心", PRIMARY, "船山区", primary_kind="社区卫生服务中心", staff_count=30, admin_level="乡级")
    add(9, "遂宁市示例急救中心", "急救机构", CITY, staff_count=50, admin_level="市级")
    add(10, "遂宁市示例中心血站", "血站", CITY, admin_level="市级", posts=(55, 6, 45, 4))
    cdc(11, "船山区", "船山区疾病预防控制中心", (66, 6, 57, 3), "三级乙等", 0)
    add(12, "遂宁市示例中医医院", HOSPITAL, CITY, specialty="中医", grade="三级甲等", admin_level="市级", staff_count=150)
    add(13, "遂宁市示例精神卫生中心", HOSPITAL, CITY, specialty="专科", grade="二级甲等", admin_level="市级", staff_count=80,
        folder="遂宁市示例精神卫生中心")
    county_hospitals(add)
    add(24, "船山区示例康宁医院", HOSPITAL, "船山区", specialty="专科", grade="一级甲等", ownership="社会办", staff_count=30)
    add(25, "射洪市示例仁和医院", HOSPITAL, "射洪市", specialty="综合", grade="二级乙等", ownership="社会办", staff_count=32)
    add(26, "安居区示例和谐医院", HOSPITAL, "安居区", specialty="综合", grade="一级甲等", ownership="社会办", staff_count=26)
    for number, region, staff in [(27, "安居区", 40), (28, "蓬溪县", 38), (29, "大英县", 35), (30, "射洪市", 45)]:
        add(number, f"{region}示例妇幼保健院", MATERNITY, region, grade="二级乙等", staff_count=staff)
    primary_care(add)
    add(60, "遂宁市示例医养服务中心", "", CITY, grade="未定级", admin_level="市级", posts=(30, 4, 22, 4), note="新设机构，类别待核定")
    for one in made:
        complete(one)
    made[5].staff_count = 3000 - sum(one.staff_count for one in made)
    return made


def county_hospitals(add):
    counts = [(120, 60), (110, 55), (105, 50), (0, 48), (130, 70)]
    for place, region in enumerate(COUNTIES):
        general, tcm = counts[place]
        grade = "三级乙等" if region == "射洪市" else "二级甲等"
        add(14 + 2 * place, f"{region}示例人民医院", HOSPITAL, region, specialty="综合", grade=grade, staff_count=general,
            capacity="推荐标准")
        add(15 + 2 * place, f"{region}示例中医医院", HOSPITAL, region, specialty="中医", grade="二级甲等", staff_count=tcm,
            capacity={"安居区": "", "蓬溪县": "基本标准"}.get(region, "推荐标准"))


def primary_care(add):
    words = ("青松 白鹤 红枫 金竹 春晖 秋实 冬青 朝霞 晚晴 星湖 月湾 晨曦 碧波 翠屏 锦绣 丰禾 稻香 麦浪 梅园 兰溪 竹海 菊坪 桂花 柳岸 "
             "杏林 桃源 梨园 枣坪 橘洲").split()
    number = 31
    for region, count in zip(COUNTIES, [6, 6, 6, 5, 6]):
        for place in range(count):
            is_town = place > 0
            kind = "乡镇卫生院" if is_town else "社区卫生服务中心"
            name = f"{region}示例{words[number - 31]}" + ("镇卫生院" if is_town else "社区卫生服务中心")
            add(number, name, PRIMARY, region, primary_kind=kind, admin_level="乡级", staff_count=0 if number == 47 else 11)
            number += 1


def complete(one):
    """What follows from an institution's kind and place."""
    leads = {"SN014", "SN016", "SN018", "SN020", "SN022", "SN023"}
    if one.kind in (HOSPITAL, PRIMARY) and one.region != CITY and one.ownership != "社会办":
        one.community = "YGT-" + {"船山区": "01", "安居区": "02", "蓬溪县": "03", "大英县": "04", "射洪市": "05"}[one.region]
        one.membership = "牵头单位" if one.id in leads else "成员单位"
    if one.id in ("SN023", "SN058", "SN059"):
        one.community = "YGT-06"
    if one.region == "大英县" and one.kind != CDC:
        one.folder = f"大英县/{one.name}"
    if one.id == PLANTED["no staff sheet"]:
        one.posts = (128, 10, 112, 6)
    if not one.posts:
        total = one.staff_count + between(1, 6)
        management, skilled = max(1, total // 12), total // 18
        one.posts = (total, management, total - management - skilled, skilled)


# ---------------------------------------------------------------- departments, staff and pay

CLINICAL_DEPARTMENTS = ["内科", "外科", "妇产科", "儿科", "急诊科", "重症医学科", "麻醉科", "中医科"]
DEPARTMENTS = {
    HOSPITAL: CLINICAL_DEPARTMENTS + ["放射科", "检验科", "药剂科", "护理部", "医务科", "行政办公室"],
    MATERNITY: ["妇女保健科", "儿童保健科", "产科", "新生儿科", "中医科", "中药房", "检验科", "行政办公室"],
    PRIMARY: ["全科医疗科", "中医科", "护理组", "药房", "行政办公室"],
    CDC: ["传染病防制科", "免疫规划科", "慢性病防制科", "检验科", "行政办公室"],
    "急救机构": ["调度科", "急救科", "行政办公室"],
    "血站": ["体采科", "检验科", "行政办公室"],
}
DEPARTMENT_KINDS = {"中医科": "中医药科室", "中药房": "中药房", "行政办公室": "行政科室", "医务科": "行政科室", "护理部": "行政科室",
                    "检验科": "医技科室", "放射科": "医技科室", "药剂科": "医技科室", "药房": "医技科室"}
SURNAMES = list("赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹")
GIVEN = list("安宁静远明德思源文博雅清和嘉怡若晨一诺子涵书瑶星宇泽亦凡知行乐言")
PAY = {"专科医生": 15_600_000, "全科医生": 12_800_000, "护士": 9_800_000, "公共卫生医师": 10_500_000, "医技人员": 10_200_000,
       "行政人员": 9_600_000}  # a year, in cents


def add_departments(one):
    names = list(DEPARTMENTS.get(one.kind, []))
    if one.id == PLANTED["no TCM pharmacy"]:
        names.remove("中药房")
    if one.kind in (HOSPITAL, MATERNITY, PRIMARY) and one.id not in PLANTED["no public-health department"]:
        names.append(PUBLIC_HEALTH[between(0, 9) % 4 % 3])
    for name in names:
        does = name in PUBLIC_HEALTH
        in_party = unit() < 0.6
        one.departments.append({
            "institution": one.id, "name": name,
            "kind": "公共卫生科室" if does else DEPARTMENT_KINDS.get(name, "临床科室"),
            "public_health": "" if does and one.id == PLANTED["public-health work not reported"] else "是" if does else "否",
            "in_party": "是" if in_party else "否", "secretary": "是" if in_party else "否"})


def plant_heads(by_id):
    """Two heads who are members and not secretaries, one who may be a member, one who may be the secretary."""
    for number, name, party, secretary in [("SN006", "外科", "是", "否"), ("SN018", "内科", "是", "否"),
                                            ("SN022", "急诊科", "", "否"), ("SN012", "儿科", "是", "")]:
        row = next(row for row in by_id[number].departments if row["name"] == name)
        row["in_party"], row["secretary"] = party, secretary


def role(department, one):
    if department in PUBLIC_HEALTH or one.kind == CDC:
        return "行政人员" if department == "行政办公室" else "公共卫生医师"
    if department in ("行政办公室", "医务科", "调度科"):
        return "行政人员"
    if DEPARTMENT_KINDS.get(department) in ("医技科室", "中药房"):
        return "医技人员"
    if department in ("护理部", "护理组", "体采科"):
        return "护士"
    doctor = "全科医生" if one.kind == PRIMARY else "专科医生"
    return doctor if unit() < 0.45 else "护士"


def add_staff(one):
    departments = [row["name"] for row in one.departments]
    public_health = [name for name in departments if name in PUBLIC_HEALTH]
    for number in range(1, one.staff_count + 1):
        if public_health and number <= max(2, one.staff_count // 30):
            department = public_health[0]
        else:
            department = pick([name for name in departments if name not in PUBLIC_HEALTH])
        # Only those who came within 2025 have no pay of the year before.
        hired = (2025, between(2, 9)) if unit() < 0.02 and number > 5 else (between(1995, 2023), between(1, 12))
        one.staff.append({
            "id": f"{one.id}-{number:04}", "name": pick(SURNAMES) + pick(GIVEN) + (pick(GIVEN) if unit() < 0.7 else ""),
            "institution": one.id, "department": department, "role": role(department, one),
            "title": pick(["无", "初级", "初级", "中级", "中级", "副高级", "正高级"]), "degree": pick(["大专", "本科", "本科", "研究生"]),
            "hired": f"{hired[0]}-{hired[1]:02}-{between(1, 28):02}", "team": "否", "pay": {}})
    specialists = [person for person in one.staff if person["role"] == "专科医生"]
    if one.membership == "牵头单位":
        for place, person in enumerate(specialists):
            person["team"] = "否" if place < PLANTED["specialists outside teams"].get(one.id, 0) else "是"
        if one.id == PLANTED["specialist not reported"]:
            specialists[0]["team"] = ""
    for year in (2024, 2025):
        add_pay(one, year)


def add_pay(one, year):
    """Pays everybody who was there; then the public-health department so that its mean stands where it has to."""
    here = [person for person in one.staff if int(person["hired"][:4]) <= year]
    factor = {"市级": 1.15, "县级": 1.0, "乡级": 0.82}[one.admin_level] * (1.03 if year == 2025 else 1)
    for person in here:
        person["pay"][year] = int(PAY[person["role"]] * factor * (0.85 + 0.3 * unit()))
    tested = [person for person in here if person["department"] in PUBLIC_HEALTH]
    others = [person for person in here if person["department"] not in PUBLIC_HEALTH]
    if not tested or not others or one.kind not in (HOSPITAL, MATERNITY, PRIMARY):
        return
    n, m = len(tested), len(others)
    total = sum(person["pay"][year] for person in others)
    if (one.id, year) in (PLANTED["pay equal"], PLANTED["pay one cent below"]):
        # With the tested among everybody, their mean is the others' less what keeps it apart, times all over the others.
        below = (n + m) if (one.id, year) == PLANTED["pay one cent below"] else 0
        others[-1]["pay"][year] += (below - total) % m
        total = sum(person["pay"][year] for person in others)
        share_out(tested, year, n * (total - below) // m)
    else:
        margin = PLANTED["pay below"].get((one.id, year), Fraction(between(15, 80), 1000))
        goal = (1 + margin) * total / (n + m - n * (1 + margin))
        share_out(tested, year, round(goal * n))
    if (one.id, year) == PLANTED["pay not reported"]:
        others[0]["pay"][year] = None


def share_out(people, year, total):
    """Shares an amount out among people, not evenly and to the cent."""
    left = total
    for place, person in enumerate(people[:-1]):
        person["pay"][year] = left // (len(people) - place) + between(-300_000, 300_000)
        left -= person["pay"][year]
    people[-1]["pay"][year] = left


# ---------------------------------------------------------------- facilities, communities, equipment, titles, counties


def facilities(by_id):
    rows = []

    def add(name, kind, status, region, institution=""):
        opened = f"2025-{between(1, 12):02}-{between(1, 28):02}" if STEPS.index(status) >= 4 else ""
        rows.append({"id": f"SS{len(rows) + 1:04}", "name": name, "kind": kind, "status": status, "region": region,
                     "institution": institution, "opened": opened})

    for one in by_id.values():
        if not one.is_public_hospital:
            continue
        for kinds, done in ((CLINICAL, CLINICAL_DONE), (EMERGENCY, EMERGENCY_DONE)):
            count = done.get(one.id, 5)
            for place, kind in enumerate(kinds):
                if place < count:
                    add(one.name + kind, kind, "投用" if place < 4 else "竣工", one.region, one.id)
                elif place == count:
                    add(one.name + kind, kind, "开工", one.region, one.id)
        status = "竣工" if one.id == PLANTED["centre not in use"] else "投用"
        add(one.name + "一站式服务中心", "一站式服务中心", status, one.region, one.id)
    for place in range(16):
        region = COUNTIES[place % 5]
        status = "开工" if place >= 14 else "竣工" if place % 4 == 3 else "投用"
        add(f"{region}示例第{place // 5 + 1}县域医疗卫生次中心", "县域医疗卫生次中心", status, region)
    for region in COUNTIES:
        add(f"{region}示例安宁疗护病区", "安宁疗护病区", "投用", region)
    return rows


def communities():
    leads = ["SN014", "SN016", "SN018", "SN020", "SN022", "SN023"]
    names = [f"{region}示例医共体" for region in COUNTIES] + ["射洪市示例第二医共体"]
    return [{"id": f"YGT-0{place + 1}", "name": names[place], "county": COUNTIES[min(place, 4)], "lead": lead,
             "meets": place != 2, "matters": MATTERS[:7] if place == 4 else MATTERS} for place, lead in enumerate(leads)]


def equipment(by_id):
    rows = []

    def add(institution, name, large, debt, price, bought):
        code = f"SB{len(rows) + 1:04}"
        if institution == PLANTED["mangled code"][0]:
            code = PLANTED["mangled code"][1]
        rows.append({"id": code, "name": name, "institution": institution, "large": large, "debt": debt, "price": price,
                     "bought": bought})

    for one in by_id.values():
        if one.kind != HOSPITAL or one.id in (PLANTED["nil return"], PLANTED["no equipment sheet"]):
            continue
        bought = f"2024-{between(1, 12):02}-{between(1, 28):02}"
        if one.ownership == "社会办":
            add(one.id, "数字化X线摄影系统", "否", "是", 1_280_000, bought)
            continue
        add(one.id, "螺旋CT", "是", "否", between(60, 180) * 100_000, bought)
        if one.id == "SN016":
            add(one.id, "磁共振成像系统", "是", "是", 9_800_000, "2024-09-12")
        if one.id == "SN017":
            add(one.id, "磁共振成像系统", "是", "是", 8_600_000, "2022-11-03")
        if one.id == "SN018":
            add(one.id, "直线加速器", "是", "", 15_200_000, "2025-04-20")
        if one.id == "SN012":
            add(one.id, "彩色多普勒超声诊断仪", "否", "是", 960_000, "2025-02-18")
    return rows


def specialities(by_id):
    fields = ["心血管内科", "呼吸与危重症医学科", "神经内科", "消化内科", "骨科", "普通外科", "泌尿外科", "妇产科", "儿科", "急诊医学科",
              "重症医学科", "麻醉科", "检验科", "影像科", "中医骨伤科", "针灸科", "康复医学科", "肾病科", "肿瘤科", "感染科"]
    hosts = {"市级": ["SN006", "SN012", "SN013", "SN014", "SN016", "SN018", "SN022"], "省级": ["SN006", "SN012"], "国家级": ["SN006"],
             "县级": [one.id for one in by_id.values() if one.is_county_hospital]}
    rows = []
    for level, count in SPECIALITIES.items():
        for place in range(count):
            host = by_id[hosts[level][place % len(hosts[level])]]
            name = f"{host.name}{fields[(place // len(hosts[level]) + len(level)) % len(fields)]}"
            rows.append({"kind": "临床重点专科", "level": level, "name": name, "region": host.region, "institution": host.id,
                         "granted": f"{between(2019, 2025)}-{between(1, 12):02}-{between(1, 28):02}", "lost": ""})
    return rows


def county_years():
    """Villages, villages served and whether the goal is in the appraisal, by county and year."""
    villages = {"船山区": 96, "安居区": 199, "蓬溪县": 231, "大英县": 154, "射洪市": 217}
    rows = []
    for year in (2024, 2025):
        for region in COUNTIES:
            if (region, year) == ("射洪市", 2024):
                continue  # the county sent one of its two years
            served, listed = villages[region] - (3 if year == 2024 else 0), "是"
            if year == 2025:
                served = {"安居区": 198, "大英县": ""}.get(region, villages[region])
                listed = {"蓬溪县": "否", "大英县": ""}.get(region, "是")
            population = between(420, 760) * 1000
            rows.append({"region": region, "year": year, "population": population, "contracts": population * 4 // 10,
                         "villages": villages[region], "served": served, "listed": listed})
    return rows


# ---------------------------------------------------------------- writing


class Files:
    """Everything that is written, and where each row came to stand."""

    def __init__(self):
        self.contents = {}
        self.lines = {}

    def table(self, path, headers, rows, encoding="utf-8", after=()):
        """A CSV file. `rows` are pairs of a name, by which its line is found again, and cells."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(headers)
        for line, (name, cells) in enumerate(rows, start=2):
            self.lines.setdefault((path, name), line)
            writer.writerow(cells)
        for cells in after:
            writer.writerow(cells)
        self.contents[path] = out.getvalue().encode(encoding)

    def text(self, path, text):
        self.contents[path] = text.encode()

    def write(self):
        keep = {"README.md", "generate.py"} | set(self.contents)
        for path in sorted(HERE.rglob("*"), reverse=True):
            name = path.relative_to(HERE).as_posix()
            if path.is_file() and name not in keep and "__pycache__" not in name:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for path, content in self.contents.items():
            (HERE / path).parent.mkdir(parents=True, exist_ok=True)
            (HERE / path).write_bytes(content)


INSTITUTION_HEADERS = ["机构编号", "机构名称", "机构类别", "所属县区", "岗位总量", "管理岗位数", "专业技术岗位数", "工勤技能岗位数", "基层机构类别",
                       "医院类别", "等级等次", "举办主体", "行政层级", "疾控机构等级", "医疗服务能力标准", "所属医共体", "医共体角色", "备注"]
STAFF_HEADERS = ["人员编号", "姓名", "机构代码", "所在科室", "岗位类别", "职称", "学历", "入职日期", "是否加入家庭医生团队"]
DEPARTMENT_HEADERS = ["机构代码", "科室名称", "科室类别", "是否承担公共卫生工作", "科室主要负责人是否党员", "科室主要负责人是否担任党支部书记"]
FACILITY_HEADERS = ["设施编号", "设施名称", "设施类别", "建设进度", "所属县区", "机构代码", "启用日期"]
EQUIPMENT_HEADERS = ["设备编号", "设备名称", "机构代码", "是否大型医用设备", "是否举债购置", "购置金额（元）", "购置日期"]


def institution_cells(one):
    return [one.id, one.name, one.kind, one.region, *one.posts, one.primary_kind, one.specialty, one.grade, one.ownership,
            one.admin_level, one.cdc_grade, one.capacity, one.community, one.membership, one.note]


def staff_cells(person):
    return [person[key] for key in ("id", "name", "institution", "department", "role", "title", "degree", "hired", "team")]


def department_cells(row):
    return [row[key] for key in ("institution", "name", "kind", "public_health", "in_party", "secretary")]


def facility_cells(row):
    return [row[key] for key in ("id", "name", "kind", "status", "region", "institution", "opened")]


def equipment_cells(row):
    return [row[key] for key in ("id", "name", "institution", "large", "debt", "price", "bought")]


def yuan(cents, per=100):
    """An amount in yuan, or with `per` 1,000,000 in 万元, without a digit lost."""
    if cents is None:
        return ""
    digits = len(str(per)) - 1
    return f"{cents // per}.{cents % per:0{digits}}"


def pay_rows(one, per=100):
    return [(f"{person['id']}/{year}", [person["id"], year, yuan(cents, per)])
            for person in one.staff for year, cents in sorted(person["pay"].items())]


def write_city(files, made, world):
    """What the city's office gathered in tables for everybody."""
    here = [one for one in made if not one.folder and not one.is_silent]
    posts = [sum(one.posts[place] for one in here if isinstance(one.posts[place], int)) for place in range(4)]
    files.table("institutions.csv", INSTITUTION_HEADERS, [(one.id, institution_cells(one)) for one in here],
                after=[["合计", "", "", "", *posts] + [""] * 10, ["注：本表由各单位填报，数据截至2025年12月31日"] + [""] * 17])
    people = [person for one in here for person in one.staff]
    files.table("人员名册.csv", STAFF_HEADERS, [(person["id"], staff_cells(person)) for person in people])
    files.table("工资表.csv", ["人员编号", "年度", "年收入（元）"], [row for one in here for row in pay_rows(one)])
    files.table("科室设置情况表.csv", DEPARTMENT_HEADERS,
                [(f"{one.id}/{row['name']}", department_cells(row)) for one in here for row in one.departments], encoding="gb18030")
    files.table("设备台账.csv", EQUIPMENT_HEADERS,
                [(row["id"], equipment_cells(row)) for row in world["equipment"] if not world["by_id"][row["institution"]].folder])
    files.table("临床重点专科名单.csv", ["称号类别", "称号级别", "专科名称", "所属县区", "机构代码", "授予日期", "撤销日期"],
                [(row["name"], list(row.values())) for row in world["specialities"]])
    areas = {"船山区": 600, "安居区": 1200, "蓬溪县": 1300, "大英县": 700, "射洪市": 1400}
    files.table("区县情况表.csv", ["区县", "地区名称", "层级", "面积（平方公里）"],
                [(CITY, [CITY, "遂宁市", "市", sum(areas.values())])] + [(name, [name, name, "县", area]) for name, area in areas.items()])
    files.table("区县年度情况表.csv",
                ["区县", "年度", "常住人口", "家庭医生签约人数", "行政村数", "实现医疗卫生服务覆盖的行政村数", "是否列入政府年度考核"],
                [(f"{row['region']}/{row['year']}", list(row.values())) for row in world["county_years"]],
                after=[["合计", "", sum(row["population"] for row in world["county_years"] if row["year"] == 2025), "", "", "", ""],
                       ["注：射洪市2024年数据未报送"] + [""] * 6])
    rows = [dict(zip(FACILITY_HEADERS, facility_cells(row))) for row in world["facilities"]
            if not (row["institution"] and world["by_id"][row["institution"]].folder)]
    for row in rows:
        row["机构代码"], row["启用日期"] = row["机构代码"] or None, row["启用日期"] or None
    groups = [{"医共体编号": row["id"], "医共体名称": row["name"], "所属县区": row["county"], "牵头机构代码": row["lead"],
               "是否达到紧密型建设标准": row["meets"], "统一管理事项": "、".join(row["matters"])} for row in world["communities"]]
    lines = ",\n".join(f' "{name}": [\n' + ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in part) + "\n ]"
                       for name, part in (("设施", rows), ("医共体", groups)))
    files.text("设施和医共体.json", "{\n" + lines + "\n}\n")


def write_folder(files, one, world):
    """What an institution sends in a folder of its own."""
    tables, nil = ["institution", "department"], []
    files.table(f"{one.folder}/机构情况表.csv", INSTITUTION_HEADERS, [(one.id, institution_cells(one))])
    files.table(f"{one.folder}/科室设置情况表.csv", DEPARTMENT_HEADERS,
                [(f"{one.id}/{row['name']}", department_cells(row)) for row in one.departments])
    if one.id != PLANTED["no staff sheet"]:
        tables += ["staff", "staff_year"]
        per, header = (1_000_000, "年收入（万元）") if one.id == PLANTED["pay in 万元"] else (100, "年收入（元）")
        files.table(f"{one.folder}/人员名册.csv", STAFF_HEADERS, [(person["id"], staff_cells(person)) for person in one.staff])
        files.table(f"{one.folder}/工资表.csv", ["人员编号", "年度", header], pay_rows(one, per))
    mine = [row for row in world["facilities"] if row["institution"] == one.id]
    if mine:
        tables.append("facility")
        files.table(f"{one.folder}/设施清单.csv", FACILITY_HEADERS, [(row["id"], facility_cells(row)) for row in mine])
    owned = [row for row in world["equipment"] if row["institution"] == one.id]
    if owned:
        tables.append("equipment")
        files.table(f"{one.folder}/设备台账.csv", EQUIPMENT_HEADERS, [(row["id"], equipment_cells(row)) for row in owned])
    elif one.id == PLANTED["nil return"]:
        nil = ["equipment"]
    files.text(f"{one.folder}/submission.yaml", manifest(one, tables, nil))


def manifest(one, tables, nil):
    lines = [f"submission: {one.name}2025年度报送", f"submitter: {one.id}", "table: institution", "period: 2025",
             f"tables: [{', '.join(tables)}]"]
    return "\n".join(lines + ([f"nil_returns: [{', '.join(nil)}]"] if nil else [])) + "\n"


def write_roster(made):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["机构代码", "机构名称", "机构类别", "举办主体", "所属县区"])
    writer.writerows([one.id, one.name, one.kind, one.ownership, one.region] for one in made)
    ROSTER.write_text(out.getvalue(), encoding="utf-8")


# ---------------------------------------------------------------- what an audit has to find

UNKNOWN = None  # beside True and False


def any_of(values):
    values = list(values)
    return True if True in values else UNKNOWN if UNKNOWN in values else False


class Expected:
    def __init__(self):
        self.findings = []
        self.counts = {}

    def add(self, rule, table, record, name, outcome, reason, kind="record", period=None, observed=None, gap=None):
        self.counts.setdefault(rule, Counter())[outcome] += 1
        if outcome == "pass":
            return
        finding = {"rule": rule, "table": table, "kind": kind, "record": record, "name": name, "period": period, "outcome": outcome,
                   "reason": reason, "observed": None if observed is None else str(observed), "gap": None if gap is None else str(gap)}
        self.findings.append({key: value for key, value in finding.items() if value is not None})

    def limit(self, rule, table, record, name, observed, limit, **more):
        if observed >= limit:
            return self.add(rule, table, record, name, "pass", "within_limit", **more)
        self.add(rule, table, record, name, "fail", "beyond_limit", observed=observed, gap=observed - limit, **more)

    def condition(self, rule, table, record, name, holds, reason="missing", **more):
        outcome = {True: ("pass", "condition_true"), False: ("fail", "condition_false"), UNKNOWN: ("not_measured", reason)}[holds]
        self.add(rule, table, record, name, *outcome, **more)

    def coverage(self, rule, table, passed, counted, limit, share):
        observed = Fraction(passed, counted) if share else passed
        if observed >= limit:
            return self.add(rule, table, "", "", "pass", "coverage_met", kind="all")
        self.add(rule, table, "", "", "fail", "coverage_short", kind="all", observed=observed, gap=observed - limit)


def expect(made, world):
    expected = Expected()
    for one in made:
        expect_of_institution(expected, one, world)
    for one in made:
        expect_pay(expected, one)
    expect_coverage(expected, made, world)
    expect_counties(expected, world)
    for row in world["communities"]:
        expected.limit("community-not-unified", "community", row["id"], row["name"], len(row["matters"]), 8)
    return expected


def expect_of_institution(expected, one, world):
    def unknown(rule, reason):
        expected.add(rule, "institution", one.id, one.name, "not_measured", reason)

    kind_rules = ["cdc-professional-posts-below-floor", "large-equipment-bought-on-credit", "no-public-health-department",
                  "maternity-without-tcm-department-or-pharmacy"]
    if one.id == PLANTED["blank kind"]:
        for rule in kind_rules:
            unknown(rule, "scope_unknown")
        return
    if one.kind == CDC:
        expect_posts(expected, one, unknown)
    if one.is_silent:
        if one.kind == PRIMARY:
            unknown("no-public-health-department", "no_record")
        return
    mine = [row for row in world["facilities"] if row["institution"] == one.id]
    if one.kind in (HOSPITAL, MATERNITY, PRIMARY) and one.ownership != "社会办":
        holds = any_of({"是": True, "否": False, "": UNKNOWN}[row["public_health"]] for row in one.departments)
        expected.condition("no-public-health-department", "institution", one.id, one.name, holds)
    if one.kind == MATERNITY:
        kinds = {row["kind"] for row in one.departments}
        expected.condition(kind_rules[3], "institution", one.id, one.name, {"中医药科室", "中药房"} <= kinds)
    if one.is_public_hospital:
        has_centre = any(row["kind"] == "一站式服务中心" and row["status"] == "投用" for row in mine)
        expected.condition("hospital-without-one-stop-centre", "institution", one.id, one.name, has_centre)
        expect_equipment(expected, one, world, unknown)
        expect_heads(expected, one)
    if one.is_county_hospital:
        if one.capacity:
            rank = STANDARDS.index(one.capacity)
            rule = "county-hospital-below-recommended-standard"
            if rank == 2:
                expected.add(rule, "institution", one.id, one.name, "pass", "within_limit")
            else:
                expected.add(rule, "institution", one.id, one.name, "fail", "beyond_limit", observed=one.capacity, gap=rank - 2)
        else:
            unknown("county-hospital-below-recommended-standard", "missing")
    if one.kind == HOSPITAL and one.membership == "牵头单位":
        expect_teams(expected, one, unknown)


def expect_posts(expected, one, unknown):
    rule = "cdc-professional-posts-below-floor"
    total, _, professional, _ = one.posts
    if one.is_silent:
        unknown(rule, "no_record")
    elif professional == "":
        unknown(rule, "missing")
    elif not isinstance(professional, int):
        unknown(rule, "unreadable")
    else:
        expected.limit(rule, "institution", one.id, one.name, Fraction(professional, total), Fraction(85, 100))
    order = ["未定级", "二级乙等", "二级甲等", "三级乙等", "三级甲等"]
    for rule, names, least in [("upper-cdc-below-level-three", ["船山区", "大英县"], 3), ("lower-cdc-below-level-two", ["安居区", "蓬溪县"], 1)]:
        if one.region not in names:
            continue
        rank = order.index(one.cdc_grade)
        if one.is_silent:
            unknown(rule, "no_record")
        elif rank >= least:
            expected.add(rule, "institution", one.id, one.name, "pass", "within_limit")
        else:
            expected.add(rule, "institution", one.id, one.name, "fail", "beyond_limit", observed=one.cdc_grade, gap=rank - least)


def expect_equipment(expected, one, world, unknown):
    rule = "large-equipment-bought-on-credit"
    if one.id == PLANTED["no equipment sheet"]:
        return unknown(rule, "list_not_submitted")
    owned = [row for row in world["equipment"] if row["institution"] == one.id and row["large"] == "是" and row["bought"] >= "2024-01-01"]
    certain, open_ = (sum(row["debt"] == answer for row in owned) for answer in ("是", ""))
    if certain:
        return expected.add(rule, "institution", one.id, one.name, "fail", "beyond_limit", observed=certain, gap=certain)
    if open_:
        return unknown(rule, "missing_decides")
    expected.add(rule, "institution", one.id, one.name, "pass", "within_limit")


def expect_heads(expected, one):
    rule = "department-head-not-branch-secretary"
    for row in one.departments:
        key = f"{one.id}/{row['name']}"
        if row["in_party"] == "":
            expected.add(rule, "department", key, row["name"], "not_measured", "scope_unknown")
        elif row["in_party"] == "是":
            expected.condition(rule, "department", key, row["name"], {"是": True, "否": False, "": UNKNOWN}[row["secretary"]])


def expect_teams(expected, one, unknown):
    rule = "lead-specialists-outside-family-doctor-teams"
    if one.id == PLANTED["no staff sheet"]:
        return unknown(rule, "list_not_submitted")
    teams = Counter(person["team"] for person in one.staff if person["role"] == "专科医生")
    if teams[""] and not teams["否"]:
        return unknown(rule, "missing_decides")
    expected.limit(rule, "institution", one.id, one.name, Fraction(teams["是"], teams.total()), Fraction(1))


def expect_pay(expected, one):
    if one.kind not in (HOSPITAL, MATERNITY, PRIMARY):
        return
    for year in (2024, 2025):
        rule = "public-health-pay-below-institution-mean"
        here = [person for person in one.staff if year in person["pay"]]
        tested = [person for person in here if person["department"] in PUBLIC_HEALTH]
        if not tested:
            continue
        where = {"kind": "group", "period": str(year)}
        if any(person["pay"][year] is None for person in here):
            expected.add(rule, "staff_year", one.id, one.name, "not_measured", "missing_decides", **where)
            continue
        mean = [Fraction(sum(person["pay"][year] for person in group), 100 * len(group)) for group in (tested, here)]
        expected.limit(rule, "staff_year", one.id, one.name, mean[0], mean[1], **where)


def expect_coverage(expected, made, world):
    hospitals = [one for one in made if one.is_county_hospital]
    for rule, kinds in (("clinical-centres-below-share", CLINICAL), ("emergency-centres-below-share", EMERGENCY)):
        done = {(row["institution"], row["kind"]) for row in world["facilities"] if row["status"] in ("竣工", "投用")}
        passed = sum(all((one.id, kind) in done for kind in kinds) for one in hospitals)
        expected.coverage(rule, "institution", passed, len(hospitals), Fraction(60, 100), share=True)
    sub_centres = [row for row in world["facilities"] if row["kind"] == "县域医疗卫生次中心"]
    done = sum(row["status"] in ("竣工", "投用") for row in sub_centres)
    expected.coverage("too-few-county-sub-centres", "facility", done, len(sub_centres), 15, share=False)
    for level, rule, least in [("国家级", "national", 1), ("省级", "provincial", 10), ("市级", "city", 80), ("县级", "county", 80)]:
        held = sum(row["level"] == level and not row["lost"] for row in world["specialities"])
        expected.coverage(f"too-few-{rule}-key-specialities", "honour", held, held, least, share=False)
    counties = {row["county"] for row in world["communities"] if row["meets"]}
    expected.coverage("too-few-counties-with-compact-community", "region", len(counties), 5, Fraction(85, 100), share=True)


def expect_counties(expected, world):
    rows = {(row["region"], row["year"]): row for row in world["county_years"]}
    for region in COUNTIES:
        row = rows[region, 2025]
        where = {"period": "2025"}
        if row["served"] == "":
            expected.add("villages-without-health-service", "region_year", region, region, "not_measured", "missing", **where)
        else:
            share = Fraction(row["served"], row["villages"])
            expected.limit("villages-without-health-service", "region_year", region, region, share, Fraction(1), **where)
        for year in (2024, 2025):
            row = rows.get((region, year))
            listed = None if row is None else {"是": True, "否": False, "": UNKNOWN}[row["listed"]]
            reason = "no_such_period" if row is None else "missing"
            expected.condition("county-without-appraisal-goal", "region_year", region, region, listed, reason, period=str(year))


def expected_problems(files, made):
    by_id = {one.id: one for one in made}
    twice, (owner, code) = by_id[PLANTED["twice"]], PLANTED["mangled code"]
    assert owner in by_id
    return [
        {"code": "unreadable-cell", "table": "institution", "file": "institutions.csv", "line": files.lines["institutions.csv", "SN005"],
         "column": "专业技术岗位数", "text": "约90"},
        {"code": "duplicate-key", "table": "institution", "file": f"{twice.name}/机构情况表.csv", "line": 2, "text": twice.id,
         "first": {"file": "institutions.csv", "line": files.lines["institutions.csv", twice.id]}},
        {"code": "unreadable-cell", "table": "equipment", "file": "设备台账.csv", "line": files.lines["设备台账.csv", code],
         "column": "设备编号", "text": code},
    ]


def main():
    made = institutions()
    by_id = {one.id: one for one in made}
    for one in made:
        if not one.is_silent:
            add_departments(one)
    plant_heads(by_id)
    for one in made:
        add_staff(one)
    world = {"by_id": by_id, "facilities": facilities(by_id), "communities": communities(), "equipment": equipment(by_id),
             "specialities": specialities(by_id), "county_years": county_years()}
    files = Files()
    write_city(files, made, world)
    for one in made:
        if one.folder:
            write_folder(files, one, world)
    twice = by_id[PLANTED["twice"]]
    files.table(f"{twice.name}/机构情况表.csv", INSTITUTION_HEADERS, [(twice.id, institution_cells(twice))])
    expected = expect(made, world)
    set_aside = [{"file": name, "kind": kind, "count": 1} for name in ("institutions.csv", "区县年度情况表.csv") for kind in ("total", "note")]
    result = {"as_of": AS_OF, "institutions": len(made), "staff": sum(len(one.staff) for one in made),
              "rules": {rule: dict(sorted(counts.items())) for rule, counts in sorted(expected.counts.items())},
              "findings": expected.findings, "data_problems": expected_problems(files, made), "set_aside": set_aside}
    files.text("expected.json", json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    files.write()
    write_roster(made)


if __name__ == "__main__":
    main()
