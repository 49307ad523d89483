import CEL

/// What steps with dates ask that no text can write.
enum ReachingFunctions {
    /// Unknown, because a step was reached and nobody said when.
    static let dateMissing = "date_missing@"

    static let all: [Function] = [
        Function(dateMissing, [
            Overload(id: "date_missing", parameters: [], result: .bool) { _ in .noAnswer(.dateMissing) },
        ])
    ]
}
