"""What an audit has to find, from what was planted and in exact fractions, without a line of Plumbline."""
from collections import Counter
from fractions import Fraction

from generator.city import (
    CDC, CLINICAL, COUNTIES, EMERGENCY, HOSPITAL, MATERNITY, PLANTED, PRIMARY, PUBLIC_HEALTH, STANDARDS, worked)

YEAR = "2025"  # of registers, as they stood at its end
ANSWERS = {"是": True, "否": False, "": None}  # None: not reported
CDC_GRADES = ["未定级", "二级乙等", "二级甲等", "三级乙等", "三级甲等"]


class Expected:
    """Every finding that does not pass, and how many there are of each outcome."""

    def __init__(self):
        self.findings = []
        self.counts = {}

    def add(self, rule, subject, outcome, reason, **figures):
        self.counts.setdefault(rule, Counter())[outcome] += 1
        if outcome == "pass":
            return
        texts = {key: str(figure) for key, figure in figures.items()}
        self.findings.append({"rule": rule, **subject, "outcome": outcome, "reason": reason, **texts})

    def unknown(self, rule, subject, reason):
        self.add(rule, subject, "not_measured", reason)

    def limit(self, rule, subject, observed, limit):
        if observed >= limit:
            return self.add(rule, subject, "pass", "within_limit")
        self.add(rule, subject, "fail", "beyond_limit", observed=observed, gap=observed - limit)

    def rank(self, rule, subject, value, order, least):
        gap = order.index(value) - least
        if gap >= 0:
            return self.add(rule, subject, "pass", "within_limit")
        self.add(rule, subject, "fail", "beyond_limit", observed=value, gap=gap)

    def condition(self, rule, subject, holds, reason="missing"):
        if holds is None:
            return self.unknown(rule, subject, reason)
        self.add(rule, subject, *(("pass", "condition_true") if holds else ("fail", "condition_false")))

    def coverage(self, rule, table, observed, limit, period=None):
        """A rule that looks at a register sees it as it stood at the end of a period, and says so."""
        subject = record(table, "", "", kind="all", period=period)
        if observed >= limit:
            return self.add(rule, subject, "pass", "coverage_met")
        self.add(rule, subject, "fail", "coverage_short", observed=observed, gap=observed - limit)


def record(table, key, name, kind="record", period=None):
    subject = {"table": table, "kind": kind, "record": key, "name": name}
    return subject if period is None else {**subject, "period": str(period)}


def expect(city):
    expected = Expected()
    for one in city.institutions:
        InstitutionCheck(expected, city, one).run()
    for one in city.institutions:
        if one.kind in (HOSPITAL, MATERNITY, PRIMARY) or one.id == PLANTED["blank kind"]:
            for year in (2024, 2025):
                pay(expected, one, year)
    coverage(expected, city)
    counties(expected, city)
    for row in city.communities:
        expected.limit("community-not-unified", record("community", row["id"], row["name"]), len(row["matters"]), 8)
    for one in city.institutions:
        # Which community one leads of whom nothing came, nobody knows.
        if one.id in PLANTED["silent"]:
            expected.unknown("community-not-unified", record("institution", one.id, one.name), "list_not_submitted")
    return expected


