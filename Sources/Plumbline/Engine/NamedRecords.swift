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
    func verdict(on record: RecordReference) -> Verdict? {
        if record.comparableNames.contains(where: exceptions.contains) { return Verdict(.excepted, isOfScope: true) }
        guard !subjects.isEmpty, !record.comparableNames.contains(where: subjects.contains) else { return nil }
        return Verdict(.outOfScope, isOfScope: true)
    }

    /// Notes that a record was there.
    mutating func note(_ record: RecordReference) {
        for name in record.comparableNames where subjects.contains(name) || exceptions.contains(name) {
            found[name, default: []].insert(CellText.comparable(record.key))
        }
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
