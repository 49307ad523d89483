import Diagnostics

/// Counts the mutants of one text, each once.
struct MutantTally {
    /// What became of a mutant.
    enum Fate { case killed, survived, dropped }

    private(set) var result: MutationTest.Result
    private var seen: Set<String> = []

    init(_ subject: MutationTest.Subject, _ name: String, title: Localized, caseCount: Int) {
        result = MutationTest.Result(subject: subject, name: name, title: title, caseCount: caseCount)
    }

    /// - Parameter fate: Asked for what is a change, and was not there before.
    mutating func add(_ kind: MutationKind, _ mistake: Mistake, fate: () -> Fate) {
        guard seen.insert(mistake.key).inserted else { return }
        switch mistake.before == mistake.after ? .dropped : fate() {
        case .dropped: result.counts[kind, default: .init()].dropped += 1
        case .killed: result.counts[kind, default: .init()].killed += 1
        case .survived:
            result.counts[kind, default: .init()].survived += 1
            result.survivors.append(MutationTest.Survivor(
                kind: kind, before: mistake.before, after: mistake.after, location: mistake.location, hint: mistake.hint))
        }
    }
}

extension Mistake {
    /// Tells a mistake from all others.
    var key: String { "\(location) \(before) → \(after)" }
}
