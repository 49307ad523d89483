"""The files that the city's offices and institutions send, as bytes, with the line of every row."""
import csv
import io
import json

from generator.city import CITY, PLANTED


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

    def write(self, folder, keeping):
        """Makes a folder hold these files, and of the others those that are to be kept."""
        for path in sorted(folder.rglob("*"), reverse=True):
            name = path.relative_to(folder)
            if path.is_file() and name.parts[0] not in keeping and name.as_posix() not in self.contents:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        for name, content in self.contents.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)


INSTITUTION_HEADERS = ["机构编号", "机构名称", "机构类别", "所属县区", "岗位总量", "管理岗位数", "专业技术岗位数", "工勤技能岗位数", "基层机构类别",
                       "医院类别", "等级等次", "举办主体", "行政层级", "疾控机构等级", "医疗服务能力标准", "所属医共体", "医共体角色", "备注", "开业日期", "注销日期"]
STAFF_HEADERS = ["人员编号", "姓名", "机构代码", "所在科室", "岗位类别", "职称", "学历", "入职日期", "是否加入家庭医生团队"]
DEPARTMENT_HEADERS = ["机构代码", "科室名称", "科室类别", "是否承担公共卫生工作", "科室主要负责人是否党员", "科室主要负责人是否担任党支部书记"]
FACILITY_HEADERS = ["设施编号", "设施名称", "设施类别", "建设进度", "所属县区", "机构代码", "启用日期", "停用日期"]
EQUIPMENT_HEADERS = ["设备编号", "设备名称", "机构代码", "是否大型医用设备", "是否举债购置", "购置金额（元）", "购置日期"]


def institution_cells(one):
    return [one.id, one.name, one.kind, one.region, *one.posts, one.primary_kind, one.specialty, one.grade,
            one.ownership, one.admin_level, one.cdc_grade, one.capacity, one.community, one.membership, one.note, "", ""]


def staff_cells(person):
    keys = ("id", "name", "institution", "department", "role", "title", "degree", "hired", "team")
    return [person[key] for key in keys]


def department_cells(row):
    return [row[key] for key in ("institution", "name", "kind", "public_health", "in_party", "secretary")]


def facility_cells(row):
    return [row[key] for key in ("id", "name", "kind", "status", "region", "institution", "opened")] + [""]


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


def add_city(files, city):
    """What the city's office gathered in tables for everybody."""
    here = [one for one in city.institutions if not one.folder and not one.is_silent]
    posts = [sum(one.posts[place] for one in here if isinstance(one.posts[place], int)) for place in range(4)]
    note = "注：本表由各单位填报，数据截至2025年12月31日"
    files.table("institutions.csv", INSTITUTION_HEADERS, [(one.id, institution_cells(one)) for one in here],
                after=[["合计", "", "", "", *posts] + [""] * 10, [note] + [""] * 17])
    people = [person for one in here for person in one.staff]
    files.table("人员名册.csv", STAFF_HEADERS, [(person["id"], staff_cells(person)) for person in people])
    files.table("工资表.csv", ["人员编号", "年度", "年收入（元）"], [row for one in here for row in pay_rows(one)])
    departments = [row for one in here for row in one.departments]
    files.table("科室设置情况表.csv", DEPARTMENT_HEADERS,
                [(row["name"], department_cells(row)) for row in departments], encoding="gb18030")
    owned = [row for one in here for row in city.of(city.equipment, one)]
    files.table("设备台账.csv", EQUIPMENT_HEADERS, [(row["id"], equipment_cells(row)) for row in owned])
    files.table("临床重点专科名单.csv", ["称号类别", "称号级别", "专科名称", "所属县区", "机构代码", "授予日期", "撤销日期"],
                [(row["name"], list(row.values())) for row in city.specialities])
    add_counties(files, city)
    add_json(files, city, [one.id for one in here])


