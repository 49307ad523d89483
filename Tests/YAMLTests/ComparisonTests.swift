import Diagnostics
import Testing
import YAML

@Suite("what nodes say, wherever they stand")
struct ComparisonTests {
    private func node(_ text: String) throws -> YAMLNode {
        try YAMLReader.document(SourceText(name: "a.yaml", text: text))
    }

    @Test("style, order of keys and aliases make no difference", arguments: [
        ("a: 1\nb: [x, y]", "{b: [x, 'y'], a: 1}"), ("a: &n {k: v}\nb: *n", "a: {k: v}\nb: {k: v}"), ("a: ~", "a: null"),
    ])
    func same(one: String, two: String) throws {
        #expect(try node(one).says(node(two)))
        #expect(try node(two).says(node(one)))
    }

    @Test("a text is no number, a list keeps its order, and a key more is another mapping", arguments: [
        ("a: 1", "a: '1'"), ("a: [x, y]", "a: [y, x]"), ("a: 1", "{a: 1, b: ~}"), ("a: 1.0", "a: 1.00"), ("a: {}", "a: []"), ("a: x", "b: x"),
    ])
    func different(one: String, two: String) throws {
        #expect(try !node(one).says(node(two)))
        #expect(try !node(two).says(node(one)))
    }

    @Test("a node on one line, and of a long one only the beginning")
    func flowText() throws {
        #expect(try node("a:\n  - {b: 5%, c: ~}\n  - 'x'\n").flowText == "{a: [{b: 5%, c: ~}, x]}")
        let long = try node("a: [\((1...200).map(String.init).joined(separator: ", "))]").flowText
        #expect(long.hasSuffix("…]}"))
        #expect(long.count < 300)
    }
}
