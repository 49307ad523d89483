import CEL
import Diagnostics
import Testing

/// The code of the article "Functions and types of your own".
@Suite("The article 'Functions and types of your own'")
struct OwnFunctionsAndTypesTests {
    @Test("a Swift function is a function of the language")
    func functions() throws {
        // snippet: functions
        struct TextFunctions: FunctionLibrary {
            let name = "texts"

            var functions: [Function] {
                [
                    Function("padded", [
                        Overload("string_padded", isMember: true) {
                            (text: String, width: Int) throws(EvaluationError) -> String in
                            guard (0...100).contains(width) else {
                                throw EvaluationError(
                                    code: "bad-width",
                                    message: Localized(zh: "宽度应当是 0 到 100", en: "the width should be 0 to 100"))
                            }
                            let missing = max(0, width - text.unicodeScalars.count)
                            return text + String(repeating: ".", count: missing)
                        }
                    ]),
                    Function("second", [
                        Overload(id: "list_second", .list(.parameter("A")), result: .parameter("A"), isMember: true) {
                            guard case .list(let elements) = $0, elements.count > 1 else { return .null }
                            return elements[1]
                        }
                    ]),
                ]
            }
        }

        let environment = Environment(libraries: [StandardLibrary(), TextFunctions()])
        let padded = environment.program(try environment.compile("['a', 'b'].second().padded(4)")).evaluate()
        // padded == .string("b...")
        let failed = environment.program(try environment.compile("'b'.padded(400)")).evaluate()
        // failed is .error with the code "bad-width" and the range 0..<15
        // end
        #expect(padded == .string("b..."))
        guard case .error(let error) = failed else {
            Issue.record("\(failed)")
            return
        }
        #expect(error.code == "bad-width")
        #expect(error.range == 0..<15)
    }

    @Test("a macro rewrites a call before names and types are looked at")
    func macros() throws {
        // snippet: macros
        struct NoneMacro: FunctionLibrary {
            let name = "none"
            var functions: [Function] { [] }

            var macros: [Macro] {
                [
                    Macro(name: "none", argumentCount: 2, isMember: true) {
                        (context, target, arguments) throws(ExpressionFault) in
                        guard let target else { return nil }
                        let variable = try context.variable(arguments[0])
                        let matches = context.collecting(target, as: variable, where: arguments[1])
                        let count = Expression.call("size", [matches], range: context.range, focus: context.focus)
                        return .call(Operator.equals, [count, .constant(.int(0))], range: context.range)
                    }
                ]
            }
        }

        let environment = Environment(
            libraries: [StandardLibrary(), NoneMacro()], variables: ["wards": .list(.string)])
        let checked = try environment.compile("wards.none(w, w == 'ICU')")
        let verdict = environment.program(checked).evaluate(["wards": ["ER"].expressionValue])
        // verdict == .bool(true), checked.root.unparsed() == "wards.none(w, w == 'ICU')"
        // end
        #expect(verdict == .bool(true))
        #expect(checked.root.unparsed() == "wards.none(w, w == 'ICU')")
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile("wards.none(1, true)") }
        #expect(faults.all.map(\.code) == ["loop-variable-expected"])
    }
}

/// A sum of money, as the article brings it.
// snippet: object
struct Money: ObjectValue, ValueConvertible {
    static let expressionType = Type.abstract("money", [])
    var cents: Int64
    var currency: String

    init(cents: Int64, currency: String) {
        self.cents = cents
        self.currency = currency
    }

    init?(expressionValue: Value) {
        guard case .object(let money as Money) = expressionValue else { return nil }
        self = money
    }

    var expressionValue: Value { .object(self) }
    var type: Type { Money.expressionType }
    var description: String { "\(cents / 100).\(cents / 10 % 10)\(cents % 10) \(currency)" }

    func equals(_ other: Value) -> Bool { order(against: other) == .same }

    func order(against other: Value) -> Ordering? {
        guard let other = Money(expressionValue: other), other.currency == currency else { return nil }
        return Value.int(cents).order(against: .int(other.cents))
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(cents)
        hasher.combine(currency)
    }
}
// end

