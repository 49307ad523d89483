import Testing

@Suite("cells that cannot be read, by name") struct UnreadableCellTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          town: {key: [id], fields: {id: {type: string}}}
          t: {key: [id], fields: {id: {type: string}, town: {references: town, list: all}, x: {type: integer}, pay: {type: integer, sensitive: true}}}

        """

    private func text(_ rule: String, cell: String = "about 90", pay: String = "1") throws -> String {
        let folder = try TemporaryFolder()
        try folder.write(Self.vocabulary, to: "rules/v.yaml")
        try folder.write("ruleset: s\nplan: {title: A, to: 2025-12-31}\nuses: [v.yaml]\nrules:\n  - {id: r, title: R, \(rule)}\n", to: "rules/r.yaml")
        try folder.write("id\nA\n", to: "data/town.csv")
        try folder.write("id,town,x,pay\na,A,\(cell),\(pay)\nb,A,5,1\n", to: "data/t.csv")
        return try Command(folder: folder).run("check", "rules", "--data", "data", "--as-of", "2026-01-01", "--outcomes", "all", "--lang", "en").output
    }

    @Test("a long text is cut, and where it stands is not")
    func long() throws {
        let text = try text("for: t, observe: x, target: {at_least: 3}", cell: String(repeating: "x", count: 500))
        #expect(text.contains("…' (t.csv:2)") || text.contains("…' (data/t.csv:2)"))
    }

    @Test("a member of a group says which of its cells it is", arguments: [
        "for: t, require: x > 3, coverage: {at_least: 100%}", "for: t, require: x > 3, coverage: {at_least: 100%, per: x}",
    ])
    func members(rule: String) throws {
        let text = try text(rule)
        #expect(text.contains("cannot be read: x 'about 90' ("), "\(text)")
    }

    @Test("a sensitive one says where it stands, and not what")
    func sensitive() throws {
        let text = try text("for: t, require: pay > 3, coverage: {at_least: 100%}", pay: "SECRET")
        #expect(text.contains("cannot be read: pay ("), "\(text)")
        #expect(!text.contains("SECRET"))
    }
}
