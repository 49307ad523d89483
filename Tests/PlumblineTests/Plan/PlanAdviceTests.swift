import Diagnostics
import Testing

@testable import Plumbline

@Suite("what the author of rules is told beside faults") struct PlanAdviceTests {
    private static func plan(_ rule: String, header: String = "") throws -> AuditPlan {
        let text = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\ndue: 2025-12-31\nuses: [vocabulary.yaml]\n\(header)rules:\n  - {id: r, title: t, \(rule)}\n"
        return try Fixture.plan(["vocabulary.yaml": CountyVocabulary.text, "ruleset.yaml": text])
    }

    private static func advice(_ rule: String, header: String = "") throws -> [DiagnosticCode] {
        PlanAdvice(try plan(rule, header: header)).faults.all.map(\.code)
    }

    private static func faults(_ rule: String, header: String = "") -> [Diagnostic] {
        do {
            return try plan(rule, header: header).book.faults.all
        } catch {
            return (error as? Diagnostics)?.all ?? []
        }
    }

    @Test("a year, and progress, on a table whose records are of no period", arguments: [
        ("for: facility, period: 2025, require: kind != ''", ["period-of-snapshot"]),
        ("for: facility, period: {each: 2021..2025}, require: kind != ''", ["period-of-snapshot"]),
        ("for: region, period: 2025, observe: facilities.count(), baseline: {period: 2020, value: 3 个}, target: {at_least: 5 个}", ["period-of-snapshot"]),
        ("for: region, observe: facilities.count(), baseline: {period: 2020}, target: {at_least: 5 个}", ["baseline-of-snapshot"]),
        ("for: region, observe: facilities.count(), baseline: {period: 2020, value: 3 个}, target: {at_least: 5 个}", []),
        ("for: region, period: 2025, observe: life, baseline: {period: 2020}, target: {at_least: 80 岁}", []),
        ("for: region, period: {each: 2021..2025}, coverage: {at_least: 100%}, require: \"facilities.count() > 0 || period == year_of(date('2021-01-01'))\"", []),
        ("for: region, period: {each: 2021..2025}, coverage: {at_least: 100%}, require: facilities.count() > 0", ["period-of-snapshot"]),
        ("for: institution, period: 2025, require: id != ''", []),
        ("for: region_year, period: 2025, require: people > 0", []),
    ])
    func snapshots(rule: String, codes: [String]) throws {
        #expect(try Self.advice(rule).map(\.rawValue) == codes)
    }

    @Test("groups that nobody lists, until somebody does")
    func groups() throws {
        let rule = "for: facility, coverage: {per: region.county, at_least: 1 个}"
        #expect(try Self.advice(rule) == ["groups-without-roster"])
        #expect(!(try Self.advice(rule, header: "data: [{table: region, file: r.csv, roster: true}]\n")).contains("groups-without-roster"))
        #expect(try Self.advice("for: facility, coverage: {per: kind, at_least: 1 个}") == [])
    }

    @Test("a due date behind the plan's end")
    func due() throws {
        #expect(try Self.advice("for: facility, due: 2035, require: kind != ''") == ["due-after-plan"])
        #expect(try Self.advice("for: facility, due: 2025, require: kind != ''") == [])
    }

    @Test("a due date behind the plan's end that the clause states, as the register has it", arguments: [
        ("{date: 2035-12-31, stated: true}", []), ("{date: 2035-12-31, stated: false}", ["due-after-plan"]),
        ("{date: 2030-12-31, stated: true}", ["due-after-plan"]),
    ])
    func statedDue(due: String, codes: [String]) throws {
        let header = "ruleset: t\nplan: {title: t, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\nrules:\n"
        let plan = try Fixture.plan([
            "vocabulary.yaml": CountyVocabulary.text,
            "ruleset.yaml": header + "  - {id: r, title: t, source: {section: 一, clause: A-1}, for: facility, due: 2035, require: kind != ''}\n",
            "register.yaml": "register: t\nclauses:\n  - {id: A-1, section: 一, term: 甲, due: \(due), rules: [r]}\n",
        ])
        #expect(PlanAdvice(plan).faults.all.map(\.code.rawValue) == codes)
    }

