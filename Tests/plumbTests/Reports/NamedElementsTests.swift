import Testing

@Suite("what a text report names of lists") struct NamedElementsTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          unit: {title: {zh: 机构, en: Unit}, key: [id], label: name, fields: {id: {type: string, aliases: [机构编码]}, name: {type: string}}}
          paper: {key: [id], valid: {from: since}, fields: {id: {type: string}, unit: {references: unit, list: papers}, item: {type: string}, since: {type: date}}}

        """
    private static let papers = "id,unit,item,since\n1,A,one,2020-01-01\n2,A,odd,2020-01-01\n3,B,one,2020-01-01\n4,B,two,\n"

    private func text(_ rule: String, units: String = "id,name\nA,Alpha\nB,Beta\n", language: String = "en") throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(Self.vocabulary, to: "rules/v.yaml")
        let header = "ruleset: s\nplan: {title: A, to: 2025-12-31}\nuses: [v.yaml]\nparams: {items: {type: list(string), value: [one, two]}}\n"
        try folder.write("\(header)rules:\n  - {id: r, title: R, for: unit, \(rule)}\n", to: "rules/r.yaml")
        try folder.write(units, to: "data/unit.csv")
        try folder.write(Self.papers, to: "data/paper.csv")
        return try Command(folder: folder).run("check", "rules", "--data", "data", "--as-of", "2026-01-01", "--lang", language).output
    }

    private static let all = "require: \"params.items.all(k, papers.exists(p, p.item == k))\""
    private static let same = "observe: papers, target: {same_set: {by: item, as: params.items}}"

    @Test("a condition on all says of which elements it does not hold, and which row leaves it open", arguments: [
        (all, ["does not hold of: two", "papers.since since (blank) (data/paper.csv:5)"]),
        ("\(all), coverage: {at_least: 100%}", ["Alpha (A): the condition does not hold: does not hold of two", "Beta (B): not reported: since (blank) (data/paper.csv:5)"]),
    ])
    func elements(rule: String, parts: [String]) throws {
        let text = try text(rule)
        for part in parts { #expect(text.contains(part), "\(text)") }
    }

    @Test("two sets are told apart in words", arguments: [
        (same, "en", ["not the same as one, two: 1 missing, 1 extra", "missing: two", "extra: odd", "to close: add the 1 missing, and take out the 1 extra"]),
        (same, "zh", ["与 one、two 不一致，缺少 1 项，多出 1 项", "缺少：two", "多出：odd", "达标所需：补上缺少的 1 项，并去掉多出的 1 项"]),
        ("\(same), coverage: {at_least: 100%}", "en", ["Alpha (A): missing two; extra odd"]),
        ("observe: papers, target: {same_set: {by: item, as: \"['one', 'two', 'odd']\", extra: allowed}}", "en", ["not all of one, two, odd: 1 missing"]),
    ])
    func sets(rule: String, language: String, parts: [String]) throws {
        let text = try text(rule, language: language)
        for part in parts { #expect(text.contains(part), "\(text)") }
        #expect(!text.contains("limit = 0"))
    }

    @Test("a key whose header nobody knows is told first of what is wrong", arguments: ["en", "zh"])
    func lostKey(language: String) throws {
        let text = try text(Self.all, units: "机构编号码,name\nA,Alpha\nB,Beta\n", language: language)
        let head = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(11).joined(separator: "\n")
        #expect(head.contains("data/unit.csv:1") && head.contains("机构编码"), "\(text)")
        #expect(!text.contains("✗"), "\(text)")
    }
}
