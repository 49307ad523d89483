import CEL
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Bytes as base 64")
struct EncodersLibraryTests {
    private func value(_ text: String, _ bindings: [String: Value] = [:]) throws -> Value {
        let environment = Environment(
            libraries: [StandardLibrary(), EncodersLibrary()], variables: ["s": .string, "b": .bytes])
        return environment.program(try environment.compile(text)).evaluate(bindings)
    }

    @Test(
        "bytes of any length come back, with padding and without",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("医院", "5Yy76Zmi"), ("\u{0}", "AA=="),
        ])
    func vectors(text: String, encoded: String) throws {
        let bytes = Value.bytes(Array(text.utf8))
        #expect(try value("base64.encode(b)", ["b": bytes]) == .string(encoded))
        #expect(try value("base64.decode(s)", ["s": .string(encoded)]) == bytes)
        #expect(try value("base64.decode(s)", ["s": .string(encoded.replacing("=", with: ""))]) == bytes)
    }

    @Test("random bytes are encoded as Foundation encodes them, and come back")
    func againstFoundation() throws {
        var random = SeededGenerator(seed: 64)
        for length in 0..<100 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            let encoded = Data(bytes).base64EncodedString()
            #expect(try value("base64.encode(b)", ["b": .bytes(bytes)]) == .string(encoded))
            #expect(try value("base64.decode(s)", ["s": .string(encoded)]) == .bytes(bytes))
        }
    }

    @Test("line ends within a text do not count")
    func lineEnds() throws {
        #expect(try value("base64.decode('Zm9v\\r\\nYmE\\n=\\n')") == .bytes(Array("fooba".utf8)))
    }

    @Test(
        "a text that is no base 64 is an error that names the place",
        arguments: [
            ("Zm9*", "'*' at position 3"), ("Zm 9v", "U+20 at position 2"), ("医", "'医' at position 0"),
            ("=", "'=' at position 0"),
            ("Z===", "'=' at position 1"), ("Zg==Zg==", "'Z' at position 4"), ("Zg===", "'=' at position 4"),
            ("Zm9v=", "'=' at position 4"),
            ("Zm8==", "'=' at position 4"), ("Zg=a", "'a' at position 3"), ("-_8=", "'-' at position 0"),
            ("Z\u{7F}", "U+7F at position 1"),
            ("Z", "cut off"), ("Zm9vY", "cut off"), ("Zg=", "cut off"),
        ])
    func errors(text: String, expected: String) throws {
        guard case .error(let error) = try value("base64.decode(s)", ["s": .string(text)]) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "bad-base64")
        #expect(error.message.en.contains(expected), "\(error.message.en)")
        #expect(error.message.zh != error.message.en)
        #expect(error.range != nil)
    }
}
