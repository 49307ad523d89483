import Diagnostics
import Testing
import YAML

@Suite("The core schema") struct CoreSchemaTests {
    private static let kinds: [(String, YAMLScalar.Kind)] = [
        ("no", .string), ("yes", .string), ("on", .string), ("off", .string), ("y", .string),
        ("true", .boolean(true)), ("False", .boolean(false)), ("tRUE", .string),
        ("~", .null), ("null", .null), ("NULL", .null), ("nULL", .string), ("", .null),
        ("0", .integer), ("-12", .integer), ("+7", .integer), ("012", .integer), ("0o17", .integer), ("0o18", .string),
        ("0x1F", .integer), ("0xG", .string), ("-0x1", .string), ("1_000", .string), ("1:30", .string),
        ("1.", .float), (".5", .float), ("-.5", .float), ("1e3", .float), ("1.5E-3", .float), ("1e", .string),
        (".", .string), ("..5", .string), (".e1", .string), ("-", .string), ("+", .string), ("1.2.3", .string),
        (".inf", .float), ("-.INF", .float), (".nan", .float), ("-.nan", .string), ("inf", .string),
        ("2021-01-01", .string), ("85%", .string), ("１２", .string),
    ]

    @Test("a plain scalar is what the schema says and nothing more", arguments: kinds)
    func plain(text: String, kind: YAMLScalar.Kind) throws {
        guard text != "-" else { return }
        let node = try YAMLReader.document(SourceText(name: "a.yaml", text: "k: \(text)\n"))
        let scalar = try #require(node.mapping?["k"]?.scalar)
        #expect(scalar.kind == kind)
        #expect(scalar.text == text, "the text is kept as written")
    }

    @Test("quotes and blocks make strings", arguments: ["'1'", "\"true\"", "''", "|-\n  null", ">-\n  1.5", "!!str 1", "!x 1"])
    func strings(source: String) throws {
        let node = try YAMLReader.document(SourceText(name: "a.yaml", text: "k: \(source)\n"))
        #expect(node.mapping?["k"]?.scalar?.kind == .string)
    }

    @Test("a tag of YAML's own lets quotes hold other kinds") func tagged() throws {
        let node = try YAMLReader.document(SourceText(name: "a.yaml", text: "!!int '12'"))
        #expect(node.scalar?.kind == .integer)
        #expect(node.tag == "tag:yaml.org,2002:int")
    }

    @Test("a merge key is a key like any other") func mergeKey() throws {
        let node = try YAMLReader.document(SourceText(name: "a.yaml", text: "a: &a {x: 1}\nb:\n  <<: *a\n"))
        #expect(node.mapping?["b"]?.mapping?.keys == ["<<"])
    }
}