    @Test("a parameter that says why it has no value is told where a profile leaves it so, and counted otherwise")
    func openParameters() throws {
        let files = [
            "vocabulary.yaml": CountyVocabulary.text,
            "ruleset.yaml": """
                ruleset: t
                plan: {title: t, from: 2021-01-01, to: 2025-12-31}
                due: 2025-12-31
                uses: [vocabulary.yaml]
                params: {least: {type: integer, why: 遮盖}, most: {type: integer, why: 遮盖}, known: {type: integer, value: 3}}
                rules:
                  - {id: r, title: t, for: region, require: facilities.count() > params.least && facilities.count() > params.most + params.known}

                """,
            "audit.yaml": "profile: audit\nof: t\nset: {params.least: 3}\n",
        ]
        let plan = try Fixture.plan(files)
        #expect(plan.book.faults.all == [] && PlanAdvice(plan).faults.all == [])
        #expect(PlanAdvice(plan).openParameterCount == 2)
        let audited = try Fixture.plan(files, profile: "audit")
        #expect(PlanAdvice(audited).faults.all.map(\.code) == ["parameter-unset"])
        #expect(PlanAdvice(audited).faults.all.first?.message.en.contains("'most'") == true)
        #expect(PlanAdvice(audited).openParameterCount == 0)
    }

    @Test("a grade that the text masks is a parameter, and no nearest grade is proposed", arguments: [
        ("target: {reaches: 省*级}", "why: {zh: 公开文本遮盖"), ("target: {reaches: params.wanted}", "{value: params.wanted}"),
        ("target: {reaches: 省机}", "写成"),
    ])
    func masked(target: String, words: String) throws {
        let help = Self.faults("for: talent, observe: level, \(target)").first?.help?.zh ?? ""
        #expect(help.contains(words) || (words == "写成" && help.contains("省级")), "\(help)")
    }

    @Test("a bare number beside a share in a condition is read as a multiple, and told", arguments: [
        ("require: facilities.count() / parts.count() >= 46", ["percent-missing"]), ("require: \"facilities.count() / parts.count() >= q('46%')\"", []),
        ("require: facilities.count() * 100 / parts.count() >= 46", []), ("require: facilities.count() / parts.count() >= 2", []),
    ])
    func shares(requirement: String, codes: [String]) {
        #expect(Self.faults("for: region, \(requirement)").filter { $0.severity == .error }.map(\.code.rawValue) == codes)
    }

    @Test("a parameter with neither a value nor a reason is one fault, whatever names it")
    func parameter() {
        for declaration in ["{type: integer}", "3"] {
            let faults = Self.faults("for: region, require: facilities.count() > params.x && parts.count() > params.x", header: "params: {x: \(declaration)}\n")
            #expect(faults.count == 1, "\(declaration): \(faults.map(\.message.en))")
        }
    }

    @Test("where a rule cannot be read no parameter is called unused")
    func unread() {
        let codes = Self.faults("for: region, requir: facilities.count() > params.x", header: "params: {x: {type: integer, value: 3}}\n").map(\.code)
        #expect(codes.contains("unknown-key") && !codes.contains("unused-parameter"), "\(codes)")
    }

    @Test("an operator in words, and a field of the record that is referred to", arguments: [
        ("require: id != '' 且 level == '县'", "写成 &&"), ("require: id != '' 或 level == '县'", "写成 ||"),
    ])
    func words(requirement: String, words: String) {
        #expect(Self.faults("for: region, \(requirement)").contains { $0.help?.zh == words })
        #expect(Self.faults("for: facility, coverage: {per: county, at_least: 1 个}").contains { $0.help?.zh == "写成 region.county" })
    }
}
