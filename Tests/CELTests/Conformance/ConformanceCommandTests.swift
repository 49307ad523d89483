import CELConformance
import Foundation
import Testing

@Suite("The conformance runner")
struct ConformanceCommandTests {
    @Test("files that pass are told by name, each with its number of tests, and the sum stands last")
    func passing() throws {
        let folder = try ConformanceFolder()
        try folder.write(
            tests: [
                #""name": "sum", "expr": "1 + 2", "value": {"int64_value": "3"}"#,
                #""name": "truth by default", "expr": "'准绳'.size() == 2""#,
            ], to: "b.json")
        try folder.write(tests: [#""expr": "1 / 0", "eval_error": {"errors": [{"message": "any"}]}"#], to: "a.json")
        try folder.write(#"{"name": "unknowns"}"#, to: "c.json")
        try folder.write("not read", to: "README.md")
        let run = folder.run()
        #expect(run.exit == .allPassed)
        #expect(run.output == ["a.json: 1 passed", "b.json: 2 passed", "c.json: 0 passed", "3 passed, 0 failed"])
        #expect(run.errors.isEmpty)
    }

    @Test("a failure is told with its place in the suite, the expression, what was expected and what came")
    func failing() throws {
        let folder = try ConformanceFolder()
        try folder.write(
            tests: [
                #""name": "n", "expr": "true""#,
                #""name": "n", "expr": "1 +\n 1", "value": {"uint64_value": "2"}"#,
                #""name": "e", "expr": "1", "eval_error": {}"#,
                #""name": "s", "expr": "1 +", "value": {"int64_value": "1"}"#,
                #""name": "t", "expr": "[1]", "check_only": true, "typed_result": {"deduced_type": {"dyn": {}}}"#,
            ], to: "x.json")
        let run = folder.run()
        #expect(run.exit == .someFailed)
        #expect(
            run.output == [
                "x.json: 1 passed, 4 failed",
                "  x/part/n#2 fails", #"    expression: 1 +\n 1"#, "    expected:   2u", "    came:       2",
                "  x/part/e#1 fails", "    expression: 1", "    expected:   an error", "    came:       1",
                "  x/part/s#1 fails", "    expression: 1 +", "    expected:   1",
                "    came:       an error of parsing: operand-expected: something is missing after '+'",
                "  x/part/t#1 fails", "    expression: [1]", "    expected:   the type dyn",
                "    came:       the type list(int)",
                "1 passed, 4 failed",
            ])
    }

    @Test("where an expected error arose is told when asked for")
    func stages() throws {
        let folder = try ConformanceFolder()
        try folder.write(
            tests: [
                #""name": "a", "expr": "1 +", "eval_error": {}"#, #""name": "b", "expr": "1 + 'a'", "eval_error": {}"#,
                #""name": "c", "expr": "1 / 0", "eval_error": {}"#, #""name": "d", "expr": "true""#,
            ], to: "x.json")
        #expect(folder.run().output == ["x.json: 4 passed", "4 passed, 0 failed"])
        #expect(
            folder.run("--verbose").output == [
                "x.json: 4 passed", "  x/part/a#1: an error of parsing, as expected",
                "  x/part/b#1: an error of checking, as expected", "  x/part/c#1: an error of evaluation, as expected",
                "4 passed, 0 failed",
            ])
    }

    @Test(
        "values are compared by kind and to the last bit, maps in any order",
        arguments: [
            (#""expr": "-0.0", "value": {"double_value": -0.0}"#, true),
            (#""expr": "0.0", "value": {"double_value": -0.0}"#, false),
            (#""expr": "1.0", "value": {"double_value": 1}"#, true),
            (#""expr": "1", "value": {"double_value": 1}"#, false),
            (#""expr": "1u", "value": {"int64_value": "1"}"#, false),
            (#""expr": "9007199254740993", "value": {"int64_value": "9007199254740993"}"#, true),
            (#""expr": "9007199254740992", "value": {"int64_value": "9007199254740993"}"#, false),
            (#""expr": "9007199254740993", "value": {"int64_value": 9007199254740993}"#, true),
            (#""expr": "18446744073709551615u", "value": {"uint64_value": "18446744073709551615"}"#, true),
            (#""expr": "18446744073709551615u", "value": {"uint64_value": 18446744073709551615}"#, true),
            (#""expr": "9223372036854775807.0", "value": {"double_value": 9223372036854775807}"#, true),
            (#""expr": "1e300", "value": {"double_value": 1e+300}"#, true),
            (#""expr": "0.0 / 0.0", "value": {"double_value": "NaN"}"#, true),
            (#""expr": "-1.0 / 0.0", "value": {"double_value": "-Infinity"}"#, true),
            (#""expr": "null", "value": {"null_value": null}"#, true),
            (#""expr": "false", "value": {"null_value": null}"#, false),
            (#""expr": "[]", "value": {"list_value": {}}"#, true), (#""expr": "{}", "value": {"map_value": {}}"#, true),
            (#""expr": "[]", "value": {"map_value": {}}"#, false),
            (#""expr": "[null]", "value": {"list_value": {"values": [{"null_value": null}]}}"#, true),
            (
                #""expr": "{'a': 1, 'b': 2}", "value": {"map_value": {"entries": ["#
                    + #"{"key": {"string_value": "b"}, "value": {"int64_value": "2"}}, "#
                    + #"{"key": {"string_value": "a"}, "value": {"int64_value": "1"}}]}}"#,
                true
            ),
            (#""expr": "b'\\xff'", "value": {"bytes_value": "/w=="}"#, true),
            (#""expr": "type(1)", "value": {"type_value": "int"}"#, true),
            (#""expr": "'e\\u0301'", "value": {"string_value": "\u00e9"}"#, false),
            (
                #""expr": "duration('1.5s')", "value": {"object_value": "#
                    + #"{"@type": "type.googleapis.com/google.protobuf.Duration", "value": "1.500s"}}"#, true
            ),
            (
                #""expr": "a.b + x", "bindings": {"a.b": {"value": {"int64_value": "1"}}, "#
                    + #""x": {"value": {"int64_value": "2"}}}, "disable_check": true, "value": {"int64_value": "3"}"#,
                true
            ),
        ])
    func comparing(test: String, passes: Bool) throws {
        let folder = try ConformanceFolder()
        try folder.write(tests: [test], to: "x.json")
        #expect(folder.run().output.last == (passes ? "1 passed, 0 failed" : "0 passed, 1 failed"))
    }

    @Test(
        "a test with something that the runner does not know fails, and the others are run",
        arguments: [
            #""value": {"enum_value": {}}"#, #""value": {}"#, #""unknown": {}"#, #""disable_macros": true"#,
            #""value": {"int64_value": "one"}"#, #""value": {"object_value": {"@type": "type.googleapis.com/a.B"}}"#,
            #""type_env": [{"name": "x", "ident": {"type": {"primitive": "FLOAT"}}}]"#, #""container": 1"#,
        ])
    func unknownForms(field: String) throws {
        let folder = try ConformanceFolder()
        try folder.write(tests: [#""name": "odd", "expr": "true", \#(field)"#, #""expr": "true""#], to: "x.json")
        let run = folder.run()
        #expect(run.exit == .someFailed)
        #expect(run.output.contains("    expected:   a test that the runner can read"))
        #expect(run.output.last == "1 passed, 1 failed")
    }

    @Test(
        "a file that is broken stops the run before it begins",
        arguments: ["", "{", "[]", #"{"section": 1}"#, #"{"section": [{"test": [{"expr": 1}]}]}"#])
    func broken(text: String) throws {
        let folder = try ConformanceFolder()
        try folder.write(tests: [#""expr": "true""#], to: "a.json")
        try folder.write(text, to: "broken.json")
        let run = folder.run()
        #expect(run.exit == .trouble)
        #expect(run.output.isEmpty)
        #expect(run.errors.count == 1 && run.errors[0].contains("/broken.json' is no file of the conformance suite: "))
    }

    @Test("a folder that is missing or has no tests stops the run, and so does a file that cannot be opened")
    func noSuite() throws {
        let folder = try ConformanceFolder()
        #expect(folder.run().exit == .trouble)
        #expect(folder.run().errors.first?.hasSuffix("has no tests: it needs the suite's *.json files") == true)
        try folder.write(tests: [], to: "empty.json")
        #expect(folder.run().exit == .trouble)
        try folder.write(tests: [#""expr": "true""#], to: "a.json")
        #expect(folder.run().exit == .allPassed)
        let missing = folder.run(folder.url.path + "-missing")
        #expect(missing.exit == .trouble)
        #expect(missing.errors.first?.contains("-missing' cannot be read: ") == true)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "folder.json"), withIntermediateDirectories: false)
        #expect(folder.run().errors.first?.contains("/folder.json' cannot be read: ") == true)
    }

    @Test("arguments that are none of the command's are answered with its usage")
    func usage() throws {
        for arguments in [[], ["--verbose"], ["--quiet", "."], ["-v", "."]] {
            var errors: [String] = []
            #expect(ConformanceCommand.run(arguments, output: { _ in }, errors: { errors.append($0) }) == .trouble)
            #expect(errors.first?.hasPrefix("usage: cel-conformance") == true)
        }
        var output: [String] = []
        #expect(ConformanceCommand.run(["--help"], output: { output.append($0) }, errors: { _ in }) == .allPassed)
        #expect(output.first?.hasPrefix("usage: cel-conformance") == true)
    }
}
