import Diagnostics
import Foundation
import Plumbline
import Testing

@Suite("Profiles and parameters without a value") struct ProfileTests {
    private static let vocabulary = """
        vocabulary: v
        enumerations: {grade: {order: [丙, 乙, 甲]}}
        tables:
          clinic:
            key: [id]
            label: name
            fields: {id: {type: string}, name: {type: string}, region: {type: string}, grade: {type: grade}, beds: {type: integer, unit: 张}}

        """
    private static let data = "id,name,region,grade,beds\n1,甲诊所,东,甲,12\n2,乙诊所,东,丙,7\n3,丙诊所,西,乙,\n"

    private func plan(_ rules: String, params: String = "{}", profile: String? = nil) throws -> AuditPlan {
        var files = [
            "vocabulary.yaml": Self.vocabulary,
            "ruleset.yaml": "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\ndue: 2025\nparams: \(params)\nrules:\n\(rules)",
        ]
        if let profile { files["audit.yaml"] = "profile: audit\nof: test\n\(profile)" }
        return try Fixture.plan(files, profile: profile == nil ? nil : "audit")
    }

    private func run(_ plan: AuditPlan) throws -> (findings: [Finding], totals: RunTotals) {
        try Fixture.run(plan, table: "clinic", csv: Self.data)
    }

    private static let unset = "{class: {type: grade, why: 遮盖}, scope: {type: string, why: 遮盖}, least: {type: quantity, unit: 张, why: 遮盖}, share: {type: quantity, unit: '%', why: 遮盖}}"

    @Test("what rests on a parameter without a value is not measured, and says so", arguments: [
        ("observe: grade, target: {reaches: {value: params.class}}", ["parameter_unset", "parameter_unset", "parameter_unset"]),
        ("observe: beds, target: {at_least: {value: params.least}}", ["parameter_unset", "parameter_unset", "parameter_unset"]),
        ("where: region == params.scope, require: beds > 3", ["parameter_unset", "parameter_unset", "parameter_unset"]),
        ("where: beds > 0 && region == params.scope, require: beds > 3", ["parameter_unset", "parameter_unset", "parameter_unset"]),
        ("where: region == '西' && region == params.scope, require: beds > 3", ["out_of_scope", "out_of_scope", "parameter_unset"]),
        ("require: beds > 10 || grade >= params.class", ["condition_true", "parameter_unset", "parameter_unset"]),
        ("where: region == params.scope, require: beds > 3, missing: against", ["parameter_unset", "parameter_unset", "parameter_unset"]),
        ("where: region == params.scope, coverage: {at_least: 60%}", ["parameter_unset"]),
        ("where: region == params.scope, require: beds > 3, coverage: {at_least: 60%}, missing: against", ["parameter_unset"]),
        ("where: region == params.scope, require: beds > 3, coverage: {at_least: 60%}, missing: skip", ["parameter_unset"]),
        ("require: beds > 3 || grade == params.class, coverage: {at_least: 2 个}", ["coverage_met"]),
        ("require: beds > 3, coverage: {at_least: {value: params.share}}", ["parameter_unset"]),
    ])
    func unset(rule: String, reasons: [String]) throws {
        let plan = try plan("  - {id: a, title: a, for: clinic, \(rule)}\n", params: Self.unset)
        #expect(try run(plan).findings.map(\.reason.rawValue) == reasons)
        #expect(plan.rules[0].unsetParameters.count == 1)
        #expect(plan.book.faults.all.filter { $0.code == "parameter-unset" }.map(\.message.en).allSatisfy { $0.contains(": a") })
    }

