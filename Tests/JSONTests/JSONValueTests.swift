import Foundation
import JSON
import Testing

@Suite("JSON values") struct JSONValueTests {
    private let value: JSONValue = [
        "name": .string("机构"), "none": .null, "yes": .bool(true), "share": .digits("0.85"),
        "list": .array([.integer(1), .integer(2)]), "empty": .array([]),
    ]

    @Test("members keep their order on one line")
    func line() {
        #expect(
            value.line
                == #"{"name": "机构", "none": null, "yes": true, "share": 0.85, "list": [1, 2], "empty": []}"#)
    }

    @Test("what is too long for a line has a member a line, and says the same")
    func lines() throws {
        let long: JSONValue = ["texts": .strings(Array(repeating: "一段文字", count: 30)), "value": value]
        let text = long.lines(indent: "  ")
        #expect(text.hasPrefix("{\n    \"texts\": [\n      \"一段文字\",\n"))
        #expect(text.hasSuffix("\n  }"))
        let parsed = { try JSONSerialization.jsonObject(with: Data(($0 as String).utf8)) as? NSDictionary }
        #expect(try parsed(text) == parsed(long.line))
    }

    @Test("members can be picked and added")
    func members() {
        var picked = value.picking(["yes", "name"])
        picked.append("more", .integer(3))
        #expect(picked.line == #"{"name": "机构", "yes": true, "more": 3}"#)
        #expect(JSONValue.array([]).picking(["name"]).line == "{}")
    }

    @Test("what a terminal or a CI log would act on is escaped", arguments: [
        ("\u{1B}[31m", #""\u001b[31m""#), ("##vso", ##""#\u0023vso""##), ("a\"\\\n", #""a\"\\\n""#),
        ("\u{202E}\u{2028}", #""\u202e\u2028""#),
    ])
    func escapes(text: String, written: String) { #expect(JSONValue.string(text).line == written) }
}
