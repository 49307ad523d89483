import Diagnostics

/// Counts the mutants of one text, each once.
struct MutantTally {
    /// What became of a mutant.
    enum Fate { case killed, survived, dropped }

    private var result: MutationTest.Result
    private var seen: Set<String> = []
    private var killed: Set<String> = []

    init(_ subject: MutationTest.Subject, _ name: String, title: Localized) {
        result = MutationTest.Result(subject: subject, name: name, title: title, caseCount: 0)
    }

    /// - Parameter trials: Those of the rules whose cases the mutants were held against.
    func result(of trials: [MutantTrial]) -> MutationTest.Result {
        var result = result
        result.caseCount = asked(trials).reduce(0) { $0 + $1.caseCount }
        return result
    }

    /// The trials with as much asked of them as is told: where not all is noticed, how many cases there were to notice it; where there was
    /// nothing to notice, whether there was any.
    private func asked(_ trials: [MutantTrial]) -> [MutantTrial] {
        if !result.survivors.isEmpty { return trials.indices.concurrentMap { trials[$0].settled } }
        if result.total.killed == 0 { return trials.indices.concurrentMap { trials[$0].searched } }
        return trials
    }

    /// - Parameter fate: Asked for what is a change, was not there before, and is more than a smaller mistake that was noticed.
    mutating func add(_ kind: MutationKind, _ mistake: Mistake, fate: () -> Fate) {
        guard seen.insert(mistake.key).inserted, !(mistake.smallerKey.map(killed.contains) ?? false) else { return }
        switch mistake.before == mistake.after ? .dropped : fate() {
        case .dropped: result.counts[kind, default: .init()].dropped += 1
        case .killed:
            result.counts[kind, default: .init()].killed += 1
            killed.insert(mistake.key)
        case .survived:
            result.counts[kind, default: .init()].survived += 1
            result.survivors.append(MutationTest.Survivor(
                kind: kind, before: mistake.before, after: mistake.after, location: mistake.location, hint: mistake.hint))
        }
    }
}

extension Mistake {
    /// Tells a mistake from all others.
    var key: String { key(after: after) }

    /// The key of the smaller mistake.
    var smallerKey: String? { smaller.map(key) }

    private func key(after: String) -> String { "\(location) \(before) → \(after)" }
}