class InstitutionCheck:
    """The rules that judge an institution by itself."""

    def __init__(self, expected, city, one):
        self.expected, self.city, self.one = expected, city, one
        self.subject = record("institution", one.id, one.name, period=YEAR)

    def unknown(self, rule, reason):
        self.expected.unknown(rule, self.subject, reason)

    def run(self):
        one = self.one
        if one.id == PLANTED["blank kind"]:
            for rule in ("cdc-professional-posts-below-floor", "large-equipment-bought-on-credit",
                         "no-public-health-department", "maternity-without-tcm-department-or-pharmacy"):
                self.unknown(rule, "scope_unknown")
            return
        if one.kind == CDC:
            self.posts()
            self.cdc_grade()
        if one.kind in (HOSPITAL, MATERNITY, PRIMARY) and one.ownership != "社会办":
            self.public_health_department()
        if one.kind == MATERNITY:
            holds = {"中医药科室", "中药房"} <= {row["kind"] for row in one.departments}
            self.expected.condition("maternity-without-tcm-department-or-pharmacy", self.subject, holds)
        if one.is_public_hospital:
            self.one_stop_centre()
            self.equipment()
            self.heads()
        if one.is_county_hospital:
            self.capacity()
        if one.kind == HOSPITAL and one.membership == "牵头单位":
            self.teams()

    def posts(self):
        rule = "cdc-professional-posts-below-floor"
        total, _, professional, _ = self.one.posts
        if self.one.is_silent:
            self.unknown(rule, "no_record")
        elif not isinstance(professional, int):
            self.unknown(rule, "unreadable" if professional else "missing")
        else:
            self.expected.limit(rule, self.subject, Fraction(professional, total), Fraction(85, 100))

    def cdc_grade(self):
        for rule, counties, least in [("upper-cdc-below-level-three", ["船山区", "大英县"], "三级乙等"),
                                      ("lower-cdc-below-level-two", ["安居区", "蓬溪县"], "二级乙等")]:
            if self.one.region not in counties:
                continue
            if self.one.is_silent:
                self.unknown(rule, "no_record")
            else:
                self.expected.rank(rule, self.subject, self.one.cdc_grade, CDC_GRADES, CDC_GRADES.index(least))

    def public_health_department(self):
        rule = "no-public-health-department"
        if self.one.is_silent:
            return self.unknown(rule, "no_record")
        answers = {ANSWERS[row["public_health"]] for row in self.one.departments}
        self.expected.condition(rule, self.subject, True if True in answers else None if None in answers else False)

    def one_stop_centre(self):
        mine = self.city.of(self.city.facilities, self.one)
        holds = any(row["kind"] == "一站式服务中心" and row["status"] == "投用" for row in mine)
        self.expected.condition("hospital-without-one-stop-centre", self.subject, holds)

    def equipment(self):
        rule = "large-equipment-bought-on-credit"
        if self.one.id == PLANTED["no equipment sheet"]:
            return self.unknown(rule, "list_not_submitted")
        owned = [ANSWERS[row["debt"]] for row in self.city.of(self.city.equipment, self.one)
                 if row["large"] == "是" and row["bought"] >= "2024-01-01"]
        if True in owned:
            count = owned.count(True)
            self.expected.add(rule, self.subject, "fail", "beyond_limit", observed=count, gap=count)
        elif None in owned:
            self.unknown(rule, "missing_decides")
        else:
            self.expected.add(rule, self.subject, "pass", "within_limit")

    def heads(self):
        rule = "department-head-not-branch-secretary"
        for row in self.one.departments:
            subject = record("department", f"{self.one.id}/{row['name']}", row["name"], period=YEAR)
            if ANSWERS[row["in_party"]] is None:
                self.expected.unknown(rule, subject, "scope_unknown")
            elif ANSWERS[row["in_party"]]:
                self.expected.condition(rule, subject, ANSWERS[row["secretary"]])

    def capacity(self):
        rule = "county-hospital-below-recommended-standard"
        if self.one.capacity:
            self.expected.rank(rule, self.subject, self.one.capacity, STANDARDS, len(STANDARDS) - 1)
        else:
            self.unknown(rule, "missing")

    def teams(self):
        rule = "lead-specialists-outside-family-doctor-teams"
        if self.one.id == PLANTED["no staff sheet"]:
            return self.unknown(rule, "list_not_submitted")
        answers = [ANSWERS[person["team"]] for person in self.one.staff if person["role"] == "专科医生"]
        if None in answers and False not in answers:
            return self.unknown(rule, "missing_decides")
        self.expected.limit(rule, self.subject, Fraction(answers.count(True), len(answers)), Fraction(1))


