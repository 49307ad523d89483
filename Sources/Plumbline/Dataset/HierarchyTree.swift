import CEL
import OrderedCollections

/// How the records of a table lie within each other: for each the one right above it, without the loops that data may have.
struct HierarchyTree: Sendable {
    /// The records right below each that has any.
    let below: [Int: [Int]]
    /// The record above each; -1 where there is none, or where the way up comes back to the record.
    private let up: [Int32]
    /// Of every loop one record, the first; and the records that lie deeper than any hierarchy goes.
    let loops: [Int]

    /// How many records may lie above another, so that no data make lists without end.
    private static let depthLimit = 64

    /// - Complexity: O(records).
    init(_ parents: [Reference]) {
        var up = parents.map { if case .record(let parent) = $0 { parent } else { Int32(-1) } }
        // 0: not seen, 1: on the way that is being gone, 2: done.
        var states = [UInt8](repeating: 0, count: up.count)
        var loops: [Int] = []
        for start in up.indices where states[start] == 0 {
            var way: [Int] = []
            var record = start
            while record >= 0, states[record] == 0 {
                states[record] = 1
                way.append(record)
                record = Int(up[record])
            }
            if record >= 0, states[record] == 1 {
                let loop = way[(way.firstIndex(of: record) ?? 0)...]
                loops.append(loop.min() ?? record)
                for member in loop { up[member] = -1 }
            }
            for record in way { states[record] = 2 }
        }
        self.up = Self.shortened(up, &loops)
        below = Dictionary(grouping: self.up.indices.filter { [up = self.up] in up[$0] >= 0 }) { [up = self.up] in Int(up[$0]) }
        self.loops = loops
    }

    /// The ways up, cut where they are too long.
    private static func shortened(_ up: [Int32], _ cuts: inout [Int]) -> [Int32] {
        var up = up
        var depths = [UInt8](repeating: 0, count: up.count)
        for record in downwards(up) where up[record] >= 0 {
            let depth = depths[Int(up[record])]
            if depth < depthLimit {
                depths[record] = depth + 1
            } else {
                cuts.append(record)
                up[record] = -1
            }
        }
        return up
    }

    /// The record above another; nil where there is none.
    func parent(of record: Int) -> Int? { up[record] >= 0 ? Int(up[record]) : nil }

    /// The records above another, the nearest first.
    func above(_ record: Int) -> some Sequence<Int> { sequence(state: record) { record in
        guard let next = parent(of: record) else { return nil }
        record = next
        return next
    } }

    /// All records below another.
    func all(below record: Int) -> [Int] { (below[record] ?? []).flatMap { [$0] + all(below: $0) } }

    /// The records from the highest to the lowest: each after the one above it.
    ///
    /// - Complexity: O(records).
    var downwards: [Int] { Self.downwards(up) }

    private static func downwards(_ up: [Int32]) -> [Int] {
        var order: [Int] = []
        order.reserveCapacity(up.count)
        var isPlaced = [Bool](repeating: false, count: up.count)
        for start in up.indices where !isPlaced[start] {
            var way: [Int] = []
            var record: Int? = start
            while let next = record, !isPlaced[next] {
                way.append(next)
                isPlaced[next] = true
                record = up[next] >= 0 ? Int(up[next]) : nil
            }
            order += way.reversed()
        }
        return order
    }
}
