"""The made-up city: its institutions, people, pay, facilities, and what is planted among them."""
import random
from dataclasses import dataclass, field
from fractions import Fraction

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
    "pay below": {
        ("SN033", 2024): Fraction(-3, 100), ("SN033", 2025): Fraction(-2, 100), ("SN044", 2025): Fraction(-1, 100)},
    "pay not reported": ("SN023", 2025),
    "specialists outside teams": {"SN016": 2},
    "specialist not reported": "SN022",
    "no TCM pharmacy": "SN027",
    "centre not in use": "SN017",
    "mangled code": ("SN024", "4.5101E+17"),
}
# How many of its five centres a county's hospital has finished, where not all: six of ten have all the clinical ones,
# five all the emergency ones.
CLINICAL_DONE = {"SN017": 4, "SN019": 2, "SN021": 3, "SN023": 4}
EMERGENCY_DONE = {"SN015": 3, "SN017": 2, "SN019": 1, "SN021": 2, "SN023": 4}
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
            staff = 0 if f"SN{number:03}" in PLANTED["silent"] else 11
            add(number, name, PRIMARY, region, primary_kind=kind, admin_level="乡级", staff_count=staff)
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


CLINICAL_DEPARTMENTS = ["内科", "外科", "妇产科", "儿科", "急诊科", "重症医学科", "麻醉科", "中医科"]
DEPARTMENTS = {
    HOSPITAL: CLINICAL_DEPARTMENTS + ["放射科", "检验科", "药剂科", "护理部", "医务科", "行政办公室"],
    MATERNITY: ["妇女保健科", "儿童保健科", "产科", "新生儿科", "中医科", "中药房", "检验科", "行政办公室"],
    PRIMARY: ["全科医疗科", "中医科", "护理组", "药房", "行政办公室"],
    CDC: ["传染病防制科", "免疫规划科", "慢性病防制科", "检验科", "行政办公室"],
    "急救机构": ["调度科", "急救科", "行政办公室"],
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
    other = "临床科室" if one.kind in (HOSPITAL, MATERNITY, PRIMARY) else "业务科室"
    for name in names:
        does = "是" if name in PUBLIC_HEALTH else "否"
        in_party = "是" if unit() < 0.6 else "否"
        is_open = does == "是" and one.id == PLANTED["public-health work not reported"]
        one.departments.append({
            "institution": one.id, "name": name,
            "kind": "公共卫生科室" if does == "是" else DEPARTMENT_KINDS.get(name, other),
            "public_health": "" if is_open else does, "in_party": in_party, "secretary": in_party})


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
    if department in ("护理部", "护理组"):
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
        # Those who came within 2025 have no pay of the year before, and of that year for some months only.
        hired = (2025, between(2, 9)) if unit() < 0.02 and number > 5 else (between(1995, 2023), between(1, 12))
        one.staff.append({
            "id": f"{one.id}-{number:04}", "name": pick(SURNAMES) + pick(GIVEN) + (pick(GIVEN) if unit() < 0.7 else ""),
            "institution": one.id, "department": department, "role": role(department, one),
            "title": pick(["无", "初级", "初级", "中级", "中级", "副高级", "正高级"]), "degree": pick(["大专", "本科", "本科", "研究生"]),
            "hired": f"{hired[0]}-{hired[1]:02}-{between(1, 28):02}", "team": "否", "pay": {},
            "worth": 0.85 + 0.3 * unit()})
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
    whole = [person for person in here if worked(person, year)]
    factor = {"市级": 1.15, "县级": 1.0, "乡级": 0.82}[one.admin_level] * (1.03 if year == 2025 else 1)
    for person in here:
        person["pay"][year] = int(PAY[person["role"]] * factor * person["worth"] * (0.98 + 0.04 * unit()))
        if not worked(person, year):
            person["pay"][year] = person["pay"][year] * (13 - int(person["hired"][5:7])) // 12
    tested = [person for person in whole if person["department"] in PUBLIC_HEALTH]
    others = [person for person in whole if person["department"] not in PUBLIC_HEALTH]
    if not tested or not others or one.kind not in (HOSPITAL, MATERNITY, PRIMARY):
        return
    n, m = len(tested), len(others)
    total = sum(person["pay"][year] for person in others)
    if (one.id, year) in (PLANTED["pay equal"], PLANTED["pay one cent below"]):
        # The tested count among all n + m: their mean equals that of all where it equals the others', and is a cent
        # below it where their sum is n (sum of the others - (n + m) cents) / m.
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


def worked(person, year):
    """Whether somebody was there for the whole of a year."""
    return int(person["hired"][:4]) < year


def share_out(people, year, total):
    """Shares an amount out among people, not evenly and to the cent."""
    left = total
    for place, person in enumerate(people[:-1]):
        person["pay"][year] = left // (len(people) - place) + between(-300_000, 300_000)
        left -= person["pay"][year]
    people[-1]["pay"][year] = left


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
             "meets": place != 2, "matters": MATTERS[:7] if place == 4 else MATTERS}
            for place, lead in enumerate(leads)]


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
    hosts = {"国家级": ["SN006"], "省级": ["SN006", "SN012"],
             "市级": ["SN006", "SN012", "SN013", "SN014", "SN016", "SN018", "SN022"],
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
    residents = {"船山区": 52, "安居区": 47, "蓬溪县": 43, "大英县": 39, "射洪市": 68}
    rows = []
    for year in (2024, 2025):
        for region in COUNTIES:
            if (region, year) == ("射洪市", 2024):
                continue  # the county sent one of its two years
            served, listed = villages[region] - (3 if year == 2024 else 0), "是"
            if year == 2025:
                served = {"安居区": 198, "大英县": ""}.get(region, villages[region])
                listed = {"蓬溪县": "否", "大英县": ""}.get(region, "是")
            population = residents[region] * 10_000 + between(0, 4999)
            rows.append({"region": region, "year": year, "population": population, "contracts": population * 4 // 10,
                         "villages": villages[region], "served": served, "listed": listed})
    return rows


class City:
    """Everything that there is in the city, whether it is sent or not."""

    def __init__(self):
        self.institutions = institutions()
        self.by_id = {one.id: one for one in self.institutions}
        for one in self.institutions:
            if not one.is_silent:
                add_departments(one)
        plant_heads(self.by_id)
        for one in self.institutions:
            add_staff(one)
        self.facilities = facilities(self.by_id)
        self.communities = communities()
        self.equipment = equipment(self.by_id)
        self.specialities = specialities(self.by_id)
        self.county_years = county_years()

    def of(self, rows, one):
        """Those of some rows that belong to an institution."""
        return [row for row in rows if row["institution"] == one.id]
