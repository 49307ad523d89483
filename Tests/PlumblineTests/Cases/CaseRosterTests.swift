import Diagnostics
import Testing

@testable import Plumbline

@Suite("cases with a roster") struct CaseRosterTests {
    private static func failures(_ rule: String, _ example: String) throws -> [String] {
        let rules = "  - {id: r, title: t, due: 2025-12-31, \(rule), cases: [{name: n, \(example)}]}\n"
        return CaseRunner(try Fixture.plan(vocabulary: CountyVocabulary.text, rules: rules)).run().failures.sorted.map(\.message.en)
    }

    private static let wards = "for: facility, where: kind == '病区', coverage: {per: region.county, at_least: 1 个}"

    @Test("a group of whom nothing came is judged where the case says that it has to answer", arguments: [
        (wards, "records: [], roster: [甲县], outcome: fail, closes: 1"),
        (wards, "roster: [甲县], outcome: fail, closes: 1"),
        (wards, "records: [{kind: 病区, region: {id: 甲县, level: 县}}], roster: [甲县], outcome: pass"),
        (wards, "records: [{kind: 病区, region: {id: 甲县, level: 县}}], roster: [甲县, 乙县], outcome: fail"),
        (wards, "records: [], roster: [{id: 甲市, level: 市}, {id: 甲县, level: 县}], outcome: fail"),
        ("for: facility, require: kind == '病区', coverage: {per: region, at_least: 1 个}", "records: [], roster: [甲县], outcome: fail"),
        ("for: facility, require: kind == '病区'", "records: [], roster: [F1], outcome: not_measured, reason: no_record"),
        ("for: region_year, period: 2025, require: people > 0", "records: [], roster: [甲县], outcome: not_measured, reason: no_record"),
    ])
    func judged(rule: String, example: String) throws {
        #expect(try Self.failures(rule, example) == [])
    }

    @Test("what is no record with a key is told, and so is a field that there is not", arguments: [
        ("roster: [{level: 县}]", "case-roster"), ("roster: [{repeat: 2, of: {id: A}}]", "case-roster"),
        ("roster: [{id: A, nme: 甲}]", "unknown-field"),
    ])
    func broken(roster: String, code: DiagnosticCode) throws {
        #expect { try Self.failures(Self.wards, "records: [], \(roster), outcome: fail") } throws: { error in
            (error as? Diagnostics)?.all.first?.code == code
        }
    }
}