    @Test("the unit of a parameter without a value is held against what is observed", arguments: [
        ("observe: beds, target: {at_least: {value: params.share}}", "unit-mismatch"),
        ("observe: grade, target: {reaches: {value: params.least}}", "limit-type"),
    ])
    func units(rule: String, code: String) throws {
        #expect {
            _ = try plan("  - {id: a, title: a, for: clinic, \(rule)}\n", params: Self.unset)
        } throws: { ($0 as? Diagnostics)?.all.map(\.code.rawValue).contains(code) ?? false }
    }

    @Test("a profile sets parameters, the ruleset's days and policies, and keys of rules")
    func settings() throws {
        let rules = "  - {id: a, title: a, for: clinic, observe: grade, target: {reaches: {value: params.class}}}\n"
            + "  - {id: b, title: b, for: clinic, where: region == '东', observe: beds, target: {at_least: 10 张}}\n"
        let plan = try plan(
            rules, params: "{class: {type: grade, why: 遮盖}}",
            profile: "set: {params.class: 乙, due: 2026-06-30, rules.b.target.at_least: 7 张, rules.b.where: ~}\n")
        let findings = try run(plan).findings
        #expect(plan.rules[0].limit?.text == "乙 (params.class)")
        #expect(findings.filter { $0.rule == 0 }.map(\.reasonToday) == [.withinLimit, .beyondLimit, .withinLimit])
        #expect(findings.filter { $0.rule == 1 }.map { $0.reasonToday ?? $0.reason } == [.withinLimit, .withinLimit, .missing])
        #expect(plan.book.faults.isEmpty)
    }

    private static let floor = "  - {id: floor, title: a, for: clinic, observe: beds, target: {at_least: 10 张}}\n"

    @Test("a record that is let pass is waived, whatever it comes to, and the finding keeps that", arguments: [
        ("乙诊所", Reason.beyondLimit), ("1", .withinLimit), ("丙诊所", .missing),
    ])
    func waived(record: String, without: Reason) throws {
        let plan = try plan(Self.floor, profile: "waivers: [{rule: floor, record: \(record), why: 复评中, until: 2026-01-01}]\n")
        let (findings, totals) = try run(plan)
        let waived = try #require(findings.first { $0.outcome == .waived })
        #expect(waived.reason == .waived && waived.reasonWithoutWaiver == without)
        #expect(waived.waiver?.why.zh == "复评中" && waived.waiver?.until.description == "2026-01-01")
        #expect(findings.count == 3 && totals.count(.waived) == 1 && totals.dataProblems.isEmpty)
    }

    @Test("a waiver whose time is over has no effect, and one that fits nobody or several is a data problem")
    func ineffective() throws {
        let over = try run(plan(Self.floor, profile: "waivers: [{rule: floor, record: 乙诊所, why: 复评中, until: 2025-12-31}]\n"))
        #expect(over.totals.count(.waived) == 0)
        let unknown = try run(plan(Self.floor, profile: "waivers: [{rule: floor, record: 丁诊所, why: 复评中, until: 2026-12-31}]\n"))
        #expect(unknown.totals.dataProblems.map(\.code.rawValue) == ["unknown-waiver"])
        let several = try Fixture.run(
            plan(Self.floor, profile: "waivers: [{rule: floor, record: 乙诊所, why: 复评中, until: 2026-12-31}]\n"), table: "clinic",
            csv: Self.data + "4,乙诊所,西,乙,3\n")
        #expect(several.totals.dataProblems.map(\.code.rawValue) == ["ambiguous-waiver"])
        #expect(several.totals.count(.waived) == 0)
    }

    @Test("what the plan itself exempts stays exempted, and nobody out of scope hides a waiver")
    func precedence() throws {
        let rule = "  - {id: floor, title: a, for: clinic, where: region == '东', except: 甲诊所, observe: beds, target: {at_least: 10 张}}\n"
        let waivers = ["甲诊所", "丙诊所"].map { "{rule: test/floor, record: \($0), why: 复评中, until: 2026-12-31}" }.joined(separator: ", ")
        let findings = try run(plan(rule, profile: "waivers: [\(waivers)]\n")).findings
        #expect(findings.map(\.reason) == [.excepted, .beyondLimit, .waived])
        #expect(findings.last?.reasonWithoutWaiver == .outOfScope)
    }

    @Test("a member that is let pass is left out of its group and told by name; a group can be let pass as a whole")
    func groups() throws {
        let rule = "  - {id: most, title: a, for: clinic, where: region == '东', require: beds >= 10, coverage: {at_least: 100%, per: region}}\n"
        let member = try run(plan(rule, profile: "waivers: [{rule: most, record: 乙诊所, why: 复评中, until: 2026-12-31}]\n"))
        #expect(member.findings.map(\.reason) == [.waived, .coverageMet])
        #expect(member.findings[0].reasonWithoutWaiver == .conditionFalse)
        let group = try run(plan(rule, profile: "waivers: [{rule: most, record: 东, why: 复评中, until: 2026-12-31}]\n"))
        #expect(group.findings.map(\.reason) == [.waived])
        #expect(group.findings[0].reasonWithoutWaiver == .coverageShort && group.totals.dataProblems.isEmpty)
    }

    @Test("whoever is let pass is let pass however the clause is read, and that makes no verdict hold or not hold")
    func readings() throws {
        let waiver = "waivers: [{rule: floor, record: 乙诊所, why: 复评中, until: 2026-12-31}]\n"
        func lines(_ readings: String, profile: String? = waiver) throws -> [[String]] {
            let rule = "  - {id: floor, title: a, for: clinic, observe: beds, target: {at_least: 10 张}, other_readings: [\(readings)]}\n"
            return try run(plan(rule, profile: profile)).findings.map(readingLines)
        }
        let lax = "{name: lax, set: {target.at_least: 5 张}}"
        #expect(try lines(lax, profile: nil) == [["lax within_limit 7 yes"], ["lax within_limit 2 no"], ["lax missing yes"]])
        #expect(try lines(lax) == [["lax within_limit 7 yes"], ["lax waived 2 no"], ["lax missing yes"]])
        let strict = "{name: strict, set: {target.at_least: 11 张}}"
        #expect(try lines(strict) == [["strict within_limit 1 yes"], ["strict waived -4 yes"], ["strict missing yes"]])
        // A reading of groups, of which the waiver names none.
        let region = "{name: region, set: {coverage: {at_least: 100%, per: region}}}"
        #expect(try lines(region).map { $0.map { $0.suffix(3) } } == [[" no"], [" no"], ["yes"]])
    }

    @Test("a group that is let pass holds under readings that come to the same without the waiver")
    func groupReadings() throws {
        let rule = """
              - {id: most, title: a, for: clinic, where: region == '东', require: beds >= 10, coverage: {at_least: 100%, per: region}, \
            other_readings: [{name: all, set: {coverage: {at_least: 100%}}}, {name: half, set: {coverage: {at_least: 50%}}}]}

            """
        let findings = try run(plan(rule, profile: "waivers: [{rule: most, record: 东, why: 复评中, until: 2026-12-31}]\n")).findings
        #expect(findings.map(\.reason) == [.waived])
        #expect(findings.map(readingLines) == [["all coverage_short -0.5 yes", "half coverage_met 0 no"]])
    }

    @Test("a run in which everybody is let pass has decided nothing")
    func allWaived() throws {
        let waivers = ["甲诊所", "乙诊所", "丙诊所"].map { "{rule: floor, record: \($0), why: 复评中, until: 2026-12-31}" }.joined(separator: ", ")
        let totals = try run(plan(Self.floor, profile: "waivers: [\(waivers)]\n")).totals
        #expect(totals.count(.waived) == 3 && !totals.decidedAnything && !totals.summaries[0].decidedAnything)
    }

    @Test("the ledger of a rule on groups counts who is let pass as waived, and the group's own without them")
    func waivedInLedger() throws {
        let rule = "  - {id: most, title: a, for: clinic, where: region == '东', require: beds >= 10, coverage: {at_least: 100%, per: region}}\n"
        let run = try run(plan(rule, profile: "waivers: [{rule: most, record: 乙诊所, why: 复评中, until: 2026-12-31}]\n"))
        let ledger = run.totals.summaries[0].ledger
        #expect(ledger.records == 3 && ledger.counted == 2 && ledger.excluded == 1)
        #expect(run.findings.last?.group?.ledger.records == 1)
    }

    @Test("a disabled rule judges nothing until its time is over, and its status says so", arguments: [
        ("2026-01-01", RuleSummary.Status.disabled, 0), ("2025-12-31", .judged, 3),
    ])
    func disabled(until: String, status: RuleSummary.Status, count: Int) throws {
        let (findings, totals) = try run(plan(Self.floor, profile: "disabled: [{rule: floor, why: 未采集, until: \(until)}]\n"))
        #expect(findings.count == count)
        #expect(totals.summaries[0].status == status)
        #expect(totals.decidedAnything == (count > 0))
    }

    @Test("cases are about what a rule says, and not about who is let pass")
    func cases() throws {
        let rule = Self.floor.replacing("}}", with: "}, cases: [{name: a, given: {name: 乙诊所, beds: 7}, outcome: fail}]}")
        let profile = "waivers: [{rule: floor, record: 乙诊所, why: 复评中, until: 2099-12-31}]\ndisabled: [{rule: floor, why: a, until: 2099-12-31}]\n"
        let result = CaseRunner(try plan(rule, profile: profile)).run()
        #expect(result.caseCount == 1 && result.failedCaseCount == 0, "\(result.failures)")
    }

    @Test("what ends within thirty days, or has ended, is told ahead", arguments: [
        ("2026-01-31", ["waiver-ends", "suspension-ends"]), ("2026-02-01", []), ("2025-12-31", ["waiver-expired", "suspension-expired"]),
    ])
    func terms(until: String, codes: [String]) throws {
        let profile = "waivers: [{rule: floor, record: 乙诊所, why: a, until: \(until)}]\ndisabled: [{rule: floor, why: a, until: \(until)}]\n"
        let warnings = ProfileTerms(try plan(Self.floor, profile: profile).book, asOf: try Fixture.day).warnings
        #expect(Set(warnings.all.map(\.code.rawValue)) == Set(codes))
    }
}
