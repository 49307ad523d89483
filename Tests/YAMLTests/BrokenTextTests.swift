import Diagnostics
import TestSupport
import Testing
import YAML

/// A text that is no YAML, or not what its author meant, and the fault that it is answered with.
struct BrokenText: CustomTestStringConvertible {
    var yaml: String
    var code: String
    /// `line:column`
    var place: String
    /// The English help, where it matters.
    var help: String?

    init(_ yaml: String, _ code: String, _ place: String, help: String? = nil) {
        self.yaml = yaml
        self.code = code
        self.place = place
        self.help = help
    }

    var testDescription: String { yaml.debugDescription }
    var isOneLine: Bool { help?.hasPrefix("write '") == true || help?.hasPrefix("write \"") == true }
}

extension BrokenText {
    static let faults: [Self] = [
        Self("a:\n\tb: 1\n", "yaml-tab-indentation", "2:1"),
        Self("a:\n  b: 1\n \tc: 2\n", "yaml-tab-indentation", "3:2"),
        Self("a: |\n\tx\n", "yaml-tab-indentation", "2:1"),
        Self("a: 'x\nb: 1\n", "yaml-unclosed-quote", "1:4"),
        Self("a: \"x\nb: 1\n---\n", "yaml-unclosed-quote", "1:4"),
        Self("a: \"x\nb: y\nc: \"z\"\n", "yaml-unclosed-quote", "1:4"),
        Self("a: {b: 'x,\n  c: 'z'}\n", "yaml-unclosed-quote", "1:8"),
        Self("a: [1, 2\nb: 3\n", "yaml-unclosed-bracket", "1:4", help: "add ']' or ','"),
        Self("a: {b: 1\nc: 3\n", "yaml-unclosed-bracket", "1:4", help: "add '}' or ','"),
        Self("a: [", "yaml-syntax", "1:5"),
        Self("a: \"\\d+\"\n", "yaml-unknown-escape", "1:5"),
        Self("a: \"\\xzz\"\n", "yaml-unknown-escape", "1:5"),
        Self("a:\n   b: 1\n  c: 2\n", "yaml-indentation", "3:3"),
        Self("a: 1\n  b: 2\n", "yaml-indentation", "2:3"),
        Self("a:\n  - x\n - y\n", "yaml-indentation", "3:2"),
        Self("a: 1\nb\nc: 2\n", "yaml-missing-colon", "2:1"),
        Self("ruleset：suining\nb: c\n", "yaml-full-width-colon", "1:8", help: "write ':' and a space"),
        Self("a: 1\n规则：x\nc: 2\n", "yaml-full-width-colon", "2:3"),
        Self("a: 1\nrequire: !f || f\n", "expression-needs-quotes", "2:10", help: "write '!f || f'"),
        Self("require: !(f || f)\n", "expression-needs-quotes", "1:10", help: "write '!(f || f)'"),
        Self("title: {zh: 机构类别，en: Kind}\n", "yaml-full-width-comma", "1:17", help: "write ',' and a space"),
        Self("[{a: 1，b: 2}]\n", "yaml-full-width-comma", "1:7"),
        Self("a: ｛type: string｝\n", "yaml-full-width-bracket", "1:4", help: "write '{'"),
        Self("a: [1, 2］\nb: 1\n", "yaml-full-width-bracket", "1:9", help: "write ']'"),
        Self("a: {type: string｝\n", "yaml-full-width-bracket", "1:17", help: "write '}'"),
        Self("a:\n  - id：x\n    b: 2\n", "yaml-full-width-colon", "2:7"),
        Self("%FOO x\n---\na: 1\n", "yaml-directive", "1:1"),
        Self("a: 1\n%x\n", "yaml-directive", "2:1"),
        Self("a: - b\n", "yaml-syntax", "1:4"),
        Self("a: |x\n  b\n", "yaml-syntax", "1:4"),
        Self("a: \u{1}b\n", "yaml-control-character", "1:4"),
        Self("a: *b\n", "yaml-undefined-alias", "1:4", help: "if a text or an expression is meant, write '*b'"),
        Self("a: &bed 1\nc: *bad\n", "yaml-undefined-alias", "2:4", help: "write *bed"),
        Self("a: &b [*b]\n", "yaml-recursive-alias", "1:8"),
        Self("a: 1\nb: 2\na: 3\n", "yaml-duplicate-key", "3:1"),
        Self("x: {县: 1, '县': 2}\n", "yaml-duplicate-key", "1:11"),
        Self("a: 1\n---\nb: 2\n", "yaml-several-documents", "2:1"),
        Self("", "yaml-empty", "1:1"),
        Self("# nothing\n", "yaml-empty", "1:1"),
    ]

