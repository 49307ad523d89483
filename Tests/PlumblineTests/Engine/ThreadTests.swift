import Diagnostics
import Plumbline
import Testing

@Suite("judging on several threads") struct ThreadTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          house: {key: [id], fields: {id: {type: string}, town: {type: string}, beds: {type: integer, range: 0..}, \
        staff_count: "staff.size()", paid: "staff.sum(s, s.pay)"}}
          staff: {key: [id], fields: {id: {type: string}, house: {references: house, list: staff}, pay: {type: integer, sensitive: true}, \
        band: {type: string, sensitive: true}}}
        """
    private static let rules = """
          - {id: pay, title: {zh: 甲, en: A}, for: staff, where: "id != 'S7'", observe: pay, target: {at_least: 30}, missing: bounds, \
        except: [S11, nobody]}
          - {id: named, title: {zh: 乙, en: B}, for: house, subjects: [H3, H1000, H4000], require: beds > 50}
          - {id: paid, title: {zh: 丙, en: C}, for: house, observe: paid / staff_count, target: {at_least: 40}, \
        other_readings: [{name: beds, set: {observe: beds}}, {name: all of them, set: {require: beds > 20, observe: ~, target: ~, coverage: {at_least: 50%}}}]}
          - {id: towns, title: {zh: 丁, en: D}, for: house, require: beds > 40, coverage: {at_least: 60%, per: town}}
          - {id: bands, title: {zh: 戊, en: E}, for: staff, require: pay > 40, coverage: {at_least: 60%, per: band}, \
        other_readings: [{name: most, set: {coverage: {at_least: 30%, per: band}}}]}
          - {id: houses, title: {zh: 己, en: F}, for: staff, require: pay > 20 && house.paid > 0, coverage: {at_least: 60%, per: house}}
          - {id: same, title: {zh: 庚, en: G}, for: staff, target: {unique: [house, band]}}
          - {id: rows, title: {zh: 辛, en: H}, for: house, observe: staff_count, target: {at_least: 1}}
        """

    /// Thousands of rows, some of them blank, twice or of nobody, by a plain rule.
    private static var files: [(table: String, name: String, text: String)] {
        let houses = (0..<1_100).map { "H\($0),T\($0 % 7),\($0 % 41 == 0 ? "" : "\($0 * 37 % 101)")" }
        let staff = (0..<2_200).map { "S\($0 % 2_190),H\($0 * 13 % 1_110),\($0 % 53 == 0 ? "" : "\($0 * 29 % 97)"),B\($0 * 7 % 11)" }
        return [
            ("house", "house.csv", "id,town,beds\n" + houses.joined(separator: "\n") + "\n"),
            ("staff", "staff.csv", "id,house,pay,band\n" + staff.joined(separator: "\n") + "\n"),
        ]
    }

    @Test("tells the same as judging on one, in the same order", arguments: [2, 5])
    func same(threads: Int) throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: Self.rules)
        let alone = try Fixture.run(plan, tables: Self.files, threads: 1)
        let together = try Fixture.run(plan, tables: Self.files, threads: threads)
        #expect(alone.findings.count > 5_000)
        #expect(Set(alone.findings.map(\.rule)).count == plan.rules.count)
        #expect(together.findings.map { String(reflecting: $0) } == alone.findings.map { String(reflecting: $0) })
        #expect(together.totals.summaries == alone.totals.summaries)
        #expect(together.totals.dataProblems == alone.totals.dataProblems)
    }
}
