import Diagnostics
import Foundation
import Plumbline
import PlumblineReports
import TestSupport
import Testing

@Suite("The reports on a whole plan") struct AuditReportTests {
    @Test("text answers what did not come, the plan clause by clause, the institutions, the rules", arguments: Language.allCases)
    func text(language: Language) throws {
        try expectGolden(SampleAudit.run().report(TextReporter.self, in: language), "text-audit-\(language).txt")
    }

    @Test("the whole of the text stands in its order")
    func order() throws {
        let text = try SampleAudit.run().report(TextReporter.self, in: .zh)
        let marks = [
            "准绳核查报告", "\n  数据：机构/（2 个文件，8 条记录）\n", "\n总计\n", "没有收到的材料", "\n数据问题 (", "逐条对照", "逐个单位", "逐条规则的结果",
            "\n读取的数据\n", "各规则的记录去向",
        ]
        let places = marks.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == marks.count)
        #expect(places == places.sorted())
    }

    @Test("json has periods, groups, due dates and clauses", arguments: Language.allCases)
    func json(language: Language) throws {
        try expectGolden(SampleAudit.run().report(JSONReporter.self, in: language), "json-audit-\(language).json")
    }

    @Test("jsonl has the same findings", arguments: Language.allCases)
    func jsonLines(language: Language) throws {
        try expectGolden(SampleAudit.run().report(JSONLinesReporter.self, in: language), "jsonl-audit-\(language).jsonl")
    }

    @Test("sarif has them too", arguments: Language.allCases)
    func sarif(language: Language) throws {
        try expectGolden(SampleAudit.run().report(SARIFReporter.self, in: language), "sarif-audit-\(language).json")
    }

    @Test("every clause of the register has its status, and one that restates another has that one's")
    func statuses() throws {
        let report = try SampleAudit.run().report(JSONReporter.self, in: .en)
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let clauses = try #require(object["clauses"] as? [[String: Any]])
        let statuses = clauses.map { "\($0["id"] as? String ?? "") \($0["status"] as? String ?? "")" }
        #expect(statuses == [
            "C-4 partly", "C-14 not_met", "C-15 partly", "C-20 not_met", "C-21 partly", "C-22 cannot_tell", "C-30 not_due",
            "C-31 not_applicable", "C-40 uncheckable", "C-41 forgotten", "C-42 not_met",
        ])
        let counts = (object["summary"] as? [String: Any])?["clauses"] as? [String: Int]
        #expect(counts?["not_met"] == 2)
        #expect(counts?.values.reduce(0, +) == 10)
    }

    @Test("a clause is met only where everything was judged and passes", arguments: [
        ([.withinLimit], "met"), ([.withinLimit, .missing], "cannot_tell"), ([.withinLimit, .beyondLimit, .missing], "partly"),
        ([.withinLimit, .beforeDue], "not_due"), ([.ruleError], "cannot_tell"), ([.beyondLimit, .missing], "not_met"),
        ([], "not_applicable"),
    ] as [([Reason], String)])
    func caution(reasons: [Reason], status: String) throws {
        var run = SampleRun(try SampleAudit.plan())
        for (row, reason) in zip(1..., reasons) {
            run.add(Finding(rule: SampleAudit.debt, record: SampleAudit.record(row), reason: reason))
        }
        let report = try run.report(JSONReporter.self, in: .en)
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let clause = (object["clauses"] as? [[String: Any]])?.first { $0["id"] as? String == "C-14" }
        #expect(clause?["status"] as? String == status)
    }

    @Test("of a run that was broken off no clause is met or out of scope, for what was not read may say otherwise", arguments: [
        ([], "not_judged"), ([.withinLimit], "not_judged"), ([.withinLimit, .missing], "not_judged"), ([.beyondLimit], "not_met"),
        ([.withinLimit, .beyondLimit], "partly"),
    ] as [([Reason], String)])
    func brokenOff(reasons: [Reason], status: String) throws {
        var run = SampleRun(try SampleAudit.plan())
        for (row, reason) in zip(1..., reasons) {
            run.add(Finding(rule: SampleAudit.debt, record: SampleAudit.record(row), reason: reason))
        }
        run.totals.breakOff(by: SampleRun.fault)
        let report = try run.report(JSONReporter.self, in: .en)
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let clauses = try #require(object["clauses"] as? [[String: Any]])
        #expect(clauses.first { $0["id"] as? String == "C-14" }?["status"] as? String == status)
        #expect(clauses.first { $0["id"] as? String == "C-31" }?["status"] as? String == "not_judged")
        #expect(clauses.first { $0["id"] as? String == "C-40" }?["status"] as? String == "uncheckable")
    }

    @Test("of a plan that was narrowed to some rules only their clauses are told")
    func narrowed() throws {
        let plan = try SampleAudit.plan().keeping([SampleAudit.debt])
        let report = try SampleRun(plan).report(JSONReporter.self, in: .en)
        let object = try #require(JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
        let clauses = object["clauses"] as? [[String: Any]] ?? []
        #expect(clauses.compactMap { $0["id"] as? String } == ["C-14", "C-42"])
    }

    @Test("lines of the Chinese text are within a hundred cells where they can be, and none ends in blanks")
    func width() throws {
        let lines = try SampleAudit.run().report(TextReporter.self, in: .zh).split(separator: "\n")
        // Three rules of a record are named, and the sums stand on one line, however long that makes it.
        let wide = lines.filter { DisplayWidth.of(String($0)) > 100 }
        #expect(wide.allSatisfy { $0.hasPrefix("  市中心医院（SN003）") || $0.contains("8 条记录，") })
        #expect(lines.allSatisfy { $0.last != " " })
    }

    @Test("records without a key in different files, and periods of one record, have fingerprints of their own")
    func fingerprints() throws {
        var run = SampleRun(try SampleAudit.plan())
        var records = ["a.csv", "b.csv"].map { file in
            RecordReference(
                table: "institution", key: "#12", label: nil, address: RecordAddress(file: file, row: 12, line: 13))
        }
        records += [2024, 2025].map { SampleAudit.record(1, period: CalendarPeriod(kind: .year, year: $0)) }
        records.append(RecordReference(table: "institution", key: "SN001", label: nil, address: nil, kind: .group))
        records.append(RecordReference(table: "institution", key: "", label: nil, address: nil, kind: .all))
        run.findings = records.map { Finding(rule: 0, record: $0, reason: .beyondLimit) }
        let log = try JSONSerialization.jsonObject(with: Data(run.report(SARIFReporter.self, in: .en).utf8)) as? [String: Any]
        let results = (log?["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]] ?? []
        let prints = results.compactMap { ($0["partialFingerprints"] as? [String: String])?["recordAndRule/v1"] }
        #expect(Set(prints).count == records.count)
        // A group and a record that nobody sent are at no place in a file.
        let last = (results.last?["locations"] as? [[String: Any]])?.first
        #expect(last?["physicalLocation"] == nil && last?["logicalLocations"] != nil)
    }

    @Test("of thousands of institutions the worst are listed and the others counted")
    func thousands() throws {
        var run = SampleRun(try SampleAudit.plan())
        for row in 1...5000 {
            let record = RecordReference(table: "institution", key: "K\(row)", label: nil, address: nil)
            run.add(Finding(rule: SampleAudit.posts, record: record, reason: .beyondLimit))
            if row == 4000 { run.add(Finding(rule: SampleAudit.debt, record: record, reason: .beyondLimit)) }
        }
        let lines = try run.report(TextReporter.self, in: .en).split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex { $0.hasPrefix("Health institution (5000)") })
        #expect(lines[start + 2].contains("K4000"))
        #expect(lines.contains("  … 4940 more, 4940 of them with fails; --format json gives them all"))
        #expect(lines.count < 250)
    }

    @Test("the staff of an institution, judged as a group, stand with the institution")
    func groupsOfInstitutions() throws {
        var run = SampleRun(try SampleAudit.plan())
        let names = [("SN1", "甲医院"), ("SN2", "乙医院")]
        for (key, label) in names {
            let group = RecordReference(table: "station", key: key, label: label, address: nil, kind: .group)
            run.add(Finding(rule: SampleAudit.pay, record: group, reason: .beyondLimit))
        }
        let record = RecordReference(table: "institution", key: "SN1", label: "甲医院", address: nil)
        run.add(Finding(rule: SampleAudit.debt, record: record, reason: .beyondLimit))
        let lines = try run.report(TextReporter.self, in: .zh).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.contains(["医疗卫生机构", "(2)"]))
        #expect(lines.contains(["甲医院（SN1）", "1", "1", "·", "公共卫生科室人员薪酬、大型设备负债"])
            || lines.contains(["甲医院（SN1）", "1", "1", "·", "大型设备负债、公共卫生科室人员薪酬"]))
        #expect(lines.contains(["乙医院（SN2）", "·", "1", "·", "公共卫生科室人员薪酬"]))
    }

    @Test("hundreds of files are counted by their table")
    func manyFiles() throws {
        var run = SampleRun(try SampleAudit.plan())
        run.totals.files = (1...250).map { ReadFile(file: "机构\($0).csv", table: "institution", records: 1) }
        let report = try run.report(TextReporter.self, in: .zh)
        #expect(!report.contains("机构100.csv"))
        #expect(report.contains("\n   250   250  医疗卫生机构（institution）\n"))
    }

    @Test("lists that were counted show how many came, and no figure that there is not")
    func countedLists() throws {
        var run = SampleRun(try SampleAudit.plan())
        var finding = Finding(rule: SampleAudit.reported, record: SampleAudit.record(3), reason: .conditionFalse)
        finding.group = GroupEvidence()
        finding.group?.sides = [GroupEvidence.Side(title: Localized(zh: "科室", en: "Departments"), counted: 14, missing: 2, value: nil)]
        run.add(finding)
        #expect(try run.report(TextReporter.self, in: .zh).contains("\n    科室：报送 14 条，其中 2 条未填报\n"))
        #expect(try run.report(TextReporter.self, in: .en).contains("\n    Departments: 14 records submitted, 2 of them not reported\n"))
    }

    @Test("records that a number does not count are told in a line, and no more than three of them by name", arguments: [
        (SampleAudit.debt, "    · 不计入：A1、A2、A3\n    … 另有 37 个\n"), (SampleAudit.posts, "    · 不计入：A1、A2、A3、A4、A5\n    … 另有 35 个\n"),
    ])
    func uncounted(rule: Int, lines: String) throws {
        var run = SampleRun(try SampleAudit.plan())
        var finding = Finding(rule: rule, record: SampleAudit.record(3), reason: .beyondLimit)
        func member(_ key: String, _ reason: Reason) -> GroupEvidence.Member {
            GroupEvidence.Member(record: RecordReference(table: "station", key: key, label: nil, address: nil), reason: reason)
        }
        let members = [member("B1", .conditionTrue), member("B2", .conditionTrue), member("C1", .missing)] + (1...5).map { member("A\($0)", .conditionFalse) }
        finding.group = GroupEvidence(members: members, membersLeftOut: 35)
        run.add(finding)
        #expect(try run.report(TextReporter.self, in: .zh).contains("\n    ? C1：数据未填报\n    · 计入：B1、B2\n" + lines))
    }

    @Test("what several rules wait for is told once, with everybody who did not send it and the rules that wait")
    func waiting() throws {
        var run = SampleRun(try SampleAudit.plan())
        for (rule, rows) in [(SampleAudit.posts, [1, 2, 3]), (SampleAudit.pay, [3, 4])] {
            for row in rows { run.add(Finding(rule: rule, record: SampleAudit.record(row), reason: .listNotSubmitted)) }
        }
        let report = try run.report(TextReporter.self, in: .zh)
        #expect(report.contains("""
              没有报送明细（4）：船山区疾病预防控制中心（SN001）、安居区疾病预防控制中心（SN002）、
                市中心医院（SN003）、市中医院（SN004）
                因此无从判断：“疾控机构专业技术岗位占比”、“公共卫生科室人员薪酬”
            """))
    }

    @Test("how the findings are batched changes nothing")
    func batches() throws {
        let run = try SampleAudit.run()
        #expect(try run.report(TextReporter.self, in: .zh) == run.report(TextReporter.self, in: .zh, batches: 5))
    }
}
