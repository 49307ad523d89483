import Diagnostics
import Foundation
import Plumbline
import TestSupport
import Testing
import YAML

@Suite("Templates") struct TemplateTests {
    private static let vocabulary = """
        vocabulary: v
        enumerations: {grade: {order: [丙, 乙, 甲]}}
        tables:
          county: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, city: {type: string}}}
          ward:
            key: [id]
            fields:
              id: {type: string}
              kind: {type: string}
              grade: {type: grade}
              county: {references: county, list: wards}
              beds: {type: integer, unit: 张}
              open: {type: boolean}

        """

    /// What a rule made by a template and its twin that is written out find in the same data.
    private func findings(template: String, use: String, twin: String, params: String = "{}") throws -> (made: [Finding], written: [Finding]) {
        let header = "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\ndue: 2025\n"
        let made = "\(header)params: \(params)\ntemplates:\n  - \(template)\nrules:\n  - \(use)\n"
        let written = "\(header)params: \(params)\nrules:\n  - \(twin)\n"
        return (try run(made), try run(written))
    }

    private func run(_ ruleset: String) throws -> [Finding] {
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": ruleset])
        return try Fixture.run(plan, tables: [
            ("county", "county.csv", "id,name,city\nE,东县,市\nW,西县,市\n"),
            ("ward", "ward.csv", "id,kind,grade,county,beds,open\n1,甲类,甲,E,4,是\n2,乙类,乙,E,2,否\n3,甲类,丙,W,,是\n"),
        ]).findings
    }

    @Test("a template's rule finds what the same rule written out finds", arguments: [
        ("a quantity, a path and a text", "{kind: {type: string}, area: {type: field}, least: {type: quantity}}",
         "{for: ward, where: kind == params.kind, require: beds >= 1, coverage: {per: params.area, at_least: {value: params.least}}}",
         "{kind: 甲类, area: county.name, least: 1 个}",
         "{for: ward, where: kind == '甲类', require: beds >= 1, coverage: {per: county.name, at_least: 1 个}}"),
        ("a value of an enumeration", "{grade: {type: grade}}", "{for: ward, observe: grade, target: {reaches: {value: params.grade}}}",
         "{grade: 乙}", "{for: ward, observe: grade, target: {reaches: 乙}}"),
        ("a list within an expression", "{kinds: {type: list(string)}}", "{for: ward, where: kind in params.kinds, require: beds > 3}",
         "{kinds: [甲类, 丁类]}", "{for: ward, where: \"kind in ['甲类', '丁类']\", require: beds > 3}"),
        ("a table, a default and a boolean", "{table: {type: string}, open: {type: boolean, default: true}, least: {type: quantity, default: 3 张}}",
         "{for: params.table, where: open == params.open, observe: beds, target: {at_least: {value: params.least}}}",
         "{table: ward}", "{for: ward, where: open == true, observe: beds, target: {at_least: 3 张}}"),
        ("a field of a list's elements", "{field: {type: field}}", "{for: county, require: \"wards.sum(w, w.params.field) >= 5\"}",
         "{field: beds}", "{for: county, require: \"wards.sum(w, w.beds) >= 5\"}"),
        ("a date", "{day: {type: date}}", "{for: ward, require: beds >= 3, due: params.day}", "{day: 2024-06-30}",
         "{for: ward, require: beds >= 3, due: 2024-06-30}"),
        ("a parameter of the ruleset", "{least: {type: quantity}}", "{for: ward, observe: beds, target: {at_least: {value: params.least}}}",
         "{least: params.few}", "{for: ward, observe: beds, target: {at_least: {value: params.few}}}"),
    ])
    func sameFindings(about: String, params: String, rule: String, with: String, written: String) throws {
        let (made, twin) = try findings(
            template: "{id: t, params: \(params), rule: \(rule)}", use: "{use: t, id: a, title: a, with: \(with)}",
            twin: "{id: a, title: a, \(written.dropFirst())", params: "{few: {type: quantity, value: 3 张}}")
        #expect(!made.isEmpty)
        #expect(made.map(\.record.key) == twin.map(\.record.key), "\(about)")
        #expect(made.map(\.reason) == twin.map(\.reason), "\(about)")
        #expect(made.map { "\($0.measurement)" } == twin.map { "\($0.measurement)" }, "\(about)")
        #expect(Set(made.map(\.reason)).count > 1, "\(about): one verdict on all shows little")
    }

