import Diagnostics
import TestSupport
import Testing
import YAML

@Suite("Reading a mapping with known keys") struct MappingReaderTests {
    private static let what = Localized(zh: "规则", en: "a rule")

    @Test("an unknown key is answered with the nearest known one, or with all of them") func unknownKeys() throws {
        let faults = try read("id: a\nwehre: b\nzzz: c\n")
        #expect(faults.all.map { $0.location?.description ?? "" } == ["r.yaml:2:1", "r.yaml:3:1"])
        #expect(faults.all.map(\.code) == ["unknown-key", "unknown-key"])
        #expect(faults.all.map(\.help?.en) == ["write where", "there are: id, where"])
    }

    @Test("a hundred thousand keys can be known") func manyKeys() throws {
        let keys = (0..<100_000).map { "key\($0)" }
        var diagnostics = Diagnostics()
        var reader = try #require(MappingReader(try document("key7: a\n"), as: Self.what, &diagnostics))
        reader.allow(keys)
        reader.finish(&diagnostics)
        #expect(diagnostics.isEmpty)
    }

    @Test("a missing key is reported at the mapping") func missing() throws {
        let faults = try read("where: b\n")
        #expect(faults.all.map(\.code) == ["missing-key"])
        #expect(faults.all.first?.message == Localized(zh: "规则缺少键“id”", en: "a rule needs the key 'id'"))
    }

    @Test("what is no mapping, or has a key with a full-width colon, is said to be so", arguments: [
        ("- a\n", "a rule is a mapping of keys to values, but this is a list"),
        ("id a\n", "a rule is a mapping of keys to values, but this is the text 'id a'"),
        ("id：a\n", "a full-width colon '：' stands after the key, which YAML does not know"),
        ("{id: a, where： 1}\n", "a full-width colon '：' stands after the key, which YAML does not know"),
        ("id: a\nwhere：{zh: b}\n", "a full-width colon '：' stands after the key, which YAML does not know"),
        ("---\n", "a rule is a mapping of keys to values, but this is nothing"),
    ])
    func noMapping(yaml: String, message: String) throws {
        #expect(try read(yaml).all.map(\.message.en) == [message])
    }

    @Test("a key that is no text is reported") func strangeKey() throws {
        #expect(try read("id: a\n? [b]\n: c\n").all.map(\.message.en) == ["a key of a rule is a text, but this is a list"])
    }

    @Test("faults print with their line and a caret, in both languages", arguments: Language.allCases)
    func printed(language: Language) throws {
        var faults = try read("标识: a\nwehre: 县\n")
        do { _ = try YAMLReader.document(SourceText(name: "r.yaml", text: "规则：\n  where: '县' in 县域\n")) } catch { faults.append(error) }
        do { _ = try YAMLReader.document(SourceText(name: "q.yaml", text: "规则:\n  where: '县' in 县域\n")) } catch { faults.append(error) }
        try expectGolden(DiagnosticRenderer(language: language).render(faults), "mapping-\(language.rawValue).txt")
    }

    @Test("a Chinese comma makes one text of two in a list in brackets, and is a fault there", arguments: [
        ("list: [床位，病床]\n", ["yaml-full-width-comma"]), ("list: ['甲，乙', 丙]\n", []), ("list:\n  - 甲，乙\n", []),
    ])
    func commaInList(yaml: String, codes: [DiagnosticCode]) throws {
        var faults = Diagnostics()
        _ = try #require(try document(yaml).mapping?["list"]).strings(&faults)
        #expect(faults.all.map(\.code) == codes)
    }

    @Test("scalars are read as what they have to be") func readings() throws {
        let root = try document("""
            text: 县
            number: 1.10
            flag: true
            count: 12
            list: [a, 2]
            both: {zh: 县, en: county}
            one: {zh: 县}
            nothing:
            """)
        var faults = Diagnostics()
        func node(_ key: String) throws -> YAMLNode { try #require(root.mapping?[key]) }
        #expect(try node("text").string(&faults) == "县")
        #expect(try node("number").string(&faults) == "1.10")
        #expect(try node("number").number(&faults)?.text == "1.10")
        #expect(try node("flag").boolean(&faults) == true)
        #expect(try node("count").integer(&faults) == 12)
        #expect(try node("list").strings(&faults) == ["a", "2"])
        #expect(try node("text").strings(&faults) == ["县"])
        #expect(try node("list").list(&faults)?.count == 2)
        #expect(try node("both").localized(&faults) == Localized(zh: "县", en: "county"))
        #expect(try node("one").localized(&faults) == Localized(same: "县"))
        #expect(try node("text").localized(&faults) == Localized(same: "县"))
        #expect(faults.isEmpty)
    }

    @Test("a wrong type says what was expected and what was found") func wrongTypes() throws {
        let root = try document("flag: yes\ntext: true\nlist: a\nnumber: 1 %\nlarge: 99999999999999999999\nboth: {de: x}\n")
        var faults = Diagnostics()
        func node(_ key: String) throws -> YAMLNode { try #require(root.mapping?[key]) }
        #expect(try node("flag").boolean(&faults) == nil)
        #expect(try node("text").string(&faults) == nil)
        #expect(try node("list").list(&faults) == nil)
        #expect(try node("number").number(&faults) == nil)
        #expect(try node("large").integer(&faults) == nil)
        #expect(try node("both").localized(&faults) == nil)
        #expect(faults.all.map(\.message.en) == [
            "expected true or false, found the text 'yes'",
            "expected a text, found the boolean true",
            "expected a list, found the text 'a'",
            "expected a number, found the text '1 %'",
            "expected a whole number, found the number 99999999999999999999",
            "a text in two languages has no key 'de'",
            "expected a text or {zh: …, en: …}, found a mapping",
        ])
    }

    @Test("a choice among names is answered with the nearest") func choice() throws {
        enum Outcome: String, CaseIterable { case pass, fail }
        let root = try document("[fail, pas]")
        var faults = Diagnostics()
        #expect(root.sequence?.first?.choice(of: Outcome.self, &faults) == .fail)
        #expect(root.sequence?.last?.choice(of: Outcome.self, &faults) == nil)
        #expect(faults.all.first?.help == Localized(zh: "写成 pass", en: "write pass"))
    }

    @Test("a mapping of many keys finds each of them, in order") func many() throws {
        let keys = (0..<1_000).map { "k\($0)" }
        let mapping = try #require(try document(keys.map { "\($0): v\($0)\n" }.joined()).mapping)
        #expect(mapping.keys == keys)
        #expect(mapping["k999"]?.scalar?.text == "vk999")
        #expect(mapping["k1000"] == nil)
    }

    private func document(_ yaml: String) throws -> YAMLNode {
        try YAMLReader.document(SourceText(name: "r.yaml", text: yaml))
    }

    private func read(_ yaml: String) throws -> Diagnostics {
        var faults = Diagnostics()
        guard var reader = MappingReader(try document(yaml), as: Self.what, &faults) else { return faults }
        _ = reader.required("id", &faults)
        _ = reader.optional("where")
        reader.finish(&faults)
        return faults
    }
}
