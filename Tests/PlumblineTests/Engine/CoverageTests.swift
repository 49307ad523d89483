import Diagnostics
import Plumbline
import Testing

@Suite("how many records must pass")
struct CoverageTests {
    private static let table = """
        unit: {key: [id], fields: {id: {type: string}, area: {type: string}, kind: {type: string, blank: none}, \
        beds: {type: integer, range: 0..1000}}}
        """
    private static let header = "id,area,kind,beds\n"
    private static let rule = "for: unit, observe: beds, target: {at_least: 5}, coverage: "

    private static let limits: [(coverage: String, beds: [Int], line: String)] = [
        ("{at_least: 60%}", [5, 5, 5, 4, 4], "all coverage_met 60%, 0pp"),
        ("{at_least: 60%}", [5, 5, 4, 4, 4], "all coverage_short 40%, -20pp, convert 1, add 3"),
        ("{more_than: 60%}", [5, 5, 5, 4, 4], "all coverage_short 60%, 0pp, convert 1, add 1"),
        ("{at_least: 100%}", [5, 4], "all coverage_short 50%, -50pp, convert 1, add impossible"),
        ("{at_most: 50%}", [5, 5, 4], "all coverage_short 66.67%, +16.67pp, convert 1, remove 1"),
        ("{at_least: 3 个}", [5, 5], "all coverage_short 2 个, -1 个, add 1"),
        ("{at_least: 2 个}", [5, 5], "all coverage_met 2 个, 0 个"),
        ("{at_most: 1 个}", [5, 5, 9], "all coverage_short 3 个, +2 个, remove 2"),
        ("{equals: 2 个}", [5, 5, 5], "all coverage_short 3 个, +1 个, add impossible, remove 1"),
        ("{equals: 0 个}", [4], "all coverage_met 0 个, 0 个"),
        ("{between: [50%, 60%]}", [5, 4], "all coverage_met 50%, 0pp"),
        ("{less_than: 50%}", [5, 4], "all coverage_short 50%, 0pp, convert 1, remove 1"),
    ]

    @Test("the limit is on a share or on a number, and the gap is told with what closes it", arguments: limits)
    func limit(coverage: String, beds: [Int], line: String) throws {
        let fixture = try AuditFixture(table: Self.table, rule: Self.rule + coverage)
        let rows = beds.enumerated().map { "\($0),E,k,\($1)" }.joined(separator: "\n")
        let found = try fixture.lines(Self.header + rows)
        #expect(found == [line])
    }

    private static let groups: [(coverage: String, lines: [String])] = [
        ("{per: area, at_least: 50%}", ["[E] coverage_met 50%, 0pp", "[W] coverage_short 0%, -50pp, convert 1, add 1"]),
        ("{per: area, at_least: 1 个}", ["[E] coverage_met 1 个, 0 个", "[W] coverage_short 0 个, -1 个, add 1"]),
        ("{per: 'beds >= 4', at_least: 1 个}", ["[true] coverage_met 1 个, 0 个", "[false] coverage_short 0 个, -1 个, add 1"]),
        ("{per: \"area + '-' + kind\", at_least: 1 个}", ["[E-k] coverage_met 1 个, 0 个", "[W-k] coverage_short 0 个, -1 个, add 1"]),
    ]

