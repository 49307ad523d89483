import Diagnostics
import OrderedCollections
import Plumbline
import Testing

@Suite("what cases give") struct CaseLoadingTests {
    private func cases(example: String = "{}", _ lines: String...) throws -> [RuleCase] {
        let vocabulary = """
            vocabulary: v
            tables:
              owner: {key: [id], fields: {id: {type: string}, name: {type: string}, level: {type: string}}}
              ward:
                key: [id]
                fields: {id: {type: string}, owner: {references: owner, list: wards}, beds: {type: integer}, kinds: {type: string, many: true}}
              person: {key: row, fields: {ward: {references: ward, list: staff}, role: {type: string}}}
            """
        let ruleset = """
            ruleset: r
            uses: [v.yaml]
            rules:
              - id: a
                title: a
                for: ward
                require: beds > 3
                example: \(example)
                cases:

            """ + lines.map { "      - {name: a, outcome: pass, \($0)}\n" }.joined()
        let book = try Fixture.book(["v.yaml": vocabulary, "ruleset.yaml": ruleset])
        #expect(Fixture.faults(of: book).isEmpty)
        return try #require(book.rules.first).cases
    }

    /// A record as a text, its fields in their order.
    private func text(_ record: RuleCase.Record) -> String {
        "{" + record.map { "\($0.key): \(text($0.value.content))" }.joined(separator: ", ") + "}"
    }

    private func text(_ content: RuleCase.Given.Content) -> String {
        switch content {
        case .text(let value): value ?? "~"
        case .record(let record): text(record)
        case .list(let items): "[" + items.map { ($0.count == 1 ? "" : "\($0.count) × ") + text($0.content) }.joined(separator: ", ") + "]"
        }
    }

    @Test("a case starts from the example: mappings merge, lists and values replace")
    func merging() throws {
        let cases = try cases(
            example: "{beds: 3, owner: {name: 甲, level: 市}, staff: [{role: 医生}, {role: 护士}]}",
            "given: {beds: 4}", "given: {owner: {level: 县}}", "given: {staff: []}", "given: {owner: ~, kinds: [一, 二]}",
            "given: {staff: [{repeat: 15, of: {role: 医生}}, {role: 护士}]}")
        #expect(cases.map { text($0.given) } == [
            "{beds: 4, owner: {name: 甲, level: 市}, staff: [{role: 医生}, {role: 护士}]}",
            "{beds: 3, owner: {name: 甲, level: 县}, staff: [{role: 医生}, {role: 护士}]}",
            "{beds: 3, owner: {name: 甲, level: 市}, staff: []}",
            "{beds: 3, owner: ~, staff: [{role: 医生}, {role: 护士}], kinds: [一, 二]}",
            "{beds: 3, owner: {name: 甲, level: 市}, staff: [15 × {role: 医生}, {role: 护士}]}",
        ])
    }

    @Test("each of a case's records and periods has what it gives on top of the rest")
    func groups() throws {
        let cases = try cases(
            example: "{owner: {name: 甲}}",
            "given: {beds: 3}, records: [{}, {repeat: 2, of: {beds: 4}}, {owner: {level: 市}}]",
            "period: 2021, periods: {2021: {beds: 5}, 2020: {observed: 7}}, as_of: 2022-01-01")
        #expect(cases[0].records.map { "\($0.count) \(text($0.content))" } == [
            "1 {owner: {name: 甲}, beds: 3}", "2 {owner: {name: 甲}, beds: 4}", "1 {owner: {name: 甲, level: 市}, beds: 3}",
        ])
        #expect(cases[1].period?.description == "2021")
        #expect(cases[1].periods.map { "\($0.period) \(text($0.record))" } == [
            "2020 {owner: {name: 甲}, observed: 7}", "2021 {owner: {name: 甲}, beds: 5}",
        ])
        #expect(cases[1].asOf?.description == "2022-01-01")
    }

    @Test("a case may stand for a hundred thousand records")
    func many() throws {
        let cases = try cases("records: [{repeat: 50000, of: {}}, {repeat: 50000, of: {}}]", "given: {staff: [{repeat: 100000, of: {}}]}")
        #expect(cases[0].records.map(\.count) == [50_000, 50_000])
    }
}