def pay(expected, one, year):
    rule, subject = "public-health-pay-below-institution-mean", record("staff_year", one.id, one.name, "group", year)
    if one.is_silent:
        return expected.unknown(rule, subject, "no_record")
    if one.id in (PLANTED["no staff sheet"], PLANTED["blank kind"]):
        return expected.unknown(rule, subject, "list_not_submitted")
    here = [person for person in one.staff if worked(person, year)]
    tested = [person for person in here if person["department"] in PUBLIC_HEALTH]
    if not tested:
        return
    if any(person["pay"][year] is None for person in here):
        return expected.unknown(rule, subject, "missing_decides")
    means = [Fraction(sum(person["pay"][year] for person in group), 100 * len(group)) for group in (tested, here)]
    expected.limit(rule, subject, *means)


def coverage(expected, city):
    done = [row for row in city.facilities if row["status"] in ("竣工", "投用")]
    built = {(row["institution"], row["kind"]) for row in done}
    hospitals = [one for one in city.institutions if one.is_county_hospital]
    for rule, kinds in (("clinical-centres-below-share", CLINICAL), ("emergency-centres-below-share", EMERGENCY)):
        passed = sum(all((one.id, kind) in built for kind in kinds) for one in hospitals)
        expected.coverage(rule, "institution", Fraction(passed, len(hospitals)), Fraction(60, 100), period=YEAR)
    expected.coverage("too-few-county-sub-centres", "facility", sum(row["kind"] == "县域医疗卫生次中心" for row in done), 15, period=YEAR)
    for level, word, least in [
            ("国家级", "national", 1), ("省级", "provincial", 10), ("市级", "city", 80), ("县级", "county", 80)]:
        held = sum(row["level"] == level and not row["lost"] for row in city.specialities)
        expected.coverage(f"too-few-{word}-key-specialities", "honour", held, least, period=YEAR)
    met = {row["county"] for row in city.communities if row["meets"]}
    share = Fraction(len(met), len(COUNTIES))
    expected.coverage("too-few-counties-with-compact-community", "region", share, Fraction(85, 100))


def counties(expected, city):
    rows = {(row["region"], row["year"]): row for row in city.county_years}
    for region in COUNTIES:
        row = rows[region, 2025]
        rule, subject = "villages-without-health-service", record("region_year", region, region, period=2025)
        if row["served"] == "":
            expected.unknown(rule, subject, "missing")
        else:
            expected.limit(rule, subject, Fraction(row["served"], row["villages"]), Fraction(1))
        for year in (2024, 2025):
            rule, subject = "county-without-appraisal-goal", record("region_year", region, region, period=year)
            if (region, year) in rows:
                expected.condition(rule, subject, ANSWERS[rows[region, year]["listed"]])
            else:
                expected.unknown(rule, subject, "no_such_period")


def problems(files, city):
    """What is wrong with the files themselves. Lines count from 1, the header's."""
    twice, code = city.by_id[PLANTED["twice"]], PLANTED["mangled code"][1]
    return [
        {"code": "unreadable-cell", "table": "institution", "file": "institutions.csv",
         "line": files.lines["institutions.csv", "SN005"], "column": "专业技术岗位数", "text": "约90"},
        {"code": "duplicate-key", "table": "institution", "file": f"{twice.name}/机构情况表.csv",
         "line": 2, "text": twice.id,
         "first": {"file": "institutions.csv", "line": files.lines["institutions.csv", twice.id]}},
        {"code": "unreadable-cell", "table": "equipment", "file": "设备台账.csv",
         "line": files.lines["设备台账.csv", code], "column": "设备编号", "text": code},
    ]


def set_aside():
    """Rows that are no records: a sum and a note under each of two tables."""
    return [{"file": file, "kind": kind, "count": 1}
            for file in ("institutions.csv", "区县年度情况表.csv") for kind in ("total", "note")]