    @Test("records are grouped by a field or by an expression", arguments: groups)
    func perValue(coverage: String, lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.table, rule: Self.rule + coverage)
        let found = try fixture.lines(Self.header + "a,E,k,5\nb,W,k,3\nc,E,k,4\n")
        #expect(found == lines)
    }

    @Test("being in scope is enough where nothing else is asked")
    func membership() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, where: kind == 'k', coverage: {per: area, at_least: 2 个}")
        #expect(try fixture.lines(Self.header + "a,E,k,\nb,E,k,\nc,E,m,\nd,W,k,\n") == ["[E] coverage_met 2 个, 0 个", "[W] coverage_short 1 个, -1 个, add 1"])
    }

    @Test("those that fall short are named, worst first, twenty at most and the rest counted")
    func members() throws {
        let fixture = try AuditFixture(table: Self.table, rule: Self.rule + "{at_least: 90%}")
        let rows = (1...15).map { "s\($0),E,k,\($0 % 5)\n" }.joined() + (1...9).map { "u\($0),E,k,\n" }.joined() + "p,E,k,7\n"
        let finding = try #require(try fixture.run([("unit", Self.header + rows)]).findings.first)
        let lines = memberLines(finding)
        #expect(lines.prefix(4) == ["s5 beyond_limit -5", "s10 beyond_limit -5", "s15 beyond_limit -5", "s1 beyond_limit -4"])
        #expect(lines.count == 20)
        #expect(lines.last == "u5 missing")
        #expect(finding.group?.membersLeftOut == 4)
        #expect((finding.group?.passed, finding.group?.failed, finding.group?.undecided) == (1, 15, 9))
    }

    @Test("every record stands in the ledger of its group once")
    func ledger() throws {
        let fixture = try AuditFixture(
            table: Self.table, rule: "for: unit, where: kind == 'k', observe: beds, target: {at_least: 5}, coverage: {at_least: 10%}",
            header: "")
        let finding = try #require(
            try fixture.run([("unit", Self.header + "a,E,k,5\nb,E,k,4\nc,E,k,\nd,E,k,x\ne,E,m,9\nf,E,,9\n")]).findings.first)
        let ledger = try #require(finding.group?.ledger)
        #expect((ledger.records, ledger.counted, ledger.excluded, ledger.notMeasured, ledger.missing) == (6, 2, 2, 2, 1))
    }

    private static let missing: [(policy: String, coverage: String, beds: [String], line: String, needed: Int?)] = [
        ("bounds", "{at_least: 60%}", ["5", "5", "", "4", ""], "all missing_decides", 1),
        ("bounds", "{at_least: 80%}", ["5", "5", "", "4", ""], "all missing_decides", 2),
        ("bounds", "{at_least: 40%}", ["5", "5", "", "4", ""], "all coverage_met 40%, 0pp", nil),
        ("bounds", "{at_least: 90%}", ["5", "5", "", "4", ""], "all coverage_short 40%, -50pp, convert 3, add 25", nil),
        ("bounds", "{at_most: 40%}", ["5", "5", "", "4", ""], "all missing_decides", nil),
        ("bounds", "{at_least: 2 个}", ["5", "", "4"], "all missing_decides", 1),
        ("bounds", "{at_least: 1 个}", ["5", "", "4"], "all coverage_met 1 个, 0 个", nil),
        // None of two and both of two miss it, and one of two does not.
        ("bounds", "{equals: 1 个}", ["", ""], "all missing_decides", 1),
        ("bounds", "{between: [40%, 60%]}", ["", ""], "all missing_decides", 1),
        // Between what none and all would make of it, and nothing can.
        ("bounds", "{equals: 40%}", ["", ""], "all coverage_short 0%, -40pp, convert impossible, add impossible, remove impossible", nil),
        ("skip", "{at_least: 60%}", ["5", "5", "", "4", ""], "all coverage_met 66.67%, +6.67pp", nil),
        ("{skip: {min_measured: 60%}}", "{at_least: 60%}", ["5", "5", "", "4", ""], "all coverage_met 66.67%, +6.67pp", nil),
        ("{skip: {min_measured: 61%}}", "{at_least: 60%}", ["5", "5", "", "4", ""], "all too_few_measured", nil),
        ("{skip: {min_measured: 61%}}", "{at_least: 60%}", ["", ""], "all too_few_measured", nil),
        ("skip", "{at_least: 60%}", ["", ""], "all missing", nil),
        ("skip", "{at_least: 1 个}", ["", ""], "all coverage_short 0 个, -1 个, add 1", nil),
        ("against", "{at_least: 60%}", ["5", "5", "", "4", ""], "all coverage_short 40%, -20pp, convert 1, add 3", nil),
        ("against", "{at_least: 60%}", ["", ""], "all coverage_short 0%, -60pp, convert 2, add 3", nil),
    ]

    @Test("what is not measured decides by the rule's own word", arguments: missing)
    func undecided(policy: String, coverage: String, beds: [String], line: String, needed: Int?) throws {
        let fixture = try AuditFixture(table: Self.table, rule: Self.rule + "\(coverage), missing: \(policy)")
        let rows = beds.enumerated().map { "\($0),E,k,\($1)" }.joined(separator: "\n")
        let findings = try fixture.run([("unit", Self.header + rows)]).findings
        #expect(findings.map(fixture.line) == [line])
        #expect(findings.first?.group?.neededOfUndecided == needed)
    }

    @Test("nobody to take a share of is nobody's share")
    func empty() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, where: kind == 'k', coverage: {at_least: 60%}")
        #expect(try fixture.lines(Self.header + "a,E,m,5\n") == ["all empty_group"])
    }

    private static let nobody: [(rule: String, rows: String, lines: [String])] = [
        ("where: kind == 'k', coverage: {at_most: 2 个}", "a,E,m,5\n", ["all empty_group"]),
        ("where: kind == 'k', coverage: {at_most: 2 个}", "", ["all empty_group"]),
        ("where: kind == 'k', coverage: {at_least: 2 个}", "a,E,m,5\n", ["all coverage_short 0 个, -2 个, add 2"]),
        // That one of them may be in scope makes nobody of whom it is known.
        ("where: beds > 3, coverage: {at_most: 2 个}", "a,E,m,\n", ["all scope_unknown"]),
        ("where: beds > 3, coverage: {at_most: 0 个}", "a,E,m,\n", ["all missing_decides"]),
        ("require: beds > 3, missing: skip, coverage: {at_most: 2 个}", "a,E,m,\n", ["all missing"]),
        ("require: beds > 3, coverage: {at_most: 2 个}", "a,E,m,\n", ["all coverage_met 0 个, -2 个"]),
        ("require: beds > 3, coverage: {at_most: 2 个}", "a,E,m,1\n", ["all coverage_met 0 个, -2 个"]),
    ]

    @Test("no ceiling is kept by nobody, and a floor that nobody reaches is missed", arguments: nobody)
    func nobodyKnown(rule: String, rows: String, lines: [String]) throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, \(rule)")
        let found = try fixture.lines(Self.header + rows)
        #expect(found == lines)
    }

    @Test("a number over a table that never came neither passes nor fails", arguments: ["at_most", "at_least"])
    func neverCame(limit: String) throws {
        let other = "other: {key: [id], fields: {id: {type: string}}}"
        let rules = ["for: unit, require: beds > 3", "for: unit, subjects: [a], require: beds > 3"].enumerated().map {
            "id: r\($0), title: t, \($1), coverage: {\(limit): 2 个}"
        }
        let fixture = try AuditFixture(tables: [Self.table, other], rules: rules)
        let run = try fixture.run([("other", "id\n1\n")])
        #expect(run.findings.map(fixture.line) == ["r1 all no_record"])
        #expect(run.totals.summaries.map(\.status) == [.tableMissing, .tableMissing])
    }

    @Test("an error on one record is the group's, and says what went wrong")
    func error() throws {
        let fixture = try AuditFixture(table: Self.table, rule: "for: unit, require: 'int(area) > 0', coverage: {at_least: 60%}")
        let findings = try fixture.run([("unit", Self.header + "a,1,k,5\nb,E,k,5\n")]).findings
        #expect(findings.map(fixture.line) == ["all rule_error"])
        #expect(findings.first?.fault != nil)
    }

    @Test("the conditional limit of each record holds within the share")
    func conditionalLimits() throws {
        let fixture = try AuditFixture(
            table: Self.table,
            rule: "for: unit, observe: beds, target: {at_least: [{when: kind == 'k', limit: 5}, {when: kind == 'm', limit: {value: 2 * 4}}]}, coverage: {at_least: 50%}")
        let finding = try #require(try fixture.run([("unit", Self.header + "a,E,k,5\nb,E,m,7\nc,E,z,9\n")]).findings.first)
        #expect(fixture.line(finding) == "all coverage_met 50%, 0pp")
        #expect(memberLines(finding) == ["b beyond_limit -1"])
        #expect(finding.group?.ledger.excluded == 1)
    }
}

