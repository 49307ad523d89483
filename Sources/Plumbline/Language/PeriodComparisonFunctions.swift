import CEL

/// What comparisons between periods ask that no text can write.
enum PeriodComparisonFunctions {
    /// Unknown, because growth was asked of a base that is zero.
    static let zeroBase = "zero_base@"

    static let all: [Function] = [
        Function(zeroBase, [
            Overload(id: "zero_base", parameters: [], result: NumberValue.type) { _ in .noAnswer(.zeroBase) },
        ])
    ]
}