def add_counties(files, city):
    areas = {"船山区": 600, "安居区": 1200, "蓬溪县": 1300, "大英县": 700, "射洪市": 1400}
    rows = [[CITY, "遂宁市", "市", sum(areas.values())]] + [[name, name, "县", area] for name, area in areas.items()]
    files.table("区县情况表.csv", ["区县", "地区名称", "层级", "面积（平方公里）"], [(row[0], row) for row in rows])
    residents = sum(row["population"] for row in city.county_years if row["year"] == 2025)
    files.table("区县年度情况表.csv",
                ["区县", "年度", "常住人口", "家庭医生签约人数", "行政村数", "实现医疗卫生服务覆盖的行政村数", "是否列入政府年度考核"],
                [(f"{row['region']}/{row['year']}", list(row.values())) for row in city.county_years],
                after=[["合计", "", residents, "", "", "", ""], ["注：射洪市2024年数据未报送"] + [""] * 6])


def add_json(files, city, here):
    """Two tables in one file, as an information system would export them; what is not there is null."""
    facilities = [dict(zip(FACILITY_HEADERS, (cell or None for cell in facility_cells(row)))) for row in city.facilities
                  if not row["institution"] or row["institution"] in here]
    communities = [{"医共体编号": row["id"], "医共体名称": row["name"], "医共体类别": "医共体", "所属县区": row["county"], "牵头机构代码": row["lead"],
                    "是否达到紧密型建设标准": row["meets"], "统一管理事项": "、".join(row["matters"])}
                   for row in city.communities]
    parts = []
    for name, rows in (("设施", facilities), ("医共体", communities)):
        lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
        parts.append(f' "{name}": [\n{lines}\n ]')
    files.text("设施和医共体.json", "{\n" + ",\n".join(parts) + "\n}\n")


def add_folder(files, city, one):
    """What an institution sends in a folder of its own."""
    tables, nil = ["institution", "department"], []

    def add(name, headers, rows):
        files.table(f"{one.folder}/{name}.csv", headers, [(str(cells[0]), cells) for cells in rows])

    add("机构情况表", INSTITUTION_HEADERS, [institution_cells(one)])
    add("科室设置情况表", DEPARTMENT_HEADERS, [department_cells(row) for row in one.departments])
    if one.id != PLANTED["no staff sheet"]:
        tables += ["staff", "staff_year"]
        per, header = (1_000_000, "年收入（万元）") if one.id == PLANTED["pay in 万元"] else (100, "年收入（元）")
        add("人员名册", STAFF_HEADERS, [staff_cells(person) for person in one.staff])
        add("工资表", ["人员编号", "年度", header], [cells for _, cells in pay_rows(one, per)])
    mine = city.of(city.facilities, one)
    if mine:
        tables.append("facility")
        add("设施清单", FACILITY_HEADERS, [facility_cells(row) for row in mine])
    owned = city.of(city.equipment, one)
    if owned:
        tables.append("equipment")
        add("设备台账", EQUIPMENT_HEADERS, [equipment_cells(row) for row in owned])
    elif one.id == PLANTED["nil return"]:
        nil = ["equipment"]
    files.text(f"{one.folder}/submission.yaml", manifest(one, tables, nil))


def add_copy(files, one):
    """An institution that the city's table has too."""
    files.table(f"{one.name}/机构情况表.csv", INSTITUTION_HEADERS, [(one.id, institution_cells(one))])


def manifest(one, tables, nil):
    lines = [f"submission: {one.name}2025年度报送", f"submitter: {one.id}", "table: institution", "period: 2025",
             f"tables: [{', '.join(tables)}]"]
    return "\n".join(lines + ([f"nil_returns: [{', '.join(nil)}]"] if nil else [])) + "\n"


def roster(city):
    """The institutions that have to answer, as the rule set lists them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["机构代码", "机构名称", "机构类别", "举办主体", "所属县区"])
    writer.writerows([one.id, one.name, one.kind, one.ownership, one.region] for one in city.institutions)
    return out.getvalue().encode()
