import Diagnostics
import Plumbline
import Testing

@Suite("figures made from sensitive cells")
struct SensitiveListTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          region: {key: [id], fields: {id: {type: string}}}
          unit:
            key: [id]
            fields:
              id: {type: string}
              region: {references: region, list: units}
              mean_pay: {type: decimal, unit: 元, expression: "staff.avg(s, s.pay)"}
          staff:
            key: [id]
            fields: {id: {type: string}, unit: {references: unit, list: staff}, pay: {type: decimal, unit: 元, range: 0.., sensitive: true}, age: {type: integer, range: 0..}}
          year:
            key: [id, year]
            period: year
            fields: {id: {type: string}, year: {type: period}, pay: {type: decimal, unit: 元, sensitive: true}}

        """

    private static let files = [
        "region.csv": "id\nN\nS\n", "unit.csv": "id,region\nA,N\nB,S\n", "staff.csv": "id,unit,pay,age\n1,A,40,30\n2,B,40,30\n3,B,60,30\n",
        "year.csv": "id,year,pay\nA,2024,40\nA,2025,50\n",
    ]

    private static let rules: [(rule: String, lines: [String])] = [
        ("for: unit, observe: 'staff.avg(s, s.pay)', target: {at_least: 10 元}", ["masked", "50 40"]),
        ("for: unit, observe: mean_pay, target: {at_least: 10 元}", ["masked", "50 40"]),
        ("for: unit, observe: 'staff.filter(s, s.id != \"2\").sum(s, s.pay)', target: {at_least: 10 元}", ["masked", "masked"]),
        ("for: unit, observe: 'staff.max(s, s.pay)', target: {at_least: 10 元}", ["masked", "masked"]),
        ("for: unit, observe: 'staff.avg(s, s.age)', target: {at_least: 10}", ["30 20", "30 20"]),
        ("for: unit, observe: staff.count(), target: {at_least: 1}", ["1 0", "2 1"]),
        ("for: region, observe: 'units.avg(u, u.staff.avg(s, s.pay))', target: {at_least: 10 元}", ["masked", "50 40"]),
        ("for: region, observe: 'units.avg(u, u.mean_pay)', target: {at_least: 10 元}", ["masked", "50 40"]),
        ("for: year, period: 2025, observe: previous.pay, target: {at_least: 10 元}", ["masked"]),
        ("for: year, period: 2025, observe: at(2024).pay * 2, target: {at_least: 10 元}", ["masked"]),
    ]

    @Test("a single record's sensitive cell is not told by what goes over a list, a definition or another period", arguments: rules)
    func withheld(rule: String, lines: [String]) throws {
        let run = try SubmissionFixture(vocabulary: Self.vocabulary, rules: [rule]).run(Self.files)
        #expect(run.lines.map { $0.split(separator: " ").dropFirst(3).joined(separator: " ") } == lines)
    }
}
