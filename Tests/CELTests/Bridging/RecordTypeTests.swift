import CEL
import Diagnostics
import Testing

@Suite("Swift types as records")
struct RecordTypeTests {
    struct Address: RecordConvertible {
        var city: String
        static let record = RecordType<Address>("acme.Address", [.field("city", \.city)]) { fields throws(EvaluationError) in
            Address(city: try fields.value("city"))
        }
    }

    struct Person: Sendable {
        var name: String
        var age: Int
        var home: Address
        var nickname: String?
        var scores: [String: Double] = [:]
        var reads: Counter?
    }

    /// Counts how often a field is read. Tests use it from one thread only.
    final class Counter: @unchecked Sendable { var count = 0 }

    static let people = RecordType<Person>(
        "acme.Person",
        [
            .field("name", \.name), .field("age", \.age), .field("home", \.home), .field("nickname", \.nickname),
            .field("scores", \.scores), .field("initial", { String($0.name.prefix(1)) }),
            .field("counted") { person in
                person.reads?.count += 1
                return person.age
            },
        ],
        make: { fields throws(EvaluationError) in
            let age: Int = try fields.value("age", default: 18)
            guard age >= 0 else {
                throw EvaluationError(code: "negative-age", message: Localized(zh: "年龄不能是负数", en: "an age is not negative"))
            }
            return Person(name: try fields.value("name"), age: age, home: try fields.value("home", default: Address(city: "")))
        })

    static let environment = Environment(
        variables: ["p": people.type, "q": people.type, "any": .dyn, "all": .list(people.type)],
        types: RecordTypes([people, Address.record]), container: "acme")

    private static let wang = Person(name: "王小明", age: 35, home: Address(city: "上海"), nickname: nil, scores: ["a": 1.5])

    private func value(_ text: String, _ person: Person = wang) throws -> Value {
        let environment = Self.environment
        let value = Self.people.value(of: person)
        let variables: [String: Value] = [
            "p": value, "q": Self.people.value(of: Person(name: "q", age: 1, home: Address(city: "q"), nickname: "qq")), "any": value, "all": .list([value]),
        ]
        return environment.program(try environment.compile(text)).evaluate(variables)
    }

    @Test(
        "expressions read the fields, those of records within too",
        arguments: [
            "p.name == '王小明' && p.age >= 18", "p.home.city.startsWith('上')", "p.scores['a'] == 1.5", "p.initial == '王'", "has(p.age)", "any.home.city == '上海'",
            "all.exists(x, x.age == 35)", "p == p && p != q", "p in all && !(q in all)", "p == any", "type(p) == Person", "type(p.home) == acme.Address", "p.home == all[0].home",
        ])
    func reading(text: String) throws {
        #expect(try value(text) == .bool(true))
    }

    @Test("a field is read when it is asked for, and only then")
    func lazily() throws {
        let counter = Counter()
        var person = Self.wang
        person.reads = counter
        #expect(try value("p.age + p.age", person) == .int(70))
        #expect(counter.count == 0)
        #expect(try value("p.counted", person) == .int(35))
        #expect(counter.count == 1)
    }

    @Test(
        "a misspelt field is a fault with the nearest name, a field of another type too",
        arguments: [
            ("p.nam == ''", "unknown-field", "did you mean 'name'?"), ("p.home.citi == ''", "unknown-field", "did you mean 'city'?"), ("p.age == ''.size() && p.name > 1", "no-such-overload", "a number has no quotes; int(…), double(…) and string(…) convert"),
            ("Person{nam: 'x'}", "unknown-field", "did you mean 'name'?"), ("Person{name: 1}", "field-mismatch", nil), ("Persn{name: 'x'}", "unknown-record", "a map is written {'key': value}"),
        ] as [(String, DiagnosticCode, String?)])
    func misspelt(text: String, code: DiagnosticCode, help: String?) throws {
        let faults = try #require(throws: ExpressionFaults.self) { try Self.environment.compile(text) }
        #expect(faults.all.map(\.code) == [code])
        #expect(faults.all.first?.help?.en == help)
    }