extension OwnFunctionsAndTypesTests {
    @Test("a Swift type is a type of the language")
    func objects() throws {
        // snippet: operators
        struct MoneyFunctions: FunctionLibrary {
            let name = "money"

            var functions: [Function] {
                [
                    Function("money", [
                        Overload("money_double_string") { (amount: Double, currency: String) throws(EvaluationError) in
                            guard amount.magnitude < 1e12 else { throw MoneyFunctions.tooMuch }
                            return Money(cents: Int64((amount * 100).rounded()), currency: currency)
                        }
                    ]),
                    Function(Operator.add, [
                        Overload("add_money") { (a: Money, b: Money) throws(EvaluationError) in
                            let (cents, overflow) = a.cents.addingReportingOverflow(b.cents)
                            guard a.currency == b.currency, !overflow else { throw MoneyFunctions.tooMuch }
                            return Money(cents: cents, currency: a.currency)
                        }
                    ]),
                    Function(Operator.less, [
                        Overload("less_money") { (a: Money, b: Money) throws(EvaluationError) in
                            a.order(against: b.expressionValue) == .ascending
                        }
                    ]),
                ]
            }

            static let tooMuch = EvaluationError(
                code: "no-sum", message: Localized(zh: "这两笔钱不能相加", en: "these sums cannot be added"))
        }

        let environment = Environment(
            libraries: [StandardLibrary(), MoneyFunctions()], variables: ["price": Money.expressionType])
        let program = environment.program(try environment.compile("price + money(0.5, 'CNY') < money(13.0, 'CNY')"))
        let verdict = program.evaluate(["price": .object(Money(cents: 1_234, currency: "CNY"))])
        // verdict == .bool(true)
        // end
        #expect(verdict == .bool(true))
        let same = environment.program(try environment.compile("price == money(12.34, 'CNY')"))
        #expect(same.evaluate(["price": .object(Money(cents: 1_234, currency: "CNY"))]) == .bool(true))
    }
}

/// A department and an institution, as the article brings them.
// snippet: records
struct Department: RecordConvertible {
    var name: String
    var posts: Int

    static let record = RecordType<Department>(
        "acme.Department", [.field("name", \.name), .field("posts", \.posts)]
    ) { fields throws(EvaluationError) in
        Department(name: try fields.value("name"), posts: try fields.value("posts", default: 0))
    }
}

struct Institution: RecordConvertible {
    var name: String
    var departments: [Department]
    var phone: String?

    static let record = RecordType<Institution>(
        "acme.Institution",
        [
            .field("name", \.name), .field("departments", \.departments), .field("phone", whereSet: \.phone),
            .field("posts") { institution in institution.departments.reduce(0) { $0 + $1.posts } },
        ])
}
// end

extension OwnFunctionsAndTypesTests {
    @Test("a Swift struct is a record")
    func records() throws {
        // snippet: reading
        let environment = Environment(
            variables: ["institution": Institution.record.type],
            types: RecordTypes([Institution.record, Department.record]), container: "acme")
        let program = environment.program(
            try environment.compile("institution.posts >= 10 && Department{name: 'ICU', posts: 8} in institution.departments"))

        let institution = Institution(
            name: "St. Mary", departments: [Department(name: "ICU", posts: 8), Department(name: "ER", posts: 4)])
        let verdict = program.evaluate(["institution": institution.expressionValue])
        // verdict == .bool(true)
        // end
        #expect(verdict == .bool(true))
        let phone = environment.program(try environment.compile("has(institution.phone)"))
        #expect(phone.evaluate(["institution": institution.expressionValue]) == .bool(false))
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile("institution.post > 1") }
        #expect(faults.all.first?.help?.en == "did you mean 'posts'?")
    }

    @Test("what is Codable goes in and comes out")
    func coding() throws {
        // snippet: coding
        struct Ward: Codable, Equatable {
            var name: String
            var beds: Int
        }

        let environment = Environment(variables: ["wards": .list(.map(key: .string, value: .dyn))])
        let program = environment.program(try environment.compile("wards.filter(w, w.beds > 10)"))
        let wards = try Value(encoding: [Ward(name: "ICU", beds: 8), Ward(name: "ER", beds: 20)])
        let large = try program.evaluate(["wards": wards]).decoded(as: [Ward].self)
        // large == [Ward(name: "ER", beds: 20)]
        // end
        #expect(large == [Ward(name: "ER", beds: 20)])

        // snippet: miscoding
        var message = ""
        do throws(ValueCodingError) {
            _ = try Value(encoding: [["nam": "ER"]]).decoded(as: [Ward].self)
        } catch {
            message = error.message.en
        }
        // message == "[0]: there is no entry 'name'; is 'nam' a misspelling of it?"
        // end
        #expect(message == "[0]: there is no entry 'name'; is 'nam' a misspelling of it?")
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("OwnFunctionsAndTypes.md") }
}
