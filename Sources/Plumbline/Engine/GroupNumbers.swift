import CEL
import Synchronization

/// Numbers for the values of a run that are not told, the same for a value wherever it comes up, so that a rule and its
/// other readings speak of the same groups.
final class GroupNumbers: Sendable {
    private let numbers = Mutex<[Value: Int]>([:])

    /// From 1, in the order in which values are asked for: rules whose groups are numbered are judged one after the other.
    func number(of value: Value) -> Int {
        numbers.withLock { numbers in
            if let number = numbers[value] { return number }
            numbers[value] = numbers.count + 1
            return numbers.count
        }
    }
}