    @Test("the provider makes a record of what is written, with what the closure says of the rest")
    func provider() throws {
        let types = RecordTypes([Self.people, Address.record])
        let made = try types.construct("acme.Person", [("name", .string("x")), ("home", Address(city: "y").expressionValue)])
        let person = try #require(Self.people.subject(of: made))
        #expect((person.name, person.age, person.home.city) == ("x", 18, "y"))
        let cases: [([(name: String, value: Value)], DiagnosticCode)] = [
            ([], "missing-field"), ([("name", .int(1))], "field-mismatch"), ([("nam", .string("x"))], "no-such-field"),
            ([("name", .string("x")), ("age", .int(-1))], "negative-age"), ([("name", .string("x")), ("name", .string("x"))], "repeated-field"),
        ]
        for (fields, code) in cases {
            #expect(try #require(throws: EvaluationError.self) { try types.construct("acme.Person", fields) }.code == code)
        }
        let closed = RecordTypes([RecordType<Person>("acme.Person", [.field("name", \.name)])])
        #expect(try #require(throws: EvaluationError.self) { try closed.construct("acme.Person", []) }.code == "not-constructible")
        #expect(try #require(throws: EvaluationError.self) { try closed.construct("acme.Other", []) }.code == "not-constructible")
    }

    @Test("an expression writes a record out")
    func written() throws {
        #expect(try value("Person{name: 'x', home: Address{city: 'y'}}.home.city") == .string("y"))
        #expect(try value("acme.Person{name: '王小明', age: 35}.age == p.age") == .bool(true))
        #expect(try value("Address{city: '上海'} == p.home") == .bool(true))
        guard case .error(let error) = try value("Person{age: 3}.age") else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "missing-field")
    }

    @Test("a record tells what it is without what may be large in it, and hashes as it is equal")
    func description() {
        let value = Self.people.value(of: Self.wang)
        #expect(value.description == "acme.Person{name: '王小明', age: 35, home: …, nickname: …, scores: …, initial: '王', counted: 35}")
        #expect(Set([value, Self.people.value(of: Self.wang)]).count == 1)
        #expect(Address(expressionValue: value) == nil)
    }

    @Test("a record becomes what has properties of the names of its fields")
    func decoding() throws {
        struct Card: Decodable, Equatable {
            struct Home: Decodable, Equatable { var city: String }
            var name: String
            var home: Home
            var nickname: String?
        }
        #expect(try Self.people.value(of: Self.wang).decoded(as: Card.self) == Card(name: "王小明", home: .init(city: "上海"), nickname: nil))
    }

    @Test("a field that need not be there is asked for with has(), and has the type of what may be there")
    func absentField() throws {
        let record = RecordType<Person>("acme.Guest", [.field("name", \.name), .field("nickname", whereSet: \.nickname)])
        let environment = Environment(
            libraries: [StandardLibrary(), OptionalsLibrary()], variables: ["g": record.type], types: RecordTypes([record]))
        func value(_ text: String, _ nickname: String?) throws -> Value {
            let guest = Person(name: "x", age: 1, home: Address(city: ""), nickname: nickname)
            return environment.program(try environment.compile(text)).evaluate(["g": record.value(of: guest)])
        }
        let text = "has(g.nickname) ? g.nickname + '!' : g.name"
        #expect(try value(text, "y") == .string("y!"))
        #expect(try value(text, nil) == .string("x"))
        #expect(try value("g.?nickname.orValue('-')", nil) == .string("-"))
        #expect(try value("g == g", nil) == .bool(true))
        #expect(try value("g", nil).description == "acme.Guest{name: 'x'}")
        guard case .error(let error) = try value("g.nickname", nil) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "no-such-field")
    }

    @Test("of two fields of a name the later one counts")
    func repeated() {
        let record = RecordType<Address>("a", [.field("x") { _ in 1 }, .field("city", \.city), .field("x") { _ in true }])
        #expect(record.fields.map(\.name) == ["city", "x"])
        #expect(record.type(ofField: "x") == .bool)
    }
}