    static let quoting: [Self] = [
        Self("a: @x\n", "expression-needs-quotes", "1:4", help: "write '@x'"),
        Self("a: `x`\n", "expression-needs-quotes", "1:4", help: "write '`x`'"),
        Self("a: %x # why\n", "expression-needs-quotes", "1:4", help: "write '%x'"),
        Self("- @x\n", "expression-needs-quotes", "1:3", help: "write '@x'"),
        Self("a: 'x' in b\n", "expression-needs-quotes", "1:4", help: "write \"'x' in b\""),
        Self("a: \"x\" in b\n", "expression-needs-quotes", "1:4", help: "write '\"x\" in b'"),
        Self("- 'x' in b\n", "expression-needs-quotes", "1:3", help: "write \"'x' in b\""),
        Self("'x' in b\n", "expression-needs-quotes", "1:1", help: "write \"'x' in b\""),
        Self("a: 'x' in b && c == \"y\"\n", "expression-needs-quotes", "1:4",
                help: "write >- after the key, and the whole expression indented on the next line"),
        Self("a: c ? 1 : 2\n", "expression-needs-quotes", "1:4", help: "write 'c ? 1 : 2'"),
        Self("a: b: c\n", "expression-needs-quotes", "1:4", help: "write 'b: c'"),
        Self("a: [1, 2].exists(x, x > 1)\n", "expression-needs-quotes", "1:4", help: "write '[1, 2].exists(x, x > 1)'"),
        Self("a: {'k': 1}.k == 1\n", "expression-needs-quotes", "1:4", help: "write \"{'k': 1}.k == 1\""),
        Self("a: !x.y && z\n", "expression-needs-quotes", "1:4", help: "write '!x.y && z'"),
        Self("a: &x && y\n", "expression-needs-quotes", "1:4", help: "write '&x && y'"),
        Self("a: *x * y\n", "expression-needs-quotes", "1:4", help: "write '*x * y'"),
        Self("a: {b: 'x' + y, c: 1}\n", "expression-needs-quotes", "1:8", help: "write \"'x' + y\""),
        Self("a: {b: x ? 1 : 2, c: 1}\n", "expression-needs-quotes", "1:8", help: "write 'x ? 1 : 2'"),
        Self("a: {b: @x, c: 1}\n", "expression-needs-quotes", "1:8", help: "write '@x'"),
        Self("a: {b: !x && y, c: 1}\n", "expression-needs-quotes", "1:8", help: "write '!x && y'"),
        Self("a: {b: [x].size(), c: 1}\n", "expression-needs-quotes", "1:8", help: "write '[x].size()'"),
        Self("a:\n  - n: 1\n    b: 'x' in c\n", "expression-needs-quotes", "3:8", help: "write \"'x' in c\""),
        Self("- {b: 1, c: @x, d: 2}\n", "expression-needs-quotes", "1:13", help: "write '@x'"),
        Self("- {b: {c: !x && y}, d: [1, 'a,b', %z]}\n", "expression-needs-quotes", "1:11", help: "write '!x && y'"),
        Self("- {b: [1, 'a,b', %z], c: 1}\n", "expression-needs-quotes", "1:18", help: "write '%z'"),
        Self("- {b: f(a, c: @d), e: 1}\n", "expression-needs-quotes", "1:7", help: "write 'f(a, c: @d)'"),
        Self("- {b: 'x' in c, d: 1}\n", "expression-needs-quotes", "1:7", help: "write \"'x' in c\""),
        Self("a: 'don't'\n", "expression-needs-quotes", "1:4", help: "write \"don't\""),
        Self("a: > 5\n", "expression-needs-quotes", "1:4", help: "write '> 5'"),
        Self("a: >= 5\n", "expression-needs-quotes", "1:4", help: "write '>= 5'"),
    ]
}

