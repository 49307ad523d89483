import Diagnostics
import Plumbline
import Testing

@Suite("Registers") struct RegisterTests {
    private static let vocabulary = "vocabulary: v\ntables: {t: {key: [id], fields: {id: {type: string}}}}\n"

    private static func rule(_ id: String, clause: String? = nil) -> String {
        let source = clause.map { ", source: {section: 一, clause: \($0)}" } ?? ""
        return "  - {id: \(id), title: \(id), for: t, require: id != ''\(source)}\n"
    }

    private func ruleset(_ register: String, rules: String = rule("a")) throws -> Ruleset {
        let header = "ruleset: test\nuses: [vocabulary.yaml]\nrules:\n"
        let plan = try Fixture.plan([
            "vocabulary.yaml": Self.vocabulary, "ruleset.yaml": header + rules, "register.yaml": "register: test\nclauses:\n" + register,
        ])
        return try #require(plan.book.rulesets.first)
    }

    private func faults(_ register: String, rules: String) throws -> [Diagnostic] {
        do {
            return try ruleset(register, rules: rules).register.map { _ in [] } ?? []
        } catch let faults as Diagnostics {
            return faults.all
        }
    }

    @Test("a clause keeps everything that the register says of it")
    func allKeys() throws {
        let register = try #require(ruleset("""
              - id: SX-3.1.4-3
                section: 三(一)4
                term: {zh: 献血屋数, en: Blood-donation houses}
                subject: region
                requires: {at_least: 1 个, between: [1, 2 个], about: {value: 45%, tolerance: 2pp}}
                per: county
                due: {date: 2025-12-31, stated: false}
                baseline: {period: 2020, value: 1.69 人/万人}
                binding: strive
                hedge: 逐步
                reading: {zh: 每县分别计算, en: each county by itself}
                rejected: [{zh: 全市合计, en: the city in all}]
                responsible: [市卫生健康委]
                open_list: true
                rules: [a]
                conflicts: [{with: B, why: 数目不同}]
              - {id: B, section: 专栏3, term: 研修, uncheckable: {reason: no_threshold, why: 弹性要求}}
              - {id: C, section: 四, term: 重申, same_as: B}

            """.replacing("\n            ", with: "\n")).register)
        #expect(register.clauseList.map(\.id) == ["SX-3.1.4-3", "B", "C"])
        let clause = try #require(register.clause("SX-3.1.4-3"))
        #expect(clause.requires.map(\.kind) == ["at_least", "between", "about"])
        #expect(clause.requires.map(\.limit) == ["1 个", "1, 2 个", "value: 45%, tolerance: 2pp"])
        #expect(clause.due?.date.description == "2025-12-31" && clause.due?.isStated == false)
        #expect(clause.baseline?.period.description == "2020" && clause.baseline?.value == "1.69 人/万人")
        #expect(clause.binding == .strive && clause.hedge == "逐步" && clause.isOpenList)
        #expect(clause.term.en == "Blood-donation houses" && clause.reading?.zh == "每县分别计算")
        #expect(clause.rejected.map(\.en) == ["the city in all"] && clause.responsible == ["市卫生健康委"])
        #expect(clause.subject == "region" && clause.per == "county" && clause.rules.map(\.id) == ["a"])
        #expect(clause.conflicts.map(\.with) == ["B"])
        #expect(register.clause("B")?.uncheckable?.reason == .noThreshold)
        #expect(register.clause("C")?.restates == "B")
    }

    @Test("every clause is encoded, uncheckable, forgotten or restated, and only one of these")
    func partition() throws {
        let register = """
              - {id: A, section: 一, term: 一, rules: [a]}
              - {id: B, section: 二, term: 二}
              - {id: C, section: 三, term: 三, uncheckable: {reason: aspiration}}
              - {id: D, section: 四, term: 四}
              - {id: E, section: 五, term: 五, same_as: F}
              - {id: F, section: 六, term: 六, same_as: D}

            """
        let ruleset = try ruleset(register, rules: Self.rule("a") + Self.rule("b", clause: "B"))
        let coverage = RegisterCoverage(of: try #require(ruleset.register), by: ruleset.rules)
        #expect(coverage.encoded.map(\.clause.id) == ["A", "B"])
        #expect(coverage.encoded.map(\.rules) == [["a"], ["b"]])
        #expect(coverage.uncheckable.map(\.id) == ["C"])
        #expect(coverage.forgotten.map(\.id) == ["D"])
        #expect(coverage.restated.map(\.id) == ["E", "F"])
        #expect(coverage.count == 4)
        #expect(["A", "E", "F"].map(coverage.original) == ["A", "D", "D"])
    }

    @Test("a long chain of restatements ends at its original")
    func chain() throws {
        let links = (1..<3000).map { "  - {id: C\($0), section: 一, term: 一, same_as: C\($0 - 1)}\n" }.reversed().joined()
        let ruleset = try ruleset("  - {id: C0, section: 一, term: 一, rules: [a]}\n" + links)
        let coverage = RegisterCoverage(of: try #require(ruleset.register), by: ruleset.rules)
        #expect(coverage.count == 1 && coverage.restated.count == 2999)
        #expect(coverage.original(of: "C2999") == "C0")
    }

    @Test("a circle is reported once, however many chains lead into it")
    func circle() throws {
        let register = """
              - {id: X, section: 一, term: 一, same_as: A}
              - {id: A, section: 一, term: 一, same_as: B}
              - {id: B, section: 一, term: 一, same_as: A}
              - {id: Y, section: 一, term: 一, same_as: X}

            """
        let faults = try faults(register, rules: Self.rule("a"))
        #expect(faults.map(\.code.rawValue) == ["same-as-cycle"])
        #expect(faults.first?.message.en.hasSuffix("A → B → A") == true)
    }

    @Test("what a register says of rules that could not be read is not held against it")
    func brokenRules() throws {
        let faults = try faults("  - {id: A, section: 一, term: 一, rules: [b]}\n", rules: "  - {id: b, title: b, for: t}\n")
        #expect(faults.map(\.code.rawValue) == ["no-requirement"])
    }

    @Test("a rule may name a clause that lists no rules, and a clause a rule that names no clause")
    func oneSide() throws {
        let register = "  - {id: A, section: 一, term: 一}\n  - {id: B, section: 一, term: 一, rules: [b]}\n"
        let ruleset = try ruleset(register, rules: Self.rule("a", clause: "A") + Self.rule("b"))
        #expect(ruleset.register != nil)
    }

    @Test("thousands of names that fit nothing are counted, and only the first are worded")
    func manyFaults() throws {
        let names = (0..<20_000).map { "x\($0)" }.joined(separator: ", ")
        let faults = try faults("  - {id: A, section: 一, term: 一, rules: [\(names)]}\n", rules: Self.rule("a"))
        #expect(faults.count == Diagnostics.limit)
    }
}
