import CEL

/// Numbers for the values of a run that are not told, the same for a value wherever it comes up, so that a rule and its
/// other readings speak of the same groups.
///
/// It belongs to one run, which judges on one thread; that is why it may be changed without a lock.
final class GroupNumbers: @unchecked Sendable {
    private var numbers: [Value: Int] = [:]

    /// From 1, in the order in which values are asked for.
    func number(of value: Value) -> Int {
        if let number = numbers[value] { return number }
        numbers[value] = numbers.count + 1
        return numbers.count
    }
}
