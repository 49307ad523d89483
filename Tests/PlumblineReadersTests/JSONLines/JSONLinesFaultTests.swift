import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("Faults of JSON Lines files") struct JSONLinesFaultTests {
    private static let cases: [(line: String, fault: String)] = [
        ("[1]", "jsonl-not-an-object 2:1"), ("7", "jsonl-not-an-object 2:1"), ("名", "jsonl-not-an-object 2:1"),
        ("{", "json-syntax 2:2"), ("{a:1}", "json-syntax 2:2"), ("{\"a\"}", "json-syntax 2:5"),
        ("{\"名\":,}", "json-syntax 2:6"), ("{\"a\":1,}", "json-syntax 2:8"), ("{\"a\":1 \"b\":2}", "json-syntax 2:8"),
        ("{\"a\":01}", "json-syntax 2:7"), ("{\"a\":1.}", "json-syntax 2:8"), ("{\"a\":+1}", "json-syntax 2:6"),
        ("{\"a\":1e}", "json-syntax 2:8"), ("{\"a\":-}", "json-syntax 2:7"), ("{\"a\":.5}", "json-syntax 2:6"),
        ("{\"a\":NaN}", "json-syntax 2:6"), ("{\"a\":nul}", "json-syntax 2:6"), ("{\"a\":'x'}", "json-syntax 2:6"),
        ("{\"a\":\"\\x\"}", "json-syntax 2:7"), ("{\"a\":\"\\u12G4\"}", "json-syntax 2:7"),
        ("{\"a\":\"\\ud800\"}", "json-syntax 2:7"), ("{\"a\":\"\\udc00\\ud800\"}", "json-syntax 2:7"),
        ("{\"a\":\"\\ud800\\u0041\"}", "json-syntax 2:7"), ("{\"a\":\"x\ty\"}", "json-syntax 2:8"),
        ("{\"a\":\"x", "json-syntax 2:6"), ("{\"a\":\"x\\", "json-syntax 2:6"), ("{\"a\":1} {}", "json-syntax 2:9"),
        ("{\"a\":[1,]}", "json-syntax 2:9"), ("{\"a\":[1}", "json-syntax 2:8"), ("{\"a\":1}\u{A0}", "json-syntax 2:8"),
        ("{\"a\":\"\u{0}\"}", "nul-byte 2:7"),
    ]

    @Test("each fault is told at its line and column, whatever the chunks", arguments: cases.indices)
    func addresses(index: Int) {
        let (line, expected) = Self.cases[index]
        for chunk in [1, 3, 262_144] {
            let found = fault(JSONLinesReader(), Array("{\"a\":1}\n\(line)\n{\"a\":1}".utf8), chunk: chunk)
            let place = found?.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            #expect("\(found?.code.rawValue ?? "none") \(place)" == expected, "\(line) in chunks of \(chunk)")
            #expect(found?.location?.lineText == line)
        }
    }

    @Test("every fault reads well in both languages, with the line and a caret")
    func wordings() throws {
        var out = ""
        for language in Language.allCases {
            for (line, _) in Self.cases {
                guard let found = fault(JSONLinesReader(), line) else { continue }
                out += DiagnosticRenderer(language: language).render(found)
            }
        }
        try expectGolden(out, "jsonl-faults.txt")
    }

    @Test("a byte that is not UTF-8 is told at its place")
    func badUTF8() {
        let found = fault(JSONLinesReader(), Array("\u{FEFF}{}\n{\"名".utf8) + [0xFF] + Array("\":1}".utf8), chunk: 2)
        #expect(found?.code == "bad-utf8")
        #expect(found?.location?.start == Position(line: 2, column: 4))
    }

    @Test("values may stand 100 deep in each other and no deeper")
    func depth() {
        func nested(_ count: Int) -> String {
            "{\"a\":" + String(repeating: "[", count: count - 1) + String(repeating: "]", count: count - 1) + "}"
        }
        #expect(fault(JSONLinesReader(), nested(100)) == nil)
        #expect(fault(JSONLinesReader(), nested(101))?.location?.start == Position(line: 1, column: 105))
        let objects = String(repeating: "{\"a\":", count: 100_000)
        #expect(fault(JSONLinesReader(), objects)?.code == "json-syntax")
    }

    @Test("a line may have 10 MB, and a file 16,384 keys")
    func limits() throws {
        let text = String(repeating: "x", count: 9_999_992)
        #expect(fault(JSONLinesReader(), "{\"a\":\"\(text)\"}\n") == nil)
        #expect(fault(JSONLinesReader(), "{\"a\":\"\(text)x\"}\n")?.code == "row-too-large")
        func object(_ keys: Range<Int>) -> String { "{" + keys.map { "\"k\($0)\":1" }.joined(separator: ",") + "}\n" }
        #expect(try ReadTable(JSONLinesReader(), object(0..<16_384)).headers.count == 16_384)
        #expect(fault(JSONLinesReader(), object(0..<16_385))?.code == "too-many-columns")
        let second = fault(JSONLinesReader(), Array((object(0..<16_384) + "{\"k1\":1,\"more\":2}").utf8), chunk: 999)
        #expect(second?.code == "too-many-columns")
        #expect(second?.location?.start == Position(line: 2, column: 9))
    }

    @Test(
        "hostile JSON is refused without harm",
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)),
        arguments: ["n_structure_100000_opening_arrays", "i_structure_500_nested_arrays"])
    func hostile(name: String) throws {
        let bytes = Array(try Data(contentsOf: SharedData.url("corpora/malicious/json/\(name).json")))
        #expect(fault(JSONLinesReader(), bytes)?.code == "jsonl-not-an-object")
        let inside = Array("{\"a\":".utf8) + bytes + Array("}".utf8)
        #expect(fault(JSONLinesReader(), inside)?.code == "json-syntax")
    }

    @Test("random lines are taken and refused as Foundation does", arguments: 0..<20)
    func differential(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pieces = ["{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "1", "-2.5", "null", "true", " ", "\"\\n\"", "0", "e1"]
        for _ in 0..<200 {
            let middle = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
            let line = "{\"k\":" + middle.joined() + "}"
            let isTaken = fault(JSONLinesReader(), line) == nil
            // Foundation lets a comma stand before a closing brace, which RFC 8259 does not.
            let hasTrailingComma = line.filter { $0 != " " }.contains(",}")
            let isSound = !hasTrailingComma && (try? JSONSerialization.jsonObject(with: Data(line.utf8))) != nil
            #expect(isTaken == isSound, "\(line)")
        }
    }
}
