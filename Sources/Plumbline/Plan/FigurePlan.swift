import CEL
import OrderedCollections

/// A figure of a target, compiled.
struct FigurePlan: Sendable {
    struct Benchmark: Sendable {
        /// The table that holds the published figures.
        var table: Table
        var columns: TableBenchmarks
        var indicator: Field
        var area: FieldProgram
        var group: FieldProgram?
    }

    enum Source: Sendable {
        /// What the record's peers come to: the place of the figure in their plan.
        case peers(PeersPlan, Int)
        case benchmark(Benchmark)
    }

    let name: String
    let type: CEL.`Type`
    let source: Source

    /// The groups of peers that the figure is of; nil for one that somebody published.
    var peers: PeersPlan? {
        if case .peers(let peers, _) = source { peers } else { nil }
    }

    var benchmark: Benchmark? {
        if case .benchmark(let benchmark) = source { benchmark } else { nil }
    }

    /// All programs over the rule's table.
    var programs: [FieldProgram] {
        switch source {
        case .peers(let peers, _): peers.rule.programs
        case .benchmark(let benchmark): [benchmark.area, benchmark.group].compactMap(\.self)
        }
    }
}
