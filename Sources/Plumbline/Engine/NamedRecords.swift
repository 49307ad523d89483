import Diagnostics

/// The records that a rule names: those that must answer, and those that the plan exempts.
struct NamedRecords {
    /// As names are compared.
    private let subjects: Set<String>
    private let exceptions: Set<String>
    /// The keys of the records that each name was found to fit.
    private var found: [String: Set<String>] = [:]

    init(_ rule: Rule) {
        subjects = Set(rule.subjects.map { CellText.comparable($0.name) })
        exceptions = Set(rule.exceptions.map { CellText.comparable($0.name) })
    }

    /// Whether the rule names nobody, so that nobody has to be looked for.
    var isEmpty: Bool { subjects.isEmpty && exceptions.isEmpty }

    /// What being named, or not being named, decides of a record; nil where the rule's expressions decide.
    ///
    /// - Parameter names: Everything that the record may be called.
    func verdict(on names: [String]) -> Verdict? {
        if names.contains(where: exceptions.contains) { return Verdict(.excepted, isOfScope: true) }
        guard !subjects.isEmpty, !names.contains(where: subjects.contains) else { return nil }
        return Verdict(.outOfScope, isOfScope: true)
    }

    /// Notes that a record was there.
    ///
    /// - Parameter names: Everything that it may be called, its key first.
    mutating func note(_ names: [String]) {
        guard let key = names.first else { return }
        for name in names where subjects.contains(name) || exceptions.contains(name) { found[name, default: []].insert(key) }
    }

    /// Notes what somebody else noted of the same rule.
    mutating func formUnion(_ other: NamedRecords) { found.merge(other.found) { $0.union($1) } }

    /// Whether no record is called so.
    func isAbsent(_ name: String) -> Bool { found[CellText.comparable(name)] == nil }

    /// Whether several records are called so.
    func isAmbiguous(_ name: String) -> Bool { found[CellText.comparable(name)].map { $0.count > 1 } ?? false }

    /// Why nothing can be said of a record that has to be there; nil where it is, once.
    func fault(of name: String) -> Verdict? {
        if isAbsent(name) { return Verdict(.noRecord) }
        return isAmbiguous(name) ? Verdict(.ruleError, fault: .severalRecords(name)) : nil
    }
}
