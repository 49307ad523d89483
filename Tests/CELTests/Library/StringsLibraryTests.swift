import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Texts are cut, joined and searched by code points")
struct StringsLibraryTests {
    private static let environment = Environment(
        libraries: [StandardLibrary(), StringsLibrary()],
        variables: ["s": .string, "p": .string, "r": .string, "n": .int, "l": .list(.dyn)],
        limits: Limits(cost: 100_000_000))

    private func value(_ text: String, _ bindings: [String: Value] = [:]) throws -> Value {
        let environment = StringsLibraryTests.environment
        return environment.program(try environment.compile(text)).evaluate(bindings)
    }

    private func code(_ value: Value) -> String? {
        if case .error(let error) = value { error.code.rawValue } else { nil }
    }

    @Test(
        "a function gives what the definition says",
        arguments: [
            // Positions
            ("'tacocat'.charAt(3)", .string("o")), ("'医院🏥'.charAt(2)", .string("🏥")), ("''.charAt(0)", .string("")),
            ("'e\u{301}a'.charAt(1)", .string("\u{301}")), ("'医院🏥'.substring(1)", .string("院🏥")),
            ("'医院🏥'.substring(3)", .string("")), ("'医院🏥'.substring(1, 2)", .string("院")),
            ("''.substring(0, 0)", .string("")), ("'e\u{301}a'.substring(1, 2)", .string("\u{301}")),
            // Searches
            ("''.indexOf('')", .int(0)), ("''.indexOf('a')", .int(-1)), ("'hello mellow'.indexOf('', 2)", .int(2)),
            ("'hello mellow'.indexOf('', 12)", .int(12)), ("'hello mellow'.indexOf('w', 12)", .int(-1)),
            ("'hello mellow'.indexOf('ello', 2)", .int(7)), ("'大医院与医院'.indexOf('医院', 2)", .int(4)),
            ("'aaaab'.indexOf('aab')", .int(2)), ("'\u{e9}'.indexOf('e\u{301}')", .int(-1)),
            ("'hello mellow'.lastIndexOf('')", .int(12)), ("'hello mellow'.lastIndexOf('', 3)", .int(3)),
            ("'hello mellow'.lastIndexOf('ello', 6)", .int(1)), ("'hello mellow'.lastIndexOf('ello', 7)", .int(7)),
            ("'hello mellow'.lastIndexOf('ello', 12)", .int(7)), ("'aaaa'.lastIndexOf('aa')", .int(2)),
            ("'aaaa'.lastIndexOf('aa', 1)", .int(1)), ("'大医院与医院'.lastIndexOf('医院', 3)", .int(1)),
            ("'ab'.lastIndexOf('abc')", .int(-1)), ("'ab'.lastIndexOf('b', 0)", .int(-1)),
            // Letters
            ("'ÄTaco医'.lowerAscii()", .string("Ätaco医")), ("'äTaco医@[`{'.upperAscii()", .string("äTACO医@[`{")),
            ("'\u{3000}\\u0085 医 院\\u00a0\\t'.trim()", .string("医 院")), ("' \\n'.trim()", .string("")),
            ("'\\u200b\\ufeffa\\u180e'.trim() == '\\u200b\\ufeffa\\u180e'", .bool(true)),
            ("'e\u{301}🏥医'.reverse() == '医🏥\\u0301e'", .bool(true)),
            ("strings.quote('\\a\\b\\f\\n\\r\\t\\v\\\\\"\\'?医')", .string(#""\a\b\f\n\r\t\v\\\"'?医""#)),
            ("strings.quote('')", .string("\"\"")),
        ] as [(String, Value)])
    func functions(text: String, expected: Value) throws {
        #expect(try value(text) == expected)
    }

    @Test(
        "replace replaces from the left as often as it may",
        arguments: [
            ("hello hello", "he", "we", -1, "wello wello"), ("hello hello", "he", "we", 1, "wello hello"),
            ("hello hello", "he", "we", 0, "hello hello"), ("hello hello", "he", "we", .min, "wello wello"),
            ("hello hello", "he", "we", .max, "wello wello"), ("aaaaa", "aa", "b", -1, "bba"),
            ("医院", "", "-", -1, "-医-院-"), ("医院", "", "-", 2, "-医-院"), ("", "", "-", -1, "-"), ("", "a", "-", -1, ""),
            ("医院", "医院", "", -1, ""), ("abc", "abcd", "-", -1, "abc"), ("a.b", ".", "..", -1, "a..b"),
            ("e\u{301}", "e", "a", -1, "a\u{301}"),
        ])
    func replacing(text: String, part: String, replacement: String, limit: Int64, expected: String) throws {
        let bindings: [String: Value] = [
            "s": .string(text), "p": .string(part), "r": .string(replacement), "n": .int(limit),
        ]
        #expect(try value("s.replace(p, r, n)", bindings) == .string(expected))
        if limit == -1 { #expect(try value("s.replace(p, r)", bindings) == .string(expected)) }
    }

    @Test(
        "split cuts from the left into as many texts as it may",
        arguments: [
            ("hello hello hello", " ", -1, ["hello", "hello", "hello"]), ("hello hello hello", " ", 0, []),
            ("hello hello hello", " ", 1, ["hello hello hello"]),
            ("hello hello hello", " ", 2, ["hello", "hello hello"]),
            ("", ",", -1, [""]), ("", "", -1, []), ("医院🏥", "", -1, ["医", "院", "🏥"]), ("医院🏥", "", 2, ["医", "院🏥"]),
            ("医院🏥", "", 9, ["医", "院", "🏥"]), (",医,,院,", ",", -1, ["", "医", "", "院", ""]), ("aaa", "aa", -1, ["", "a"]),
            ("一、二、三", "、", .min, ["一", "二", "三"]), ("ab", "abc", -1, ["ab"]), ("ab", "ab", .max, ["", ""]),
        ])
    func splitting(text: String, part: String, limit: Int64, expected: [String]) throws {
        let bindings: [String: Value] = ["s": .string(text), "p": .string(part), "n": .int(limit)]
        let expected = Value.list(expected.map { .string($0) })
        #expect(try value("s.split(p, n)", bindings) == expected)
        if limit == -1 { #expect(try value("s.split(p)", bindings) == expected) }
    }

    @Test(
        "join puts texts together",
        arguments: [
            ("[].join()", ""), ("['医'].join('、')", "医"), ("['医', '', '院'].join('、')", "医、、院"),
            ("'a,b'.split(',').join()", "ab"), ("dyn(['a', 'b']).join('')", "ab"),
        ])
    func joining(text: String, expected: String) throws {
        #expect(try value(text) == .string(expected))
    }

    @Test(
        "what cannot be is an error with its code",
        arguments: [
            ("'医院'.charAt(3)", "position-out-of-range"), ("'医院'.charAt(-1)", "position-out-of-range"),
            ("'医院'.substring(3)", "position-out-of-range"), ("'医院'.substring(-1)", "position-out-of-range"),
            ("'医院'.substring(0, 3)", "position-out-of-range"), ("'医院'.substring(-1, 1)", "position-out-of-range"),
            ("'医院'.substring(2, 1)", "substring-ends-before-start"), ("'医院'.indexOf('医', 3)", "position-out-of-range"),
            ("'医院'.indexOf('', -1)", "position-out-of-range"), ("'医院'.lastIndexOf('', 3)", "position-out-of-range"),
            ("'医院'.lastIndexOf('医', 9223372036854775807)", "position-out-of-range"),
            ("''.substring(-9223372036854775807 - 1)", "position-out-of-range"),
            ("dyn(['a', 1]).join('')", "element-is-no-text"), ("dyn([null]).join()", "element-is-no-text"),
            ("dyn(1).charAt(1)", "no-such-overload"), ("dyn('a').replace('a', dyn(1))", "no-such-overload"),
        ])
    func errors(text: String, expected: String) throws {
        #expect(code(try value(text)) == expected)
    }

    @Test("the message names the position, the text's length, and the element that does not suit")
    func messages() throws {
        guard case .error(let range) = try value("'医院'.charAt(7)"),
            case .error(let element) = try value("dyn(['a', 1]).join()")
        else {
            Issue.record("errors are expected")
            return
        }
        #expect(range.message.zh == "文字的位置从 0 到 2，没有位置 7")
        #expect(range.message.en == "the text has the positions 0 to 2, and not 7")
        #expect(element.message.zh == "列表的第 2 项是整数，只有文字可以连接；用 string() 转换")
        #expect(range.range != nil)
    }

    @Test(
        "what would be larger than ten million bytes is an error, before it is made",
        arguments: [
            "s.replace('', s)", "s.replace('a', s)", "l.join(s)",
            "'%s'.format([[s, s, s].map(x, s.replace('a', 'bbbbbbbbbb'))])",
        ])
    func tooLarge(text: String) throws {
        let long = Value.string(String(repeating: "a", count: 400_000))
        let list = Value.list(Array(repeating: .string(""), count: 1_000))
        #expect(code(try value(text, ["s": long, "l": list])) == "result-too-large")
    }

    @Test("a search finds what comparing place by place finds, on texts that repeat much")
    func againstPlainSearch() throws {
        var random = SeededGenerator(seed: 7)
        let environment = StringsLibraryTests.environment
        let program = environment.program(
            try environment.compile("[s.indexOf(p), s.lastIndexOf(p), s.indexOf(p, n), s.lastIndexOf(p, n)]"))
        for _ in 0..<2_000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in Bool.random(using: &random) ? "医" : "é" }
            let part = (0..<Int.random(in: 0...4, using: &random)).map { _ in Bool.random(using: &random) ? "医" : "é" }
            let position = Int.random(in: 0...text.count, using: &random)
            let places = (0...text.count).filter { text[$0...].starts(with: part) }
            let expected = [
                places.first, places.last, places.first { $0 >= position }, places.last { $0 <= position },
            ]
            let found = program.evaluate([
                "s": .string(text.joined()), "p": .string(part.joined()), "n": .int(Int64(position)),
            ])
            #expect(found == .list(expected.map { .int(Int64($0 ?? -1)) }), "\(text) \(part) \(position)")
        }
    }

    @Test(
        "texts that repeat much take linear time", .timeLimit(.minutes(10)),
        arguments: [
            "s.indexOf(p)", "s.lastIndexOf(p)", "s.replace(p, 'c')", "s.replace('a', 'bb')", "s.replace('', 'b')",
            "s.split(p)", "s.split('a')", "s.split('')", "s.contains(p)", "s.substring(399999)", "s.reverse()",
            "strings.quote(s)", "s.upperAscii().lowerAscii()", "s.replace('a', ' ').trim()",
            "s.replace('a', '%%').format([])", "s.replace('a', '\"').replace('\"', '医')",
        ])
    func linearTime(text: String) throws {
        let repeating = String(repeating: "a", count: 400_000)
        let part = String(repeating: "a", count: 200_000) + "b" + String(repeating: "a", count: 190_000)
        let result = try value(text, ["s": .string(repeating), "p": .string(part)])
        #expect(code(result) == nil)
    }

    @Test("a constant part serves all elements of a list")
    func constantPart() throws {
        let elements = Value.list((0..<5).map { .string("a\($0),\($0)") })
        #expect(
            try value("l.map(x, x.split(',')[1] + x.replace('a', '医', 1) + string(x.indexOf(',')))", ["l": elements])
                == .list((0..<5).map { .string("\($0)医\($0),\($0)2") }))
    }
}
