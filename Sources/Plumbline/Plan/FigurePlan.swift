import CEL
import OrderedCollections

/// A figure of a target, compiled; what it comes to is remembered by its identity.
final class FigurePlan: Sendable {
    struct Peers: Sendable {
        /// The rule's table, whose records the peers are.
        var table: String
        /// Nil where every record is in the rule's scope.
        var scope: FieldProgram?
        /// The records that the rule exempts by name.
        var exceptions: Set<String>
        var among: [FieldProgram]
        var filter: FieldProgram?
        var value: FieldProgram
        var leastCount: Int
        /// Whether somebody of whom it cannot be told whether it is a peer leaves the figure open. Where what was not
        /// reported is held against a record, it is held against that one, and not against the others.
        var isOpenByDoubt: Bool
    }

    struct Benchmark: Sendable {
        /// The table that holds the published figures.
        var table: Table
        var columns: TableBenchmarks
        var indicator: Field
        var area: FieldProgram
        var group: FieldProgram?
    }

    enum Source: Sendable {
        case peers(Peers)
        case benchmark(Benchmark)
    }

    let name: String
    let type: CEL.`Type`
    let source: Source

    init(name: String, type: CEL.`Type`, source: Source) {
        self.name = name
        self.type = type
        self.source = source
    }

    var isOfPeers: Bool {
        if case .peers = source { true } else { false }
    }

    var benchmark: Benchmark? {
        if case .benchmark(let benchmark) = source { benchmark } else { nil }
    }

    /// All programs over the rule's table.
    var programs: [FieldProgram] {
        switch source {
        case .peers(let peers): peers.among + [peers.filter, peers.value].compactMap(\.self)
        case .benchmark(let benchmark): [benchmark.area, benchmark.group].compactMap(\.self)
        }
    }
}
