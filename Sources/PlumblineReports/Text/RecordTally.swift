import Diagnostics
import Plumbline

/// How each record fared under all rules, counted while the findings come.
///
/// Only so many records are kept as a city or a country has institutions; findings on further ones are counted only.
struct RecordTally {
    /// What tells records apart; the row's number does so only together with its file.
    struct Key: Hashable {
        let table: String
        let key: String
        let file: String
        let isGroup: Bool

        init(_ record: RecordReference) {
            table = record.table
            key = record.key
            file = record.key.hasPrefix("#") ? record.address?.file ?? "" : ""
            isGroup = record.kind == .group
        }
    }

    struct Entry {
        var record: RecordReference
        /// How many rules each binding failed it, from the hardest to the softest.
        var fails = [Int](repeating: 0, count: Binding.allCases.count)
        /// How many rules erred on it, and how many could not be decided: one of several periods counts once.
        var errors = 0
        var notMeasured = 0
        fileprivate var erring: Set<Int> = []
        fileprivate var unmeasured: Set<Int> = []
        /// The places of the rules that it fails, each once.
        var rules: [Int] = []
        /// How far it lies beyond a limit at worst.
        var shortfall: Shortfall
        /// The place of its first finding in the run's order.
        let sequence: Int

        var failCount: Int { fails.reduce(0, +) }

        /// Fails of a harder binding come first, then more of them, then what could not be told; of equals the one that
        /// lies further beyond a limit.
        func isWorse(than other: Entry) -> Bool {
            let (own, others) = (fails + [errors, notMeasured], other.fails + [other.errors, other.notMeasured])
            if own != others { return others.lexicographicallyPrecedes(own) }
            return shortfall == other.shortfall ? sequence < other.sequence : other.shortfall < shortfall
        }
    }

    /// From the hardest to the softest.
    static let bindings = Array(Binding.allCases.reversed())

    private let limit: Int
    private var entries: [Key: Entry] = [:]
    private var sequence = 0
    /// How many fails and unmeasured findings were on records beyond the limit.
    private(set) var findingsLeftOut = 0

    init(limit: Int = 20_000) { self.limit = limit }

    /// - Complexity: O(1), but for the rules that the record fails already.
    mutating func add(_ finding: Finding, of rule: Rule) {
        guard finding.record.kind != .all, Self.counts(finding) else { return }
        sequence += 1
        let key = Key(finding.record)
        guard entries.count < limit || entries[key] != nil else { return findingsLeftOut += 1 }
        var record = finding.record
        record.period = nil
        let shortfall = Shortfall(finding)
        var entry = entries.removeValue(forKey: key) ?? Entry(record: record, shortfall: shortfall, sequence: sequence)
        entry.shortfall = max(entry.shortfall, shortfall)
        switch finding.outcome {
        case .fail:
            guard !entry.rules.contains(finding.rule) else { break }
            entry.rules.append(finding.rule)
            entry.fails[Self.bindings.firstIndex(of: rule.binding) ?? 0] += 1
        case .error where entry.erring.insert(finding.rule).inserted: entry.errors += 1
        case .notMeasured where entry.unmeasured.insert(finding.rule).inserted: entry.notMeasured += 1
        default: break
        }
        entries[key] = entry
    }

    /// Records of which nothing came are told elsewhere, and a parameter without a value is no matter of the record's.
    private static func counts(_ finding: Finding) -> Bool {
        switch finding.outcome {
        case .fail, .error: true
        case .notMeasured: finding.reason != .noRecord && finding.reason != .parameterUnset
        default: false
        }
    }

    /// The entries of each table, and of its groups, the worst first; first the table of which most records fail.
    ///
    /// The staff of an institution, judged as a group, stand with the institution.
    var tables: [(table: String, isGroup: Bool, entries: [Entry])] {
        let tables = Dictionary(grouping: settled) { TableKey(table: $0.key.table, isGroup: $0.key.isGroup) }
            .map { key, entries in (key.table, key.isGroup, entries.map(\.value).sorted { $0.isWorse(than: $1) }) }
        return tables.sorted { lhs, rhs in
            let (left, right) = (Self.failing(lhs.2), Self.failing(rhs.2))
            return left == right ? Self.first(lhs.2) < Self.first(rhs.2) : left > right
        }
    }

    private struct TableKey: Hashable {
        let table: String
        let isGroup: Bool
    }

    private static func first(_ entries: [Entry]) -> Int { entries.reduce(Int.max) { min($0, $1.sequence) } }

    private static func failing(_ entries: [Entry]) -> Int { entries.count { $0.failCount > 0 } }
}

private extension RecordTally {
    struct Name: Hashable {
        let key: String
        let label: String
    }

    /// All entries, groups that go by records' names put with these.
    var settled: [Key: Entry] {
        let homes = homes
        guard !homes.isEmpty else { return entries }
        var settled = entries.filter { !$0.key.isGroup }
        for (key, entry) in entries where key.isGroup {
            guard let home = homes[key.table], entry.record.label != nil else {
                settled[key] = entry
                continue
            }
            let record = Key(table: home, key: key.key)
            settled[record] = settled[record]?.adding(entry) ?? entry
        }
        return settled
    }

    /// For tables whose groups go by key and label of another table's records: that table. A name that records of two
    /// tables have says nothing.
    var homes: [String: String] {
        var tables: [Name: String] = [:]
        var isShared: Set<Name> = []
        for (key, entry) in entries where !key.isGroup && key.file.isEmpty {
            guard let label = entry.record.label else { continue }
            let name = Name(key: key.key, label: label)
            if let other = tables.updateValue(key.table, forKey: name), other != key.table { isShared.insert(name) }
        }
        var homes: [String: Set<String>] = [:]
        for (key, entry) in entries where key.isGroup {
            guard let label = entry.record.label else { continue }
            let name = Name(key: key.key, label: label)
            if let home = tables[name], !isShared.contains(name) { homes[key.table, default: []].insert(home) }
        }
        return homes.compactMapValues { $0.count == 1 ? $0.first : nil }
    }
}

private extension RecordTally.Key {
    init(table: String, key: String) {
        self.table = table
        self.key = key
        file = ""
        isGroup = false
    }
}

private extension RecordTally.Entry {
    /// Both together, in the name of the first.
    func adding(_ other: Self) -> Self {
        var sum = self
        for place in fails.indices { sum.fails[place] += other.fails[place] }
        sum.errors += other.errors
        sum.notMeasured += other.notMeasured
        sum.rules += other.rules.filter { !rules.contains($0) }
        sum.shortfall = max(shortfall, other.shortfall)
        return sum
    }
}
