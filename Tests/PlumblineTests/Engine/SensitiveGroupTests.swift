import Diagnostics
import Plumbline
import Testing

@Suite("groups by what is sensitive") struct SensitiveGroupTests {
    private static let table = """
        person: {key: [id], fields: {id: {type: string}, card: {type: string, sensitive: true}, town: {type: string}, \
        pay: {type: integer, sensitive: true, range: 0..}, prefix: "card.substring(0, 3)", \
        hourly: pay / 2, role: {type: string}}}
        """
    private static let csv = "id,card,town,pay,role\na,SECRET-1,s,7001,n\nb,SECRET-2,s,7002,d\nc,SECRET-1,t,7009,n\n"

    private static func fixture(_ rule: String) throws -> AuditFixture { try AuditFixture(table: table, rule: "for: person, \(rule)") }

    private static let rules: [(rule: String, groups: [String])] = [
        ("target: {unique: [card]}", ["#1 beyond_limit", "#2 within_limit"]),
        ("target: {unique: [town, card]}", ["s/#1 within_limit", "s/#2 within_limit", "t/#1 within_limit"]),
        ("require: pay > 7001, coverage: {at_least: 60%, per: card}", ["#1 coverage_short", "#2 coverage_met"]),
        ("require: pay > 7001, coverage: {at_least: 60%, per: prefix}", ["#1 coverage_met"]),
        ("require: pay > 7001, coverage: {at_least: 60%, per: 'card + town'}", ["#1 coverage_short", "#2 coverage_met", "#3 coverage_met"]),
        ("observe: pay, target: {parity: {test: role == 'n', within: [card], at_least: 100%}}", ["#1 within_limit", "#2 no_tested_group"]),
        ("observe: role, target: {composition: {parts: {n: {at_least: 60%}}, within: [card]}}", ["#1 within_limit", "#2 beyond_limit"]),
        ("require: pay > 7001, coverage: {at_least: 60%, per: town}", ["s coverage_short", "t coverage_met"]),
    ]