@Suite("Broken YAML") struct BrokenTextTests {
    @Test("a fault has its code, its place and its mending in both languages", arguments: BrokenText.faults + BrokenText.quoting)
    func fault(example: BrokenText) throws {
        let fault = try #require(faults(of: SourceText(name: "a.yaml", text: example.yaml)).all.first)
        #expect(fault.code.rawValue == example.code)
        #expect(fault.location?.description == "a.yaml:\(example.place)")
        if let help = example.help { #expect(fault.help?.en == help) }
        #expect(fault.message.zh != fault.message.en)
        #expect(fault.help == nil || fault.help?.zh != fault.help?.en)
    }

    @Test("what the help says to write is read as the text that was meant", arguments: BrokenText.quoting.filter(\.isOneLine))
    func mended(example: BrokenText) throws {
        let quoted = try #require(example.help?.dropFirst("write ".count))
        let node = try YAMLReader.document(SourceText(name: "a.yaml", text: "{a: \(quoted), b: 1}"))
        let text = try #require(node.mapping?["a"]?.scalar?.text)
        #expect(example.yaml.contains(text))
    }

    @Test("bytes that are not UTF-8 are named with their place") func badBytes() {
        let gbk = SourceText(name: "a.yaml", bytes: Array("a: 1\nb: ".utf8) + [0xB9, 0xE6, 0xD4, 0xF2])
        let fault = faults(of: gbk).all.first
        #expect(fault?.code == "yaml-bad-utf8")
        #expect(fault?.location?.description == "a.yaml:2:4")
        #expect(fault?.message.en.contains("0xB9, number 9 ") == true)
        #expect(faults(of: SourceText(name: "a", bytes: [0xFF, 0xFE, 0x61, 0])).all.first?.code == "yaml-utf16")
        #expect(faults(of: SourceText(name: "a", bytes: [0xFE, 0xFF, 0, 0x61])).all.first?.code == "yaml-utf16")
    }

    @Test("several duplicate keys are all reported, with the line of the first") func severalDuplicates() {
        let found = faults(of: SourceText(name: "a.yaml", text: "a: 1\nb: {c: 1, c: 2}\na: 3\na: 4\n")).sorted
        #expect(found.map { $0.location?.description ?? "" } == ["a.yaml:2:11", "a.yaml:3:1", "a.yaml:4:1"])
        #expect(found.last?.message.en == "the key 'a' is written twice; the first is on line 1")
    }

    @Test("no prefix of a text is left without an answer, and every fault stands in the text") func prefixes() {
        let texts = (BrokenText.faults + BrokenText.quoting).map(\.yaml) + [
            "规则:\r\n  - {id: 'a''b', where: \"x\\u53bf\", list: [1, &a 2, *a]}\r\n  - >-\r\n    折叠\r\n\r\n    文本\r\n",
        ]
        for text in texts {
            let bytes = Array(text.utf8)
            for end in 0...bytes.count {
                let source = SourceText(name: "p", bytes: Array(bytes[..<end]))
                for fault in faults(of: source).all {
                    #expect(fault.location.map { $0.start.line <= source.lineCount } ?? true)
                }
            }
        }
    }

    @Test("broken bytes anywhere never crash the reader") func mutations() {
        var random = SeededGenerator(seed: 7)
        let seed = Array("a: &x {b: 'c', d: [\"e\\n\", *x, !t f]}\n规: >-\n  g # h\n  i\n? j\n: - k：l\n".utf8)
        let signs = Array("{}[]'\"\\:,-?&*!|>%@`# \t\n\r\0中".utf8)
        for _ in 0..<4_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = signs.randomElement(using: &random) ?? 0
            }
            _ = faults(of: SourceText(name: "m", bytes: bytes))
        }
    }

    private func faults(of source: SourceText) -> Diagnostics {
        do {
            let root = try YAMLReader.document(source)
            for scalar in scalars(of: root) { _ = scalar.location(of: 0..<scalar.text.unicodeScalars.count) }
            readEverything(of: root)
            return Diagnostics()
        } catch {
            return error
        }
    }

    /// Takes every value for an expression and every mapping for one without known keys.
    private func readEverything(of node: YAMLNode) {
        var faults = Diagnostics()
        _ = node.expression(&faults)
        _ = node.scalar?.comment
        node.sequence?.forEach(readEverything)
        node.mapping?.entries.forEach { readEverything(of: $0.value) }
        MappingReader(node, as: Localized(same: "x"), &faults)?.finish(&faults)
        #expect(faults.all.allSatisfy { $0.location != nil })
    }
}
