import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// The functions and operators that rules add to CEL: exact arithmetic, quantities, dates, and the
/// order of enumerations. They come in through CEL's public library seam.
struct RuleFunctions: FunctionLibrary {
    let name = "rules"
    let enumerations: OrderedDictionary<String, Enumeration>

    /// What the standard library does otherwise, by the overload ids of the CEL specification: in a
    /// rule, arithmetic on whole numbers is exact and division is true division.
    static let replacedOverloads: Set<String> = Set(
        ["add", "subtract", "multiply", "divide"].flatMap { ["\($0)_int64", "\($0)_uint64"] } + ["negate_int64"])

    var functions: [Function] {
        NumberFunctions.all + OrderFunctions.all(enumerations) + PeriodFunctions.all + PeriodComparisonFunctions.all + ReachingFunctions.all
            + [Self.quantity, Self.date, Self.measured] + DurationFunctions.all
            + TextFunctions.all + SetComparison.functions
    }
}

private extension RuleFunctions {
    /// `q('13 min')`: a quantity as its value in base units.
    static let quantity = Function("q", [
        Overload(id: "q_string", .string, result: NumberValue.type) { argument in
            guard case .string(let text) = argument else { return .noNumber }
            do throws(QuantityFault) {
                return .number(try Quantity.parse(text).value)
            } catch {
                return .error(EvaluationError(code: "bad-quantity", message: error.wording(text).message))
            }
        },
    ])

    /// `date('2025-12-31')`
    static let date = Function("date", [
        Overload(id: "date_string", .string, result: DateValue.type) { argument in
            guard case .string(let text) = argument, let date = CalendarDate(iso: text) else {
                return .error(
                    EvaluationError(
                        code: "bad-date", message: Localized(zh: "\(argument) 不是日期", en: "\(argument) is not a date")))
            }
            return .object(DateValue(date))
        },
    ])

    /// `measured(e)`: whether the value is there; never unknown. What could be several numbers is not.
    static let measured = Function("measured", [
        Overload(id: "measured", parameters: [.dyn], result: .bool, isStrict: false) { arguments in
            switch arguments.first {
            case .unknown: .bool(false)
            case .error(let error): .error(error)
            case let value: .bool(value?.interval == nil)
            }
        },
    ])
}

extension Value {
    /// What an operation on numbers answers where it was handed something else, which the checker rules out.
    static let noNumber = Value.error(
        EvaluationError(code: "not-a-number", message: Localized(zh: "参与运算的值不是数字", en: "a value in the arithmetic is not a number")))

    /// A number that took more digits than any figure has.
    static let numberTooLarge = Value.error(
        EvaluationError(code: "number-too-large", message: Localized(zh: "数字过大，无法继续运算", en: "the number grew too large to go on with")))

    /// An operation that has no answer, which is no fault of the rule: the reason, then the causes behind it.
    static func noAnswer(_ reason: Reason, _ causes: UnknownSet? = nil) -> Value {
        let reason = UnknownSet(UnknownCause(code: reason.rawValue, subject: ""))
        return .unknown(causes.map { reason.union($0) } ?? reason)
    }
}

extension Value {
    /// The value as people write it: a text without its quotes, everything else as CEL writes it.
    var text: String {
        if case .string(let text) = self { text } else { description }
    }
}
