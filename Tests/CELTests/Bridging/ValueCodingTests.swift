import CEL
import Diagnostics
import Foundation
import Testing

@Suite("Swift values of any Codable type as values of the language")
struct ValueCodingTests {
    enum Level: String, Codable, CodingKeyRepresentable { case low, high }

    enum Shape: Codable, Equatable {
        case circle(radius: Double)
        case none
    }

    struct Address: Codable, Equatable {
        var city: String
        var floor: Int8?
    }

    struct Person: Codable, Equatable {
        var name: String
        var age: UInt
        var height: Float
        var addresses: [Address]
        var scores: [Int: Double]
        var levels: [String: Level?]
        var born: CEL.Timestamp
        var shift: CEL.Duration
        var photo: Bytes
        var extra: Value
        var shape: Shape
        var nickname: String?
    }

    class Animal: Codable {
        var legs = 4
    }

    final class Cat: Animal {
        var lives = 9
        override init() { super.init() }
        private enum Key: String, CodingKey { case lives }
        required init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            lives = try container.decode(Int.self, forKey: .lives)
            try super.init(from: container.superDecoder())
        }
        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(lives, forKey: .lives)
            try super.encode(to: container.superEncoder())
        }
    }

    /// A list that holds itself, as deep as it likes.
    struct Nest: Codable {
        var inner: [Nest]
        init(levels: Int) { inner = levels > 0 ? [Nest(levels: levels - 1)] : [] }
    }

    /// A type that always hands on to itself.
    struct Endless: Codable {
        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(self)
        }
        init() {}
        init(from decoder: any Decoder) throws { self = try decoder.singleValueContainer().decode(Endless.self) }
    }

    private func person() throws -> Person {
        let (born, shift) = (CEL.Timestamp("1990-01-02T03:04:05Z"), CEL.Duration("8h"))
        return Person(
            name: "王医生", age: 35, height: 1.75, addresses: [Address(city: "上海", floor: 3), Address(city: "x", floor: nil)],
            scores: [2: 1.5, -1: 0.5], levels: ["b": .high, "a": nil], born: try #require(born), shift: try #require(shift),
            photo: Bytes([1, 255]), extra: .list([.uint(1), .null]), shape: .circle(radius: 2), nickname: nil)
    }

    private func value(_ text: String, _ variables: [String: Value] = [:]) throws -> Value {
        let environment = Environment(variables: variables.mapValues { _ in .dyn })
        return environment.program(try environment.compile(text)).evaluate(variables)
    }

    @Test("a value of many parts is the map that an expression would write, and comes back whole")
    func whole() throws {
        let person = try person()
        let encoded = try Value(encoding: person)
        let expected = """
            {'name': '王医生', 'age': 35u, 'height': 1.75, 'addresses': [{'city': '上海', 'floor': 3}, {'city': 'x'}], \
            'scores': {-1: 0.5, 2: 1.5}, 'levels': {'a': null, 'b': 'high'}, 'born': timestamp('1990-01-02T03:04:05Z'), \
            'shift': duration('28800s'), 'photo': b'\\x01\\xff', 'extra': [1u, null], 'shape': {'circle': {'radius': 2.0}}}
            """
        #expect(CEL.Expression.constant(encoded).unparsed() == expected)
        #expect(try encoded.decoded(as: Person.self) == person)
        #expect(try value("p.addresses[0].city + p.name == '上海王医生' && p.scores[2] == 1.5", ["p": encoded]) == .bool(true))
    }

    @Test("plain values, lists, dictionaries and nil are what they are")
    func plain() throws {
        let cases: [(any Encodable & Sendable, String)] = [
            (1, "1"), (UInt8(2), "2u"), (Int64.min, "-9223372036854775808"), (UInt64.max, "18446744073709551615u"), (Float(0.5), "0.5"), (Double.nan, "0.0 / 0.0"),
            (true, "true"), ("e\u{301}", "'e\u{301}'"), (Int?.none, "null"), ([Int?.none, 1], "[null, 1]"), ([[String]](), "[]"), ([UInt16(7): true], "{7u: true}"),
            ([Level.high: 1], "{'high': 1}"), ([true: 1], "{true: 1}"), (Level.low, "'low'"), (Shape.none, "{'none': {}}"), (Value.type(.int), "int"),
            (["b": 1, "a": 2, "é": 3, "e\u{301}x": 4], "{'a': 2, 'b': 1, 'e\u{301}x': 4, 'é': 3}"), ([[1.5: 2]], "[[1.5, 2]]"), (Data([1]), "[1u]"),
        ]
        for (swift, text) in cases {
            #expect(CEL.Expression.constant(try Value(encoding: swift)).unparsed() == text)
        }
    }

    @Test("what a superclass encodes lies under its key")
    func superclass() throws {
        let cat = Cat()
        (cat.legs, cat.lives) = (3, 7)
        let encoded = try Value(encoding: cat)
        #expect(CEL.Expression.constant(encoded).unparsed() == "{'lives': 7, 'super': {'legs': 3}}")
        let again = try encoded.decoded(as: Cat.self)
        #expect((again.legs, again.lives) == (3, 7))
    }

    @Test("numbers become numbers of any type that holds them; optional values what they hold")
    func numbers() throws {
        #expect(try Value.uint(3).decoded(as: Int8.self) == 3)
        #expect(try Value.double(3).decoded(as: UInt.self) == 3)
        #expect(try Value.int(3).decoded(as: Double.self) == 3)
        #expect(try Value.double(0.1).decoded(as: Float.self) == 0.1)
        #expect(try Value.double(.nan).decoded(as: Double.self).isNaN)
        #expect(try Value.optional(.int(1)).decoded(as: Int?.self) == 1)
        #expect(try Value.optional(nil).decoded(as: Int?.self) == nil)
        #expect(try Value.list([.optional(.string("a")), .null]).decoded(as: [String?].self) == ["a", nil])
        #expect(try Value.map(MapValue([(.bool(true), .int(1))])).decoded(as: [Bool: Int].self) == [true: 1])
        #expect(try Value.string("1.5s").decoded(as: CEL.Duration.self).seconds == 1)
    }

    @Test("what does not fit is an error with its place")
    func faults() throws {
        var broken = try Value(encoding: try person())
        guard case .map(let map) = broken else { return }
        func replacing(_ key: String, _ value: Value?) throws -> Value {
            .map(try MapValue(map.compactMap { $0.key == .string(key) ? value.map { (.string(key), $0) } : ($0.key, $0.value) }))
        }
        let cases: [(Value, DiagnosticCode, String)] = [
            (try replacing("name", .int(1)), "wrong-kind", "name: string is expected here, not int"),
            (try replacing("name", .null), "missing-value", "name: a value is expected here, not null"),
            (try replacing("age", .int(-1)), "out-of-range", "age: -1 does not fit into the number type that is asked for here"),
            (try replacing("age", .double(1.5)), "out-of-range", "age: 1.5 does not fit into the number type that is asked for here"),
            (try replacing("addresses", .list([.string("x")])), "wrong-kind", "addresses[0]: map is expected here, not string"),
            (try replacing("addresses", .list([.map(MapValue([(.string("citty"), .string("x"))]))])), "missing-entry", "addresses[0]: there is no entry 'city'; is 'citty' a misspelling of it?"),
            (try replacing("scores", .map(MapValue([(.int(4), .bool(true))]))), "wrong-kind", "scores.4: double is expected here, not bool"),
            (try replacing("levels", .map(MapValue([(.string("a"), .string("top"))]))), "refused-value", "levels.a: the value is not one that is accepted here"),
            (try replacing("shift", .string("long")), "bad-conversion", "shift: 'long' is no duration"),
            (try replacing("extra", nil), "missing-entry", "there is no entry 'extra'"), (.int(1), "wrong-kind", "map is expected here, not int"),
        ]
        for (value, code, message) in cases {
            let error = try #require(throws: ValueCodingError.self) { try value.decoded(as: Person.self) }
            #expect(error.code == code)
            #expect(error.message.en == message)
            #expect(error.message.zh != message)
        }
        broken = .list([])
        #expect(throws: ValueCodingError.self) { try broken.decoded(as: (Person.self)) }
    }

    @Test("values that are none, and numbers beyond 64 bits, cannot be encoded")
    func notEncodable() throws {
        let unknown = Value.unknown(UnknownSet(UnknownCause(code: "missing", subject: "x")))
        #expect(try Value(encoding: unknown) == unknown)
        let inList = try #require(throws: ValueCodingError.self) { try Value(encoding: ["a": [unknown]]) }
        #expect(inList.code == "not-encodable")
        #expect(inList.path == "a[0]")
        let large = try #require(throws: ValueCodingError.self) { try Value(encoding: [Int128.max]) }
        #expect(large.code == "out-of-range")
        #expect(large.path == "[0]")
        #expect(throws: ValueCodingError.self) { try Value(encoding: [1: 1, 2: 2] as [Int128: Int128]).decoded(as: [String].self) }
    }

    @Test("values within each other without end are an error, not the end of the stack")
    func depth() throws {
        #expect(throws: Never.self) { try Value(encoding: Nest(levels: 120)).decoded(as: Nest.self) }
        for attempt in [{ try Value(encoding: Nest(levels: 5_000)) }, { try Value(encoding: Endless()) }] {
            #expect(try #require(throws: ValueCodingError.self) { try attempt() }.code == "nesting-too-deep")
        }
        var deep = Value.map(try MapValue([(.string("inner"), .list([]))]))
        for _ in 0..<1_000 { deep = .map(try MapValue([(.string("inner"), .list([deep]))])) }
        #expect(try #require(throws: ValueCodingError.self) { try deep.decoded(as: Nest.self) }.code == "nesting-too-deep")
        #expect(try #require(throws: ValueCodingError.self) { try deep.decoded(as: Endless.self) }.code == "nesting-too-deep")
    }

    @Test("other encoders have values as numbers, texts, lists and maps, and times as texts")
    func otherEncoders() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let person = try person()
        let text = String(decoding: try encoder.encode(person), as: UTF8.self)
        #expect(text.contains(#""born":"1990-01-02T03:04:05Z""#))
        #expect(text.contains(#""shift":"28800s""#))
        #expect(text.contains(#""photo":[1,255]"#))
        #expect(text.contains(#""extra":[1,null]"#))
        #expect(try JSONDecoder().decode(Person.self, from: Data(text.utf8)).born == person.born)
        let value = try Value(encoding: ["a": Value.list([.int(-1), .double(1.5), .string("x"), .null, .bool(true), .uint(.max)])])
        let again = try JSONDecoder().decode(Value.self, from: try encoder.encode(value))
        #expect(again == value)
        #expect(throws: ValueCodingError.self) { try encoder.encode(Value.map(MapValue([(.int(1), .null)]))) }
        #expect(throws: (any Error).self) { try JSONDecoder().decode(CEL.Timestamp.self, from: Data("\"today\"".utf8)) }
    }
}
