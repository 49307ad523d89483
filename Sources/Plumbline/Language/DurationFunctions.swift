import CEL
import Quantities

/// Durations as numbers of the base unit of time, so that targets and means of them have units as everything else has.
enum DurationFunctions {
    /// What a duration comes to in base units, for expressions that code builds; its tail keeps texts from naming it.
    static let amountName = "duration@amount"

    static let all = [
        Function(amountName, [
            Overload(id: "duration_amount", .duration, result: NumberValue.type) { $0.amount.map { .number($0) } ?? .noNumber },
        ]),
    ]
}

extension Value {
    /// The number that the value is; of a duration its length in seconds, the base unit of time. Nil for everything else.
    var amount: Number? {
        guard case .duration(let duration) = self else { return number }
        let nanoseconds = Number(Int(duration.nanoseconds)).divided(by: 1_000_000_000)
        return nanoseconds.flatMap { Number(Int(duration.seconds)).adding($0) }
    }
}
