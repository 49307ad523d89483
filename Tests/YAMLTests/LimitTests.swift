import Diagnostics
import Testing
import YAML

/// What would run for minutes or fill memory without its limit; a limit that is gone shows as a test that does not end.
@Suite("Limits", .timeLimit(.minutes(2))) struct LimitTests {
    @Test("a bomb of brackets is refused at the limit, at once", arguments: ["[", "{a: ", "- ", "? ", "[{a: "])
    func depthBomb(opener: String) {
        let bomb = String(repeating: opener, count: 5_000_000 / opener.utf8.count)
        let source = SourceText(name: "bomb.yaml", text: bomb)
        #expect(codes(source) == ["yaml-too-deep"])
    }

    @Test("a hundred levels are read, a hundred and one are not") func depth() {
        let fits = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        #expect(codes(SourceText(name: "a", text: fits)) == [])
        #expect(codes(SourceText(name: "a", text: "[\(fits)]")) == ["yaml-too-deep"])
    }

    @Test("an alias counts with the levels of what it stands for") func aliasDepth() {
        let yaml = "- &a [[[x]]]\n- [[*a]]\n"
        #expect(codes(SourceText(name: "a", text: yaml), YAMLLimits(depth: 6)) == [])
        #expect(codes(SourceText(name: "a", text: yaml), YAMLLimits(depth: 5)) == ["yaml-too-deep"])
    }

    @Test("billion laughs are counted and not built") func billionLaughs() {
        var yaml = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n"
        for level in 1...9 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(aliases)]\n"
        }
        #expect(codes(SourceText(name: "laughs.yaml", text: yaml)) == ["yaml-too-many-nodes"])
    }

    @Test("nodes are counted after aliases are expanded") func nodes() {
        let yaml = "- &a [x, y]\n- *a\n- *a\n"   // the list, and three times a list of two
        #expect(codes(SourceText(name: "a", text: yaml), YAMLLimits(nodes: 10)) == [])
        #expect(codes(SourceText(name: "a", text: yaml), YAMLLimits(nodes: 9)) == ["yaml-too-many-nodes"])
    }

    @Test("a file over ten million bytes is refused before it is looked at") func bytes() {
        let source = SourceText(name: "a", bytes: Array(repeating: UInt8(ascii: "#"), count: 11_000_000))
        #expect(codes(source) == ["yaml-too-large"])
        #expect(codes(SourceText(name: "a", text: "abc"), YAMLLimits(bytes: 3)) == [])
    }

    /// A text that is slow to read without a limit; named, for no log should hold it.
    struct SlowText: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let yaml: String
        let code: String?
    }

    @Test("what libyaml or a fault's wording could be slow on is answered", arguments: [
        SlowText(
            testDescription: "300,000 directives",
            yaml: (0..<300_000).map { "%TAG !a\($0)! tag:x\n" }.joined() + "--- a\n", code: "yaml-too-many-directives"),
        SlowText(
            testDescription: "300,000 empty texts", yaml: String(repeating: "'' ", count: 300_000),
            code: "expression-needs-quotes"),
        SlowText(
            testDescription: "300,000 aliases", yaml: "- &a x\n" + String(repeating: "- *a\n", count: 300_000), code: nil),
    ])
    func slow(text: SlowText) {
        #expect(codes(SourceText(name: "a", text: text.yaml)) == [text.code].compactMap(\.self))
    }

    @Test("a hundred thousand faults on one line take no time and no memory") func faultsOnOneLine() throws {
        let keys = Array(repeating: "a: 1", count: 100_000).joined(separator: ", ")
        #expect(codes(SourceText(name: "a", text: "{\(keys)}")).count == Diagnostics.limit)
    }

    private func codes(_ source: SourceText, _ limits: YAMLLimits = YAMLLimits()) -> [String] {
        do {
            _ = try YAMLReader.document(source, limits: limits)
            return []
        } catch {
            return error.all.map(\.code.rawValue)
        }
    }
}
