import Diagnostics
import Plumbline
import Testing

@Suite("names are one whatever brackets, quotation marks and widths they are written in")
struct ComparableNamesTests {
    private static let vocabulary = """
        vocabulary: v
        enumerations:
          kind: {values: [急救站（点）, 诊所]}
        tables:
          region: {key: [name], label: title, fields: {name: {type: string}, title: {type: string}, rate: {type: decimal, range: 0..}}}
          station:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              kind: {type: kind}
              sort: {type: string}
              tags: {type: string, many: true}
              region: {references: region, list: stations}
          figure:
            key: [region, indicator, year]
            period: year
            observations: {indicator: indicator, value: value, of: region}
            fields: {region: {references: region, list: figures}, indicator: {type: string}, year: {type: period}, value: {type: decimal}}
        indicators:
          - {id: screened, of: region, title: “两癌”筛查人数, range: 0..}

        """

    private func reasons(_ rule: String, _ files: [(table: String, name: String, text: String)]) throws -> [String: [Reason]] {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n  - {id: r, title: t, \(rule)}\n"])
        let findings = try Fixture.run(plan, tables: files).findings
        return Dictionary(findings.map { ($0.record.name, [$0.reason]) }, uniquingKeysWith: +)
    }

    private static let stations = """
        id,name,kind,sort,tags,region
        1,市妇幼保健院(市儿童医院),急救站(点),“甲”类（一）,甲（一）、乙,东县(新区)
        2,市人民医院,诊所,乙类,乙,西县

        """
    private static let regions = "name,title\n东县（新区）,东县\n西县,西县\n"

    @Test("in conditions", arguments: [
        "sort == '“甲”类（一）'", "sort == '「甲」类(一)'", "sort in ['\"甲\"类（一）', '丙']", "kind == '急救站（点）'", "kind == '急救站(点)'",
        "name.contains('（市')", "name == '市妇幼保健院（市儿童医院）'", "sort.matches('^“甲”类（.）$')", "sort.matches('[（]一[)）]')", "'甲(一)' in tags",
        "region.name == '东县（新区）'", "!sort.matches('类（一$') || kind == '急救站（点）'",
        "!sort.matches('类（一$')", "!name.matches('市[一－龟]幼')",
    ])
    func conditions(condition: String) throws {
        let quoted = condition.replacing("\"", with: "\\\"")
        let rule = "for: station, subjects: [市妇幼保健院（市儿童医院）], require: \"\(quoted)\""
        let found = try reasons(rule, [("station", "s.csv", Self.stations), ("region", "r.csv", Self.regions)])
        #expect(found["市妇幼保健院(市儿童医院)"] == [.conditionTrue])
    }

    @Test("in targets", arguments: [
        "observe: sort, target: {one_of: [“甲”类(一)]}", "observe: sort, target: {equals: 「甲」类（一）}", "observe: sort, target: {matches: 类（一）$}",
        "observe: sort, target: {matches: '类\\(一\\)$'}",
    ])
    func targets(target: String) throws {
        let found = try reasons("for: station, subjects: [市妇幼保健院（市儿童医院）], \(target)", [("station", "s.csv", Self.stations)])
        #expect(found["市妇幼保健院(市儿童医院)"] == [.withinLimit])
    }

    @Test("of records that refer to each other, that a rule exempts, and of lists that have to agree")
    func records() throws {
        let files = [("station", "s.csv", Self.stations), ("region", "r.csv", Self.regions)]
        #expect(try reasons("for: region, require: stations.count() == 1", files)["东县"] == [.conditionTrue])
        let exempt = "for: station, except: [{record: 市妇幼保健院（市儿童医院）, why: 新建}], require: sort == '乙类'"
        #expect(try reasons(exempt, files) == ["市妇幼保健院(市儿童医院)": [.excepted], "市人民医院": [.conditionTrue]])
        let same = "for: region, where: name == '东县（新区）', observe: stations, target: {same_set: {by: sort, as: \"['「甲」类(一)']\"}}"
        #expect(try reasons(same, files)["东县"] == [.withinLimit])
    }

