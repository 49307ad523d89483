/// Notes down what the nodes of one evaluation came to. Programs that are planned without it pay nothing for it.
///
/// A loop's body comes to something for each turn. So every note has its time, and when the evaluation is over,
/// ``settle(_:)`` keeps of a loop's body what was noted in the turn that decided the loop: a turn costs nothing extra,
/// however much of the body it skips.
final class Recorder {
    /// The latest value of each node, by its id in the checked tree; nil for one that was not evaluated.
    private(set) var values: [Value?]
    /// The element that decided a loop, by the loop's id. Empty before ``settle(_:)``.
    private(set) var decisions: [Int: LoopDecision] = [:]
    /// What is unknown whatever the variables hold.
    let unknowns: [AttributePattern]
    /// How many notes have been taken.
    private(set) var time = 0
    /// When each node's value was noted.
    private var times: [Int]
    /// The turns that decided the latest evaluations of loops, by the loops' ids.
    private var turns: [Int: (start: Int, decision: LoopDecision)] = [:]

    init(nodeCount: Int, unknowns: [AttributePattern] = []) {
        values = Array(repeating: nil, count: nodeCount)
        times = Array(repeating: 0, count: nodeCount)
        self.unknowns = unknowns
    }

    func note(_ value: Value, of id: Int) {
        guard values.indices.contains(id) else { return }
        time += 1
        values[id] = value
        times[id] = time
    }

    /// Notes which element decided a loop, in a turn that began at a time; nil where none did.
    func note(_ decision: LoopDecision?, of id: Int, since start: Int) {
        turns[id] = decision.map { (start, $0) }
    }
}

extension Recorder {
    /// Forgets what the bodies of loops came to, but in the turns that decided them.
    ///
    /// - Complexity: O(*n*) in the nodes of the tree.
    func settle(_ root: Expression) { settle(root, since: 0) }

    /// Forgets what was noted before a time.
    private func settle(_ node: Expression, since start: Int) {
        if values.indices.contains(node.id), times[node.id] < start { values[node.id] = nil }
        guard case .comprehension(let loop) = node.node else {
            for child in node.children { settle(child, since: start) }
            return
        }
        var turn = turns[node.id]
        if let found = turn, found.start < start { turn = nil }
        decisions[node.id] = turn?.decision
        for child in [loop.range, loop.initial, loop.result] { settle(child, since: start) }
        for child in [loop.condition, loop.step] { settle(child, since: turn?.start ?? .max) }
    }
}

/// The element of a list, or the entry of a map, that decided a loop such as `all` or `exists`.
public struct LoopDecision: Hashable, Sendable {
    /// Its place in the list, or in the order of the map's keys, from 0.
    public let index: Int
    /// The element, or the map's key.
    public let element: Value
}
