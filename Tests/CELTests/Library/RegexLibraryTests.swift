import CEL
import Diagnostics
import TestSupport
import Testing

@Suite("Extracting and replacing what a pattern matches")
struct RegexLibraryTests {
    private func value(_ text: String, cost: Int = 10_000_000, _ variables: [String: String] = [:]) throws -> Value {
        let environment = Environment(
            libraries: [StandardLibrary(), RegexLibrary()], variables: variables.mapValues { _ in .string },
            limits: Limits(cost: cost))
        return environment.program(try environment.compile(text)).evaluate(variables.mapValues { .string($0) })
    }

    private func code(_ value: Value) -> String? {
        guard case .error(let error) = value else { return nil }
        #expect(error.message.zh != error.message.en)
        return error.code.rawValue
    }

    @Test(
        "extract gives the first match or what its group caught, by code points",
        arguments: [
            ("hello world", "hello(.*)", " world"), ("item-A, item-B", #"item-(\w+)"#, "A"), ("HELLO", "hello", nil),
            ("The color is red", #"The color is \w+"#, "The color is red"), ("brand", "brand", "brand"),
            ("", #"\w+"#, nil),
            ("", "", ""), ("abc", "x*", ""), ("工龄：12 年", #"(\d+) ?年"#, "12"), ("医院甲乙", "院.", "院甲"),
            ("phone: 5551212", #"phone: (\d{3}-)?"#, nil), ("a", "a()", nil), ("a\u{0}b", "\\x00(b)", "b"),
            ("bb", "a?(?:b)(?i:B)", "bb"), ("姓名=李", "(?P<name>李)", "李"), ("🐱x", ".", "🐱"),
        ] as [(String, String, String?)])
    func extract(text: String, pattern: String, expected: String?) throws {
        let expected = Value.optional(expected.map { .string($0) })
        #expect(try value("regex.extract(s, p)", ["s": text, "p": pattern]) == expected)
        #expect(try value("regex.extract(s, r'\(pattern)')", ["s": text]) == expected)
    }

    @Test(
        "extractAll gives every match from left to right, or what its group caught in each",
        arguments: [
            ("id:123, id:456", #"id:\d+"#, ["id:123", "id:456"]), ("id:123, id:456", #"id:(\d+)"#, ["123", "456"]),
            ("id:123", "assa", []), ("testuser@", "(?P<username>.*)@", ["testuser"]),
            ("banananana", "(ana)", ["ana", "ana"]),
            ("phone: 5551212", #"phone: (\d{3}-)?"#, []), ("baaab", "a*", ["", "aaa", ""]), ("", "a*", [""]),
            ("", "a", []),
            ("甲乙", "", ["", "", ""]), ("甲、乙、丙", "[^、]+", ["甲", "乙", "丙"]), ("aXbX", "(?:a|b)(X)", ["X", "X"]),
            ("a1b22", #"\d*"#, ["", "1", "22"]), ("aa aa", #"\ba"#, ["a", "a"]), ("aaa", "^a", ["a"]),
            ("院院", #"\B"#, ["", "", ""]), ("院b", #"\C"#, ["院", "b"]),
            ("a\nb\n", "(?m)^(.)$", ["a", "b"]), ("ab", "b$", ["b"]), ("a-b", "(a)|b", ["a"]),
        ])
    func extractAll(text: String, pattern: String, expected: [String]) throws {
        let expected = Value.list(expected.map { .string($0) })
        #expect(try value("regex.extractAll(s, p)", ["s": text, "p": pattern]) == expected)
        #expect(try value("regex.extractAll(s, r'\(pattern)')", ["s": text]) == expected)
    }

    @Test(
        "replace puts the replacement in the place of each match, and groups in the place of references",
        arguments: [
            ("hello world hello", "hello", "hi", "hi world hi"), ("banana", "ana", "x", "bxna"), ("", "a", "b", ""),
            ("foo bar", "(fo)o (ba)r", #"\2 \1"#, "ba fo"), ("foo bar baz", #"\w+"#, #"(\0)"#, "(foo) (bar) (baz)"),
            ("remove all spaces", #"\s"#, "", "removeallspaces"), ("a.b", #"\."#, #"\\"#, #"a\b"#),
            ("a", "a", "$0", "$0"),
            ("baaab", "a*", "x", "xbxbx"), ("医院", "", "·", "·医·院·"), ("", "", "x", "x"), ("🐱🐱", "x*", "-", "-🐱-🐱-"),
            ("张三，李四", "(.)(三|四)", #"\1\1"#, "张张，李李"), ("ab", "(a)|(b)", #"[\1\2]"#, "[a][b]"),
            ("abcdefghi", "(a)(b)(c)(d)(e)(f)(g)(h)(i)", #"\9\8\7\6\5\4\3\2\1\0"#, "ihgfedcbaabcdefghi"),
            ("abcdefghij", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", #"\1\10"#, "aa0"), ("x", "y", "z", "x"),
            ("b院b", #"\B"#, "-", "b院b"), ("院院", #"\B"#, "-", "-院-院-"), ("院", #"\C"#, #"<\0>"#, "<院>"),
            ("2025-07-01", #"(\d+)-(\d+)-(\d+)"#, #"\1年\2月\3日"#, "2025年07月01日"), ("aa aa", #"\ba"#, "b", "ba ba"),
            ("ac", "(a)(b)?(c)", #"\1[\2]\3"#, "a[]c"), ("ab", "a(.*?)b?$", #"<\1>"#, "<>"),
        ])
    func replace(text: String, pattern: String, replacement: String, expected: String) throws {
        let variables = ["s": text, "p": pattern, "r": replacement]
        #expect(try value("regex.replace(s, p, r)", variables) == .string(expected))
        #expect(try value("regex.replace(s, p, r, -1)", variables) == .string(expected))
        #expect(try value("regex.replace(s, r'\(pattern)', r)", variables) == .string(expected))
    }

    @Test(
        "a count says how many matches are replaced; below zero it is all",
        arguments: [
            (0, "banana"), (1, "bxnana"), (2, "bxnxna"), (100, "bxnxnx"), (-1, "bxnxnx"), (-12, "bxnxnx"),
            (Int.max, "bxnxnx"), (Int.min, "bxnxnx"),
        ])
    func replaceCounted(count: Int, expected: String) throws {
        #expect(try value("regex.replace('banana', 'a', 'x', \(count))") == .string(expected))
    }

    @Test(
        "what cannot be searched or replaced is an error, whether the pattern is a constant or not",
        arguments: [
            ("regex.extract('foo', P)", "(", "bad-pattern"), ("regex.extractAll('foo', P)", "[a-z", "bad-pattern"),
            ("regex.replace('foo', P, 'x')", "(?=a)", "bad-pattern"),
            ("regex.extract('a@b', P)", "(.*)@(.*)", "too-many-groups"),
            ("regex.extractAll('x', P)", "(a)(b)", "too-many-groups"),
            (#"regex.replace('test', P, r'\2')"#, "(.)", "no-such-group"),
            (#"regex.replace('none', P, r'\1')"#, "x", "no-such-group"),
            (#"regex.replace('a', P, r'\v')"#, "a", "bad-replacement"),
            (#"regex.replace('a', P, '\\')"#, "a", "bad-replacement"),
            (#"regex.replace('a', P, r'\九')"#, "a", "bad-replacement"),
            (#"regex.replace('a', P, r'\٣')"#, "a", "bad-replacement"),
            ("regex.replace('a', P, 'b', 0)", "(", "bad-pattern"),
        ])
    func errors(text: String, pattern: String, expected: String) throws {
        #expect(code(try value(text.replacing("P", with: "p"), ["p": pattern])) == expected)
        #expect(code(try value(text.replacing("P", with: "r'\(pattern)'"))) == expected)
    }

    @Test("replacing every match with itself leaves a text as it was, whatever pattern and text", arguments: 0..<200)
    func replacedWithItself(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let parts = [
            "a", "(b|ab)", "a*", "b+?", "(a|)", "^", "$", #"\b"#, #"\B"#, "院", "(院?)", ".", "[^a]", "x{0,2}", "|",
        ]
        let letters = ["a", "b", "院", "\n", " ", "é", "🐱"]
        let pattern = (0..<Int.random(in: 0...4, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
        let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
        let variables = ["s": text.joined(), "p": pattern.joined()]
        #expect(try value(#"regex.replace(s, p, r'\0') == s"#, variables) == .bool(true))
        #expect(try value("regex.replace(s, p, '') == s || s.matches(p)", variables) == .bool(true))
    }

    @Test(
        "arguments that are no texts are a fault",
        arguments: [
            "regex.extract('a', 1)", "regex.extractAll(1, 'a')", "regex.replace('a', 'b')",
            "regex.replace('a', 'b', 'c', 'd')", "regex.replace('a', 'b', 'c', 1.0)",
        ])
    func faults(text: String) throws {
        do throws(ExpressionFaults) {
            _ = try Environment(libraries: [StandardLibrary(), RegexLibrary()]).compile(text)
            Issue.record("a fault is expected of \(text)")
        } catch {
            #expect(error.all.map(\.code) == ["no-such-overload"])
        }
    }
}

// MARK: - Bounds

extension RegexLibraryTests {
    @Test("a text that would grow past ten million bytes is an error, before it is made")
    func resultTooLarge() throws {
        let variables = ["s": String(repeating: "a", count: 20_000), "r": String(repeating: "r", count: 501)]
        #expect(code(try value("regex.replace(s, 'a', r)", cost: .max / 2, variables)) == "result-too-large")
        guard case .string(let text) = try value("regex.replace(s, 'a', r, 19000)", cost: .max / 2, variables) else {
            Issue.record("a text is expected")
            return
        }
        #expect(text.utf8.count == 19_000 * 501 + 1_000)
        let references = String(repeating: #"\0"#, count: 20_000)
        let large = try value("regex.replace('a' + s, '(?s).*', r)", cost: .max / 2, ["s": text, "r": references])
        #expect(code(large) == "result-too-large")
    }

    @Test("a call is charged for the product of its arguments' sizes, and a pattern that is no constant for compiling")
    func charged() throws {
        let text = ["s": String(repeating: "a", count: 1_000)]
        #expect(code(try value("regex.extractAll(s, 'aaaaaaaaaa')", cost: 9_000, text)) == "cost-limit")
        #expect(code(try value("regex.extractAll(s, 'aaaaaaaaaa')", cost: 11_000, text)) == nil)
        #expect(code(try value("regex.extract(s, s)", cost: 9_000, ["s": "a"])) == "cost-limit")
    }

    @Test("matches of limited length are found in a text of any length")
    func linear() throws {
        let text = ["s": String(repeating: "ab", count: 100_000)]
        #expect(try value("regex.extractAll(s, 'a').size()", text) == .int(100_000))
        let same = "regex.replace(s, '[bc]', '') == regex.replace(s, 'b{1,3}', '')"
        #expect(try value(same, cost: .max / 2, text) == .bool(true))
    }

    @Test("searches that may each have to look to the text's end are limited together")
    func searchTooLong() throws {
        let long = ["s": String(repeating: "a", count: 40_000)]
        let short = ["s": String(repeating: "a", count: 1_000)]
        for pattern in ["a[^b]*b|a", "aa{2,}b|a", "a+?", "(?:(?:a?){50}){10}b.*|a"] {
            #expect(code(try value("regex.extractAll(s, '\(pattern)')", long)) == "search-too-long")
            #expect(try value("regex.extractAll(s, '\(pattern)').size()", short) == .int(1_000))
        }
    }
}