    private func ruleset(_ rest: String) throws -> AuditPlan {
        try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "ruleset: test\nuses: [vocabulary.yaml]\ndue: 2025\n\(rest)"])
    }

    private static let atLeast = "templates:\n  - {id: at-least, params: {least: {type: quantity}}, rule: {for: ward, hedge: 逐步, binding: strive, observe: beds, target: {at_least: {value: params.least}}}}\n"

    @Test("an entry's own keys come before those beside its list, and these before the template's; a key without a value takes one out")
    func keys() throws {
        let plan = try ruleset(Self.atLeast + """
            rules:
              - use: at-least
                binding: expected
                with: {least: 3 张}
                each:
                  - {id: a, title: 甲, as_written: 3—4张}
                  - {id: b, title: 乙, binding: obligatory, hedge: ~, with: {least: 4 张}}

            """)
        #expect(plan.rules.map(\.rule.binding) == [.expected, .obligatory])
        #expect(plan.rules.map(\.rule.hedge) == ["逐步", nil])
        #expect(plan.rules.map(\.limit?.text) == ["3 张", "4 张"])
        #expect(plan.rules.map { $0.limit.map { FigureText($0, in: .zh).limitText } } == ["≥ 3 张（原文：3—4张）", "≥ 4 张"])
        #expect(plan.rules.map(\.rule.template?.template.id) == ["at-least", "at-least"])
    }

    @Test("readers see what was filled in, not the names of parameters")
    func shown() throws {
        let plan = try ruleset("""
            templates:
              - {id: t, params: {area: {type: field}, kind: {type: string}, least: {type: quantity}}, rule: {for: ward, where: params.area.name == '东县' && kind == params.kind, require: beds >= params.least}}
            rules:
              - {use: t, id: a, title: 甲, with: {area: county, kind: 甲类, least: 3 张}}

            """)
        #expect(plan.rules[0].scopeExpression == "county.name == '东县' && kind == '甲类'")
        #expect(plan.rules[0].expression == "beds >= q('3 张')")
    }

    @Test("what was filled in for the condition of a loop is shown in the loop as it is written")
    func shownInLoops() throws {
        let plan = try ruleset("""
            templates:
              - {id: t, params: {kind: {type: string}}, rule: {for: county, require: "wards.count(w, w.kind == params.kind) >= 1 && wards.exists(w, w.kind != params.kind)"}}
            rules:
              - {use: t, id: a, title: 甲, with: {kind: 甲类}}

            """)
        #expect(plan.rules[0].expression == "wards.count(w, w.kind == '甲类') >= 1 && wards.exists(w, w.kind != '甲类')")
    }

    @Test("several rulesets can use one file of templates")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plumbline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["a", "b"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            try "ruleset: \(name)\nuses: [../v.yaml, ../t.yaml]\ndue: 2025\nrules: [{use: at-least, id: r, title: r, with: {least: 3 张}}]\n"
                .write(to: folder.appending(path: "\(name)/ruleset.yaml"), atomically: true, encoding: .utf8)
        }
        try Self.vocabulary.write(to: folder.appending(path: "v.yaml"), atomically: true, encoding: .utf8)
        try Self.atLeast.replacing("templates:", with: "templates: shapes\ndefine:").write(to: folder.appending(path: "t.yaml"), atomically: true, encoding: .utf8)
        let plan = try AuditPlanner.plan(RuleBookLoader.load(["a", "b"].map { folder.appending(path: $0).path }))
        #expect(plan.rules.map(\.rule.fullName) == ["a/r", "b/r"])
    }

    @Test("a template's own fault is told once in the template; what was filled in badly is told where it stands, with the place in the template")
    func faults() throws {
        let files = ["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": """
            ruleset: test
            uses: [vocabulary.yaml]
            due: 2025
            templates:
              - {id: t, params: {kind: {type: integer}}, rule: {for: ward, where: bds > 3, require: beds > 1 && kind == params.kind}}
            rules:
              - {use: t, each: [{id: a, title: 甲, with: {kind: 1}}, {id: b, title: 乙, with: {kind: 2}}]}

            """]
        #expect {
            _ = try Fixture.plan(files)
        } throws: { error in
            guard let faults = (error as? Diagnostics)?.sorted else { return false }
            let own = faults.filter { $0.code == "unknown-field" }
            let filled = faults.filter { $0.code == "no-such-overload" }
            return own.map(\.location?.start.line) == [5] && own.allSatisfy(\.related.isEmpty)
                && filled.map(\.location?.start.line) == [7, 7] && filled.map(\.related.first?.location.start.line) == [5, 5]
                && filled.allSatisfy { $0.message.en.contains("template 't'") && $0.message.zh.contains("模板“t”") } && faults.count == 3
        }
    }

    @Test("long lists of entries, each of a long template, are refused before they fill the memory")
    func bounded() throws {
        let parts = Array(repeating: "params.kind", count: 2000).joined(separator: ", ")
        let entries = (0..<2000).map { "{id: r\($0), title: a, with: {kind: a}}" }.joined(separator: ", ")
        let book = try Fixture.book(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": """
            ruleset: test
            uses: [vocabulary.yaml]
            templates: [{id: t, params: {kind: {type: string}}, rule: {for: ward, responsible: [\(parts)], require: beds > 1}}]
            rules: [{use: t, each: [\(entries)]}]

            """])
        #expect(book.faults.all.map(\.code.rawValue) == ["templates-too-large"])
    }

    @Test("what stands beside a list of entries is counted for each of them", arguments: ["responsible: [%]", "with: {kinds: [%]}"])
    func boundedShared(keys: String) throws {
        let shared = keys.replacing("%", with: Array(repeating: "a", count: 2000).joined(separator: ", "))
        let entries = (0..<2000).map { "{id: r\($0), title: a}" }.joined(separator: ", ")
        let book = try Fixture.book(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": """
            ruleset: test
            uses: [vocabulary.yaml]
            templates: [{id: t, params: {kinds: {type: list(string), default: [a]}}, rule: {for: ward, require: kind in params.kinds}}]
            rules: [{use: t, \(shared), each: [\(entries)]}]

            """])
        #expect(book.faults.all.map(\.code.rawValue).contains("templates-too-large"))
        #expect((book.rulesets.first?.rules.count ?? 0) < 1100)
    }

    @Test("a template of many keys is filled in as quickly as it is written")
    func linear() throws {
        let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
        func node(_ text: String) throws -> YAMLNode { try YAMLReader.document(SourceText(name: "a.yaml", text: text)) }
        let entry = try node("{id: a, k7: 2}")
        let entries = try #require(try node("{\(keys)}").mapping).entries
        var made = entry
        let time = ContinuousClock().measure { made = entry.adding(entries) }
        #expect(made.mapping?.entries.count == 20_001)
        #expect(made.mapping?["k7"]?.scalar?.text == "2")
        #expect(time < .seconds(5))
    }
}

@Suite("The templates that are shipped") struct ShippedTemplateTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          county: {key: [id], fields: {id: {type: string}}}
          centre: {key: [id], fields: {id: {type: string}, county: {references: county, list: centres}}}
          figure: {key: [county, year], period: year, fields: {county: {references: county, list: figures}, year: {type: period}, beds: {type: integer, unit: 张}}}

        """

    private func outcomes(_ file: String, _ use: String, table: String = "figure", _ csv: String) throws -> [Outcome] {
        let templates = try String(contentsOf: SharedData.repository.appending(path: "Rules/templates/\(file).yaml"), encoding: .utf8)
        let plan = try Fixture.plan([
            "vocabulary.yaml": Self.vocabulary, "templates.yaml": templates,
            "ruleset.yaml": "ruleset: test\nuses: [vocabulary.yaml, templates.yaml]\nrules:\n  - {id: a, title: a, \(use)}\n",
        ])
        let counties = ("county", "county.csv", "id\nA\nB\n")
        return try Fixture.run(plan, tables: [counties, (table, "\(table).csv", csv)]).findings.map(\.outcome)
    }

    private static let figures = "county,year,beds\nA,2020,5\nA,2021,6\nA,2022,7\nB,2020,5\nB,2021,5\nB,2022,5\n"

    @Test("rising, falling and kept hold each period against the one before", arguments: [
        ("rising", [Outcome.pass, .fail], figures), ("kept", [.pass, .pass], figures), ("falling", [.fail, .fail], figures),
        ("falling", [.pass, .fail], figures.replacing("A,2021,6\nA,2022,7", with: "A,2021,4\nA,2022,3")),
        ("kept", [.fail, .pass], figures.replacing("A,2022,7", with: "A,2022,5")),
        ("rising", [.notMeasured, .fail], figures.replacing("A,2021,6", with: "A,2021,")),
    ])
    func trends(name: String, expected: [Outcome], csv: String) throws {
        #expect(try outcomes(name, "use: \(name), with: {table: figure, value: beds, periods: 2021..2022}", csv) == expected)
    }

    @Test("doubled is twice the figure of the first period")
    func doubles() throws {
        let csv = "county,year,beds\nA,2020,5\nA,2025,10\nB,2020,5\nB,2025,9\n"
        #expect(try outcomes("doubles", "use: doubles, with: {table: figure, value: beds, from: 2020, by: 2025}", csv) == [.pass, .fail])
    }

    @Test("a floor that no period may miss")
    func everyPeriod() throws {
        let use = "use: every_period, with: {table: figure, value: beds, least: 6 张, periods: 2021..2022}"
        #expect(try outcomes("every-period", use, Self.figures) == [.pass, .fail])
    }

    @Test("exactly one of a list")
    func exactlyOne() throws {
        let csv = "id,county\n1,A\n2,B\n3,B\n"
        #expect(try outcomes("exactly-one", "use: exactly_one, with: {table: county, list: centres}", table: "centre", csv) == [.pass, .fail])
    }
}
