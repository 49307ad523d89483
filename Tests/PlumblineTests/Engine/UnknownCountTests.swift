import Diagnostics
import Plumbline
import Testing

@Suite("figures of which a part is not known")
struct UnknownCountTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          ward: {key: [id], fields: {id: {type: string}, name: {type: string, blank: none}}}
          bed: {key: [id], fields: {id: {type: string}, ward: {references: ward, list: beds}, open: {type: boolean}, price: {type: decimal, range: 0..10}}}

        """

    @Test("a count that lies in a range says of how many records it is not known whether they count", arguments: [
        ("observe: 'beds.count(b, b.open)', target: {at_least: 1 张}", "1 张 至 3 张（2 条不明）", "1 to 3 (2 unknown)"),
        ("observe: 'beds.share(b, b.open)', target: {at_least: 20%}", "25% 至 75%（2 条不明）", "25% to 75% (2 unknown)"),
        ("observe: 'beds.sum(b, b.price)', target: {at_least: 1}", "3 至 23", "3 to 23"),
    ])
    func counts(rule: String, chinese: String, english: String) throws {
        let plan = try Fixture.plan(vocabulary: Self.vocabulary, rules: "  - {id: r, title: t, for: ward, \(rule)}\n")
        let beds = "id,ward,open,price\n1,A,是,1\n2,A,,\n3,A,,\n4,A,否,2\n"
        let finding = try #require(try Fixture.run(plan, tables: [("ward", "w.csv", "id,name\nA,甲\n"), ("bed", "b.csv", beds)]).findings.first)
        #expect(finding.reason == .withinLimit)
        let limit = try #require(plan.rules[0].limit)
        let observed = try #require(finding.measurement.observed)
        for (language, text) in [(Language.zh, chinese), (.en, english)] {
            #expect(FigureText(limit, of: finding.measurement, in: language).observed(observed) == text)
        }
    }
}
