/// Notes down what the nodes of one evaluation came to. Programs that are planned without it pay nothing for it.
final class Recorder {
    /// The latest value of each node, by its id in the checked tree; nil for one that was not evaluated.
    private(set) var values: [Value?]
    /// The element that decided a loop, by the loop's id.
    private(set) var decisions: [Int: LoopDecision] = [:]
    /// What is unknown whatever the variables hold.
    let unknowns: [AttributePattern]

    init(nodeCount: Int, unknowns: [AttributePattern] = []) {
        values = Array(repeating: nil, count: nodeCount)
        self.unknowns = unknowns
    }

    func note(_ value: Value, of id: Int) {
        if values.indices.contains(id) { values[id] = value }
    }

    /// Notes which element decided a loop.
    func note(_ decision: LoopDecision, of id: Int) { decisions[id] = decision }

    /// Forgets what the nodes of a loop's body came to, because they came to something for each turn.
    func forget(_ ids: Range<Int>) {
        for id in ids.clamped(to: values.indices) {
            values[id] = nil
            decisions[id] = nil
        }
    }
}

/// The element of a list, or the entry of a map, that decided a loop such as `all` or `exists`.
public struct LoopDecision: Hashable, Sendable {
    /// Its place in the list, or in the order of the map's keys, from 0.
    public let index: Int
    /// The element, or the map's key.
    public let element: Value
}
