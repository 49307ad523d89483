import Diagnostics
import Testing
@testable import YAML

@Suite("Places in the file") struct PositionTests {
    struct Example: CustomTestStringConvertible {
        var style: String
        var yaml: String
        var path: [String]
        /// The part of the value's text that is looked for.
        var part: String
        var line: Int
        var column: Int
        var length: Int

        var testDescription: String { "\(style): \(part)" }
    }

    private static let examples = [
        Example(style: "plain", yaml: "a: 县 == b\n", path: ["a"], part: "b", line: 1, column: 9, length: 1),
        Example(style: "plain on two lines", yaml: "a: x &&\n   人数 > 1\nb: 2\n", path: ["a"], part: "人数", line: 2, column: 4, length: 2),
        Example(style: "plain over an empty line", yaml: "a: x\n\n  y z\n", path: ["a"], part: "z", line: 3, column: 5, length: 1),
        Example(style: "plain with CR LF", yaml: "a: x\r\n  yy\r\n", path: ["a"], part: "yy", line: 2, column: 3, length: 2),
        Example(style: "plain after a tag", yaml: "a: !!str # why\n  xyz\n", path: ["a"], part: "yz", line: 2, column: 4, length: 2),
        Example(style: "plain after an anchor", yaml: "a: &n xyz\n", path: ["a"], part: "xyz", line: 1, column: 7, length: 3),
        Example(style: "single quotes", yaml: "a: '县 == b'\n", path: ["a"], part: "b", line: 1, column: 10, length: 1),
        Example(style: "doubled quotes", yaml: "a: 'it''s ''x'' y'\n", path: ["a"], part: "x", line: 1, column: 13, length: 1),
        Example(style: "the doubled quote itself", yaml: "a: 'it''s'\n", path: ["a"], part: "'", line: 1, column: 7, length: 2),
        Example(style: "single quotes over lines", yaml: "a: 'x\n\n    y z'\n", path: ["a"], part: "z", line: 3, column: 7, length: 1),
        Example(style: "double quotes", yaml: "a: \"x y\"\n", path: ["a"], part: "y", line: 1, column: 7, length: 1),
        Example(style: "escapes", yaml: "a: \"\\\\d \\u53bf \\x41 é\\U0001F600 z\"\n", path: ["a"], part: "z", line: 1, column: 33, length: 1),
        Example(style: "an escape itself", yaml: "a: \"x\\u53bfy\"\n", path: ["a"], part: "县", line: 1, column: 6, length: 6),
        Example(style: "an escaped line break", yaml: "a: \"x \\\n    y z\"\n", path: ["a"], part: "z", line: 2, column: 7, length: 1),
        Example(style: "double quotes over lines", yaml: "a: \"x  \n   y\"\n", path: ["a"], part: "y", line: 2, column: 4, length: 1),
        Example(style: "literal", yaml: "a: |\n  县 b\n    c\n  d\n", path: ["a"], part: "c", line: 3, column: 5, length: 1),
        Example(style: "literal after empty lines", yaml: "a: |+ # why\n\n\n  b\n\n", path: ["a"], part: "b", line: 4, column: 3, length: 1),
        Example(style: "literal with an indentation", yaml: "a:\n - |2-\n    b\n   c\n", path: ["a", "0"], part: "c", line: 4, column: 4, length: 1),
        Example(style: "folded", yaml: "a: >-\n  x &&\n  人数 > 1\n", path: ["a"], part: "人数", line: 3, column: 3, length: 2),
        Example(style: "folded, more indented", yaml: "a: >\n  x\n    y\n  z\n", path: ["a"], part: "z", line: 4, column: 3, length: 1),
        Example(style: "folded with CR LF", yaml: "a: >-\r\n  x\r\n  y\r\n", path: ["a"], part: "y", line: 3, column: 3, length: 1),
        Example(style: "in brackets", yaml: "a: {b: [x, '县y']}\n", path: ["a", "b", "1"], part: "y", line: 1, column: 14, length: 1),
        Example(style: "after a byte order mark", yaml: "\u{FEFF}a: xy\n", path: ["a"], part: "y", line: 1, column: 5, length: 1),
        Example(style: "after U+2028 in a comment", yaml: "# x\na: 'p\u{2028}q'\n", path: ["a"], part: "q", line: 2, column: 7, length: 1),
    ]

    @Test("a part of a value is found in every style", arguments: examples)
    func part(example: Example) throws {
        let scalar = try #require(try node(example.path, in: example.yaml).scalar)
        let text = Array(scalar.text.unicodeScalars)
        let part = Array(example.part.unicodeScalars)
        let start = try #require(text.indices.first { text[$0...].starts(with: part) }, "\(scalar.text)")
        let location = scalar.location(of: start..<start + part.count)
        #expect(location.start == Position(line: example.line, column: example.column))
        #expect(location.length == example.length)
    }

    @Test("the end of a value is the place after its last character", arguments: [
        ("a: xy\n", 1, 6), ("a: 'xy'\n", 1, 7), ("a: >-\n  xy\n\nb: 1\n", 2, 5), ("a: 'x''y'''\n", 1, 11),
    ])
    func end(yaml: String, line: Int, column: Int) throws {
        let scalar = try #require(try node(["a"], in: yaml).scalar)
        let count = scalar.text.unicodeScalars.count
        #expect(scalar.location(of: count..<count).start == Position(line: line, column: column))
        #expect(scalar.location(of: count + 5..<count + 9).start == Position(line: line, column: column))
    }

    @Test("keys, collections and nothing have places") func nodes() throws {
        let yaml = "规则:\n  - id: a\n    list: [x,\n      y]\n    none:\n"
        let root = try YAMLReader.document(SourceText(name: "r.yaml", text: yaml))
        let rule = try node(["规则", "0"], in: yaml)
        #expect(root.mapping?.entries.first?.key.location.description == "r.yaml:1:1")
        #expect(root.location.length == 2)
        #expect(try node(["规则"], in: yaml).location.description == "r.yaml:2:3")
        #expect(rule.location.description == "r.yaml:2:5")
        #expect(rule.location.length == 2)
        #expect(rule.mapping?["list"]?.location.description == "r.yaml:3:11")
        #expect(rule.mapping?["list"]?.location.length == 3)
        #expect(rule.mapping?["none"]?.location.start.line == 5)
        #expect(rule.mapping?["none"]?.isNull == true)
    }

    @Test("an alias stands where it is used, its content where it was written") func alias() throws {
        let yaml = "a: &n [x]\nb: *n\n"
        let use = try node(["b"], in: yaml)
        #expect(use.location.description == "r.yaml:2:4")
        #expect(use.sequence?.first?.location.description == "r.yaml:1:8")
    }

    @Test("a comment that cuts a plain scalar off is found", arguments: [
        ("a: x # y\n", "r.yaml:1:6"), ("a: x  #y", "r.yaml:1:7"), ("a: x#y\n", nil), ("a: 'x' # y\n", nil),
        ("a: x\n# y\n", nil), ("a: x", nil), ("a: # y\n", "r.yaml:1:4"),
    ] as [(String, String?)])
    func comment(yaml: String, place: String?) throws {
        let scalar = try #require(try node(["a"], in: yaml).scalar)
        #expect(scalar.comment?.description == place)
    }

    private func node(_ path: [String], in yaml: String) throws -> YAMLNode {
        try path.reduce(try YAMLReader.document(SourceText(name: "r.yaml", text: yaml))) { node, step in
            try #require(node.mapping?[step] ?? Int(step).flatMap { node.sequence?[$0] })
        }
    }
}