    @Test("their names tell no sensitive cell, and neither does anything else of a finding", arguments: rules)
    func names(rule: String, groups: [String]) throws {
        let findings = try Self.fixture(rule).run([("person", Self.csv)]).findings
        #expect(findings.map { "\($0.record.name) \($0.reason.rawValue)" } == groups)
        for finding in findings {
            for secret in ["SECRET", "7001", "7002", "7009"] { #expect(!String(reflecting: finding).contains(secret)) }
        }
    }

    @Test("a rule and its other readings call a group the same, whichever comes first")
    func readings() throws {
        let rule = "require: pay > 7001, coverage: {at_least: 60%, per: card}, other_readings: [{name: s, set: {where: town == 't' || id == 'b'}}]"
        let findings = try Self.fixture(rule).run([("person", Self.csv)]).findings
        #expect(findings.map { "\($0.reason.rawValue): \(readingLines($0))" } == [
            "coverage_short: [\"s coverage_met 0.4 no\"]", "coverage_met: [\"s coverage_met 0.4 yes\"]",
        ])
    }

    @Test("what goes wrong on one of them is told without what its cell says")
    func errors() throws {
        let findings = try Self.fixture("require: int(card) > 1, coverage: {at_least: 60%}").run([("person", Self.csv)]).findings
        #expect(findings.map(\.reason) == [.ruleError])
        #expect(findings.allSatisfy { !String(reflecting: $0).contains("SECRET") })
        let plain = try Self.fixture("require: int(town) > 1, coverage: {at_least: 60%}").run([("person", Self.csv)]).findings
        #expect(plain.map { $0.fault == nil } == [false])
    }

    private static let single: [(rule: String, isMasked: Bool)] = [
        ("observe: pay, target: {parity: {test: id == 'a', against: id != 'a', at_least: 100%}}", true),
        ("observe: hourly, target: {parity: {test: id == 'a', against: id != 'a', at_least: 100%}}", true),
        ("observe: hourly, target: {parity: {test: role == 'n', compare: each, at_least: 100%}}", true),
        ("observe: pay, target: {parity: {test: role == 'n' || id == 'b', at_least: 100%}}", false),
        // The third of three is what two of them leave over.
        ("observe: pay, target: {parity: {test: role == 'n', at_least: 100%}}", true),
    ]

    @Test("a side that is one person is told of no sensitive figure, nor of one that is made from it", arguments: single)
    func sides(rule: String, isMasked: Bool) throws {
        let finding = try #require(try Self.fixture(rule).run([("person", Self.csv)]).findings.first)
        #expect(finding.measurement.isMasked == isMasked)
        #expect(finding.group?.sides.allSatisfy { ($0.value == nil) == isMasked } == true)
        #expect((finding.measurement.observed == nil) == isMasked)
    }

    static let few: [(rule: String, ids: String, isMasked: Bool)] = [
        // The median of an odd number is one person's pay, that of an even number the mean of two.
        ("observe: pay, target: {parity: {test: role == 'n', against: role == 'd', compare: median, at_least: 100%}}", "abcdef", true),
        ("observe: pay, target: {parity: {test: role == 'n', against: role == 'd', compare: median, at_least: 100%}}", "abcdefgh", true),
        ("observe: hourly, target: {parity: {test: role == 'n', compare: median, at_least: 100%}}", "abcdef", true),
        ("observe: pay, target: {parity: {test: role == 'n', against: role == 'd', at_least: 100%}}", "abcd", false),
        ("observe: pay, target: {parity: {test: role == 'n', against: role == 'd', at_least: 100%, min_group: 3}}", "abcdef", false),
        // Three are asked for, and the others are two.
        ("observe: pay, target: {parity: {test: role == 'n' || id == 'b', at_least: 100%, min_group: 3}}", "abcdef", true),
        ("observe: pay, target: {parity: {test: role == 'n', against: role == 'd', at_least: 100%, min_group: 3}}", "abcd", true),
        ("observe: grade, target: {parity: {test: role == 'n', against: role == 'd', compare: median, at_least: 100%}}", "abcdef", false),
    ]

    @Test("a median of what is sensitive is told of nobody, nor a mean of fewer than the rule compares; the verdict is", arguments: few)
    func fewAreWithheld(rule: String, ids: String, isMasked: Bool) throws {
        let table = """
            person: {key: [id], fields: {id: {type: string}, role: {type: string}, grade: {type: integer, range: 0..}, \
            pay: {type: integer, sensitive: true, range: 0..}, hourly: pay / 2}}
            """
        let rows = ids.enumerated().map { "\($1),\($0 % 2 == 0 ? "n" : "d"),\($0 + 1),\(7001 + 100 * $0)\n" }.joined()
        let finding = try #require(try AuditFixture(table: table, rule: "for: person, \(rule)").run([("person", "id,role,grade,pay\n" + rows)]).findings.first)
        #expect([.withinLimit, .beyondLimit, .groupTooSmall].contains(finding.reason))
        #expect(finding.measurement.isMasked == (isMasked && finding.reason != .groupTooSmall))
        #expect(finding.measurement.observed == nil || !isMasked)
        #expect(finding.measurement.gap == nil || !isMasked)
        #expect(finding.measurement.closings.isEmpty || !isMasked)
        #expect(finding.group?.sides.allSatisfy { ($0.value == nil) == isMasked } == true)
    }

    @Test("nor of the only one of several who is measured", arguments: ["skip", "bounds"])
    func onlyMeasured(missing: String) throws {
        let csv = "id,card,town,pay,role\na,x,s,7001,n\nb,x,s,,n\nc,x,s,1,d\nd,x,s,2,d\n"
        let rule = "observe: pay, missing: \(missing), target: {parity: {test: role == 'n', against: role == 'd', at_least: 100%}}"
        let finding = try #require(try Self.fixture(rule).run([("person", csv)]).findings.first)
        #expect(finding.reason == .withinLimit && finding.measurement.isMasked)
        #expect(!String(reflecting: finding).contains("7001"))
    }

    @Test("a list of which only one has a figure tells that one's")
    func onlyMeasuredOfList() throws {
        let tables = [
            "home: {key: [id], fields: {id: {type: string}}}",
            "person: {key: [id], fields: {id: {type: string}, home: {references: home, list: staff}, pay: {type: integer, sensitive: true, range: 0..}}}",
        ]
        let fixture = try AuditFixture(tables: tables, rules: ["for: home, observe: 'staff.avg(s, s.pay)', missing: skip, target: {at_least: 5000}"])
        let findings = try fixture.run([("home", "id\nH\nI\n"), ("person", "id,home,pay\na,H,7001\nb,H,\nc,I,7001\nd,I,7003\n")]).findings
        #expect(findings.map(\.reason) == [.withinLimit, .withinLimit])
        #expect(findings.map(\.measurement.isMasked) == [true, false])
    }

    @Test("an indicator that is given otherwise than it comes to is told without what is made of sensitive cells")
    func differing() throws {
        let vocabulary = """
            vocabulary: v
            tables:
              person: {key: [id], fields: {id: {type: string}, pay: {type: integer, unit: 元, sensitive: true}}}
            indicators:
              - {id: half, of: person, unit: 元, title: 半, expression: pay / 2}

            """
        let rules = "  - {id: r, title: t, for: person, observe: half, target: {at_least: 1 元}}\n"
        let run = try Fixture.run(Fixture.plan(vocabulary: vocabulary, rules: rules), table: "person", csv: "id,pay,half\na,7002,3000\n")
        let problem = try #require(run.totals.dataProblems.first { $0.code == "indicator-differs" })
        #expect(problem.text == nil && !problem.message.en.contains("3501"))
    }

    @Test("of a composition of one sensitive record not even its parts are told")
    func composition() throws {
        let table = "person: {key: [id], fields: {id: {type: string}, town: {type: string}, kind: {type: string, sensitive: true}}}"
        let rule = "for: person, observe: kind, target: {composition: {parts: {x: {at_least: 50%}}, within: [town]}}"
        let findings = try AuditFixture(table: table, rule: rule).run([("person", "id,town,kind\na,s,x\nb,t,x\nc,t,y\n")]).findings
        #expect(findings.map(\.measurement.isMasked) == [true, false])
        #expect(findings.map { $0.group?.sides.isEmpty } == [true, false])
    }

    @Test("names that differ between two lists are told of no sensitive field, nor of one that is made from it", arguments: ["card", "prefix", "town"])
    func sameSet(by field: String) throws {
        let unit = "unit: {key: [id], fields: {id: {type: string}}}"
        let have = "{key: [id], fields: {id: {type: string}, unit: {references: unit, list: LIST}, card: {type: string, sensitive: true}, town: {type: string}, prefix: \"card.substring(0, 3)\"}}"
        let fixture = try AuditFixture(
            tables: [unit, "have: \(have.replacing("LIST", with: "haves"))", "want: \(have.replacing("LIST", with: "wants"))"],
            rules: ["for: unit, observe: haves, target: {same_set: {by: \(field), as: wants}}"])
        let finding = try #require(try fixture.run([
            ("unit", "id\nu\n"), ("have", "id,unit,card,town\n1,u,SECRET,s\n"), ("want", "id,unit,card,town\n1,u,OTHER,t\n"),
        ]).findings.first)
        #expect(finding.reason == .beyondLimit)
        #expect(finding.group?.names.isEmpty == (field != "town"))
        #expect(!String(reflecting: finding).contains("SEC") && !String(reflecting: finding).contains("OTH"))
    }
}
