import CEL

/// What steps with dates ask that no text can write.
enum ReachingFunctions {
    /// Unknown, because a step was reached and nobody said when; or because what was said of its date cannot be read.
    static let dateMissing = "date_missing@"

    static let all: [Function] = [
        Function(dateMissing, [
            Overload(id: "date_missing", parameters: [.dyn], result: .bool, isStrict: false, implementation: .unary { date in
                if case .unknown(let causes) = date, Verdict.reason(of: causes) == .unreadable { return date }
                return .noAnswer(.dateMissing)
            }),
        ])
    ]
}
