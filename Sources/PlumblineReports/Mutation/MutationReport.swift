import Diagnostics
public import Plumbline

/// What came of making mistakes in rules, as `plumb test --mutate` shows it.
public struct MutationReport {
    let results: [MutationTest.Result]

    public init(_ results: [MutationTest.Result]) { self.results = results }

    /// Whether every mistake was noticed.
    public var isClean: Bool { total.survived == 0 }

    var total: MutationTest.Count { MutationTest.Count(adding: results.map(\.total)) }

    func total(_ kind: MutationKind) -> MutationTest.Count { MutationTest.Count(adding: results.map { $0.count(kind) }) }
}