/// Groups that a roster expects.
extension CoverageTests {
    private static let region = "region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, level: {type: string}}}"
    private static let facility = """
        facility: {key: [id], fields: {id: {type: string}, region: {references: region, list: facilities}, kind: {type: string}, open: {type: boolean}}}
        """
    private static let roster = "id,name,level\n1,甲县,县\n2,乙县,县\n3,丙县,县\n"

    private func rostered() throws -> AuditFixture {
        try AuditFixture(
            tables: [Self.region, Self.facility],
            rules: ["for: facility, where: kind == 'h', require: open, coverage: {per: region, at_least: 1 个}"],
            rosters: [("region", Self.roster)])
    }

    @Test("a county on the roster without a single facility is judged, not overlooked")
    func emptyGroups() throws {
        let csv = "id,region,kind,open\na,1,h,true\nb,2,h,false\nc,3,x,true\n"
        #expect(try rostered().lines([("facility", csv)]) == [
            "[甲县] coverage_met 1 个, 0 个", "[乙县] coverage_short 0 个, -1 个, add 1", "[丙县] coverage_short 0 个, -1 个, add 1",
        ])
    }

    @Test("where the table came with nobody in scope each county falls short, and that is a verdict")
    func nobodyInScope() throws {
        let run = try rostered().run([("facility", "id,region,kind,open\nc,3,x,true\n")])
        #expect(run.findings.map(\.reason.rawValue) == ["coverage_short", "coverage_short", "coverage_short"])
        #expect(run.totals.summaries[0].status == .judged)
        #expect(run.totals.decidedAnything)
    }

    @Test("a county on the roster without a single facility keeps no ceiling")
    func emptyCeilings() throws {
        let fixture = try AuditFixture(
            tables: [Self.region, Self.facility], rules: ["for: facility, require: open, coverage: {per: region, at_most: 1 个}"],
            rosters: [("region", Self.roster)])
        #expect(try fixture.lines([("facility", "id,region,kind,open\na,1,h,true\nb,2,h,false\n")]) == [
            "[甲县] coverage_met 1 个, 0 个", "[乙县] coverage_met 0 个, -1 个", "[丙县] empty_group",
        ])
    }

    @Test("where the table never came nothing is said of any county")
    func tableMissing() throws {
        let run = try rostered().run([("region", "id,name,level\n1,甲县,县\n")])
        #expect(run.findings.isEmpty)
        #expect(run.totals.summaries[0].status == .tableMissing)
        #expect(!run.totals.decidedAnything)
    }

    private static let strays: [(limit: String, rows: [String], lines: [String])] = [
        ("at_least: 1 个", ["a,E,k,5", "b,,k,5"], ["[E] coverage_met 1 个, 0 个", "[?] scope_unknown"]),
        ("at_least: 2 个", ["a,E,k,5", "b,,k,5"], ["[E] missing_decides", "[?] scope_unknown"]),
        ("at_least: 2 个", ["a,E,k,5", "b,,k,4"], ["[E] coverage_short 1 个, -1 个, add 1", "[?] scope_unknown"]),
        ("at_least: 2 个", ["a,E,k,5", "b,,k,"], ["[E] missing_decides", "[?] scope_unknown"]),
        ("at_least: 60%", ["a,E,k,5", "b,,k,4"], ["[E] missing_decides", "[?] scope_unknown"]),
        ("at_least: 50%", ["a,E,k,5", "b,,k,4"], ["[E] coverage_met 100%, +50pp", "[?] scope_unknown"]),
        ("at_least: 60%", ["a,E,k,4", "b,,k,5"], ["[E] coverage_short 0%, -60pp, convert 1, add 2", "[?] scope_unknown"]),
        ("at_least: 2 个, missing: skip", ["a,E,k,5", "b,,k,5"], ["[E] coverage_short 1 个, -1 个, add 1", "[?] scope_unknown"]),
        ("at_least: 2 个, missing: against", ["a,E,k,5", "b,,k,5"], ["[E] coverage_short 1 个, -1 个, add 1", "[?] scope_unknown"]),
    ]

    @Test("a record whose group cannot be told may be of any, and is of one that nothing decides", arguments: strays)
    func unknownGroup(limit: String, rows: [String], lines: [String]) throws {
        let parts = limit.split(separator: ", missing: ")
        let fixture = try AuditFixture(
            table: Self.table, rule: Self.rule + "{per: area, \(parts[0])}" + (parts.count > 1 ? ", missing: \(parts[1])" : ""))
        let found = try fixture.lines(Self.header + rows.joined(separator: "\n"))
        #expect(found == lines)
    }

    @Test("a record whose group cannot be told belongs to a group of its own, which nothing decides")
    func strangers() throws {
        let fixture = try AuditFixture(table: Self.table, rule: Self.rule + "{per: area, at_least: 1 个}")
        let findings = try fixture.run([("unit", Self.header + "a,E,k,5\nb,,k,5\n")]).findings
        #expect(findings.map(fixture.line) == ["[E] coverage_met 1 个, 0 个", "[?] scope_unknown"])
        #expect(findings.map(memberLines) == [[], ["b missing"]])
    }

    @Test("a row whose group cannot be told is told in its own period, not in those that it has no row in")
    func unknownGroupOnce() throws {
        let table = "unit: {key: [id, year], period: year, fields: {id: {type: string}, year: {type: period}, area: {type: string}}}"
        let fixture = try AuditFixture(
            table: table, rule: "for: unit, period: {each: 2023..2025}, coverage: {per: area, at_least: 1 个}")
        #expect(try fixture.lines("id,year,area\na,2023,E\na,2024,E\na,2025,E\nb,2024,\n") == [
            "[E]@2023 coverage_met 1 个, 0 个", "[E]@2024 coverage_met 1 个, 0 个", "[E]@2025 coverage_met 1 个, 0 个",
            "[?]@2024 scope_unknown",
        ])
    }
}