    @Test("of a list that was filled in for a template")
    func filledIn() throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n"
        let template = "templates:\n  - {id: all-of, params: {items: {type: list(string)}}, rule: {for: region, observe: stations, target: {same_set: {by: sort, as: params.items}}}}\n"
        let rule = "rules:\n  - {use: all-of, id: r, title: t, with: {items: [「甲」类(一)]}}\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": header + template + rule])
        let findings = try Fixture.run(plan, tables: [("station", "s.csv", Self.stations), ("region", "r.csv", Self.regions)]).findings
        #expect(findings.map(\.reason) == [.withinLimit, .beyondLimit])
    }

    @Test("of groups, which are one")
    func groups() throws {
        let text = "id,name,sort\n1,甲,类（一）\n2,乙,类(一)\n3,丙,类(二)\n"
        let found = try reasons("for: station, coverage: {per: sort, at_least: 2}", [("station", "s.csv", text)])
        #expect(found == ["类(一)": [.coverageMet], "类(二)": [.coverageShort]])
    }

    @Test("in a parameter, which is one text where it is compared, and another where it is a pattern", arguments: [
        "sort.matches(params.end)", "matches(sort, params.end)", "!sort.matches(params.start)", "sort == params.whole", "sort.matches(params.whole)",
    ])
    func parameters(condition: String) throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n"
            + "params: {end: {type: string, value: '类（一）$'}, start: {type: string, value: '^类（一）'}, whole: {type: string, value: 「甲」类（一）}}\n"
        let rule = "  - {id: r, title: t, for: station, subjects: [市妇幼保健院（市儿童医院）], require: \"\(condition)\"}\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n\(rule)"])
        #expect(try Fixture.run(plan, table: "station", csv: Self.stations).findings.first?.reason == .conditionTrue)
    }

    @Test("names that stand twice are told though they are written in other signs", arguments: [
        ("for: station, subjects: [市（一）院, 市(一)院], require: sort != ''", "listed-twice"),
        ("for: station, subjects: [市（一）院], except: [{record: 市(一)院, why: 新建}], require: sort != ''", "never-applies"),
    ] as [(String, DiagnosticCode)])
    func twice(rule: String, code: DiagnosticCode) throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n"
        let files = ["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n  - {id: r, title: t, \(rule)}\n"]
        let codes: [DiagnosticCode]
        do {
            codes = try Fixture.plan(files).book.faults.all.map(\.code)
        } catch let faults as Diagnostics {
            codes = faults.all.map(\.code)
        }
        #expect(codes.contains(code), "\(codes)")
    }

    @Test("of indicators in long tables")
    func indicators() throws {
        let files = [
            ("region", "r.csv", "name,title\n东县（新区）,东县\n"),
            ("figure", "f.csv", "region,indicator,year,value\n东县(新区),\"\"\"两癌\"\"筛查人数\",2025,7\n"),
        ]
        #expect(try reasons("for: region, period: 2025, observe: screened, target: {at_least: 7}", files)["东县"] == [.withinLimit])
    }

    @Test("an observed text is what the file says, also where it is an arm's", arguments: [
        "observe: sort, target: {one_of: [乙类, 丙类]}", "any_of: [{observe: sort, target: {equals: 乙类}}, {observe: sort, target: {matches: 丙}}]",
    ])
    func observed(rule: String) throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n  - {id: r, title: t, for: station, \(rule)}\n"])
        let finding = try #require(try Fixture.run(plan, table: "station", csv: Self.stations).findings.first)
        let measurements = finding.arms.isEmpty ? [finding.measurement] : finding.arms.map(\.measurement)
        #expect(measurements.allSatisfy { $0.observed == .text("“甲”类（一）") }, "\(measurements)")
    }

    @Test("evidence shows what the file says")
    func evidence() throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
        let rule = "  - {id: r, title: t, for: station, require: sort == '\"甲\"类(一)'}\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n\(rule)"])
        let finding = try #require(try Fixture.run(plan, table: "station", csv: Self.stations).findings.first)
        #expect(finding.reason == .conditionTrue)
        #expect(finding.evidence.contains { $0.text == "“甲”类（一）" })
    }
}
