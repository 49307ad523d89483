import CEL
import Foundation
import TestSupport
import Testing

@Suite("Checked trees in JSON")
struct CheckedExpressionJSONTests {
    struct Records: TypeProvider {
        func type(ofField field: String, of record: String) -> CEL.`Type`? {
            fields(of: record) == nil ? nil : ["name": .string, "beds": .int][field]
        }
        func fields(of record: String) -> [String]? { record == "acme.Hospital" ? ["name", "beds"] : nil }
        func constant(_ name: String) -> (CEL.`Type`, Value)? { nil }
    }

    static let environment = Environment(
        libraries: [StandardLibrary(), OptionalsLibrary()],
        variables: [
            "n": .int, "l": .list(.int), "h": .record("acme.Hospital"), "any": .dyn, "m": .map(key: .string, value: .int),
            "o": .optional(.int),
        ],
        types: Records(), container: "acme")

    static let texts = [
        "n > 1 && any == 2u", "h.beds + size(h.name) * -2", "has(h.beds) ? 'yes' : 'no'", "l.all(x, x > 0 && x < n)",
        "l.map(x, [x, any])", "{'k': m['k']}", "[1, ?o]", "Hospital{name: '医院\\n\\u2028\\x07\"\\\\', ?beds: o}", "[null, true, 1, -9223372036854775808, 18446744073709551615u]",
        "[1.5, -0.0, 1e300, 1e-7]", "b'a\\xff\\x00'", "type(n) == int", "timestamp('2025-02-03T04:05:06Z')", ".acme.Hospital{}.beds",
    ]

    @Test("the form is that of the golden file")
    func golden() throws {
        let lines = try Self.texts.map { "\($0)\n\(try Self.environment.compile($0).json)\n" }
        try expectGolden(lines.joined(separator: "\n"), "checked-expressions.txt")
    }

    @Test("it is JSON, and the same bytes every time", arguments: texts)
    func wellFormed(text: String) throws {
        let checked = try Self.environment.compile(text)
        let object = try JSONSerialization.jsonObject(with: Data(checked.json.utf8)) as? [String: Any]
        #expect(object?["version"] as? Int == 1)
        #expect(object?["type"] as? String == checked.type.description)
        #expect(checked.json == (try Self.environment.compile(text).json))
        #expect(!checked.json.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 })
    }

    @Test("constants that code puts in have a form each")
    func constants() throws {
        let span = CEL.Duration("1.5s")
        let cases: [(Value, String)] = [
            (.double(.nan), #"{"type": "double", "value": "NaN"}"#), (.double(-.infinity), #"{"type": "double", "value": "-Infinity"}"#),
            (.duration(try #require(span)), #"{"type": "google.protobuf.Duration", "value": "1.5s"}"#), (.type(.list(.int)), #"{"type": "type", "value": "list"}"#),
            (.list([.uint(1)]), #"{"type": "list", "value": [{"type": "uint", "value": "1"}]}"#),
            (.map(try MapValue([(.int(1), .null)])), #"{"type": "map", "value": [[{"type": "int", "value": "1"}, {"type": "null_type", "value": null}]]}"#),
            (.optional(.int(1)), #"{"type": "optional_type", "value": "optional.of(1)"}"#),
        ]
        for (value, form) in cases {
            #expect(try Self.environment.check(.constant(value)).json.contains("\"kind\": \"constant\", \"value\": \(form)"))
        }
    }
}
