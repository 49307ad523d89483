/// `lists.range(count)`: the whole numbers from 0 up to, and without, `count`; none for a count below 1.
extension ListsLibrary {
    /// How long a range may be: what one call can make before it is charged for it.
    private static let maximumCount: Int64 = 1_000_000

    var range: Function {
        Function(
            "lists.range",
            [
                Overload("lists_range") { (count: Int64) throws(EvaluationError) -> [Int64] in
                    guard count <= ListsLibrary.maximumCount else {
                        throw .rangeTooLong(count, limit: Int(ListsLibrary.maximumCount))
                    }
                    return Array(0..<max(0, count))
                }
            ])
    }
}
