import Diagnostics
import Plumbline
import Testing

@Suite("what a condition on all of a list does not hold of")
struct LackingElementsTests {
    private static let tables = [
        "unit: {key: [id], fields: {id: {type: string}, rank: {type: integer}}}",
        "paper: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: papers}, item: {type: string}, secret: {type: string, sensitive: true}}}",
    ]
    private static let params = "params: {items: {type: list(string), value: [首诊, 查房, 会诊, 交接]}}"
    private static let papers = "id,unit,item,secret\n1,A,首诊,s\n2,A,会诊,s\n3,B,首诊,s\n4,B,查房,s\n5,B,会诊,s\n6,B,交接,s\n"

    private func findings(_ rule: String, papers: String = papers) throws -> [Finding] {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: unit, \(rule)"], header: Self.params)
        return try fixture.run([("unit", "id,rank\nA,1\nB,2\nC,3\n"), ("paper", papers)]).findings
    }

    private static let all = "require: \"params.items.all(k, papers.exists(p, p.item == k))\""

    @Test("a finding names the elements, where they are values")
    func values() throws {
        let found = try findings(Self.all)
        #expect(found.map(\.reason) == [.conditionFalse, .conditionTrue, .conditionFalse])
        #expect(found.map { $0.group?.names.map(\.names) ?? [] } == [[["查房", "交接"]], [], [["首诊", "查房", "会诊", "交接"]]])
        #expect(found[0].group?.names.first?.title == Localized(zh: "不满足", en: "does not hold of"))
    }

    @Test("so does each member of a group, the first few of them")
    func members() throws {
        let members = try #require(try findings("\(Self.all), coverage: {at_least: 100%}").first?.group?.members)
        #expect(members.map { "\($0.record.name): \($0.names.flatMap(\.names))" } == ["A: [\"查房\", \"交接\"]", "C: [\"首诊\", \"查房\", \"会诊\", \"交接\"]"])
        let many = (1...9).map { "'k\($0)'" }.joined(separator: ", ")
        let bounded = try findings("require: \"[\(many)].all(k, papers.exists(p, p.item == k))\", coverage: {at_least: 100%}")
        #expect(bounded[0].group?.members.first?.names.map { [$0.names.count, $0.leftOut] } == [[5, 4]])
    }

    @Test("records of a list are told as members, and among a member's elements by name")
    func records() throws {
        let rule = "where: papers.count() > 0, require: \"papers.all(p, p.item != '查房')\""
        let single = try findings(rule)
        #expect(single[1].group?.members.map(\.record.name) == ["4"] && single[1].group?.names.isEmpty == true)
        let group = try findings("\(rule), coverage: {at_least: 100%}")
        #expect(group[0].group?.members.map { "\($0.record.name): \($0.names.flatMap(\.names))" } == ["B: [\"4\"]"])
    }

    @Test("elements that would tell something sensitive are not named, nor are any where the condition asks of none or holds")
    func withheld() throws {
        #expect(try findings("require: \"params.items.all(k, papers.exists(p, p.secret == k))\"").allSatisfy { $0.group?.names.isEmpty ?? true })
        #expect(try findings("require: \"!params.items.all(k, papers.count() > 0)\"").allSatisfy { $0.group?.names.isEmpty ?? true })
        #expect(try findings("require: \"rank > 5 || papers.exists(p, p.item == 'x')\"").allSatisfy { $0.group?.names.isEmpty ?? true })
    }

    @Test("members of a group that lack something of a set, or have more, are told with what")
    func sets() throws {
        let rule = "observe: papers, target: {same_set: {by: item, as: params.items}}, coverage: {at_least: 100%}"
        let members = try #require(try findings(rule, papers: Self.papers + "7,A,外,s\n").first?.group?.members)
        #expect(members.first { $0.record.name == "A" }?.names.map { "\($0.title.en) \($0.names)" } == ["missing [\"查房\", \"交接\"]", "extra [\"外\"]"])
    }
}
