import Diagnostics
import OrderedCollections

/// Cases as YAML, ready to stand under a rule's `cases`.
struct CaseText {
    /// What every case starts from, and need not be said again.
    let example: RuleCase.Record

    /// - Parameter indent: Blanks before the dash.
    func lines(_ made: RuleCase, indent: Int) -> [String] {
        var entries = ["name: \(Self.quoted(made.name))"]
        if let period = made.period { entries.append("period: \(period)") }
        if let asOf = made.asOf { entries.append("as_of: \(asOf)") }
        let given = difference(made.given, from: example).filter { name, _ in !made.periods.contains { $0.record[name] != nil } }
        let isAlone = made.periods.isEmpty && made.records.isEmpty && !made.isWithoutRecords
        if isAlone || !made.periods.isEmpty && !given.isEmpty { entries.append("given: \(Self.record(given))") }
        if !made.periods.isEmpty {
            let periods = made.periods.map { "\($0.period): \(Self.record(difference($0.record, from: example)))" }
            entries.append("periods: {\(periods.joined(separator: ", "))}")
        }
        if !made.records.isEmpty { entries.append("records: [\(made.records.map { item($0) }.joined(separator: ", "))]") }
        if made.isWithoutRecords { entries.append("records: []") }
        if !made.roster.isEmpty { entries.append("roster: [\(made.roster.map { Self.content($0.content) }.joined(separator: ", "))]") }
        if !made.benchmarks.isEmpty { entries.append("benchmarks: [\(made.benchmarks.map { figure($0) }.joined(separator: ", "))]") }
        entries.append("outcome: \(made.outcome.rawValue)")
        if let reason = made.reason { entries.append("reason: \(reason.rawValue)") }
        if let observed = made.observed { entries.append("observed: \(Self.quoted(observed.text))") }
        if let gap = made.gap { entries.append("gap: \(Self.quoted(gap.text))") }
        if !made.closes.isEmpty {
            let closes = made.closes.compactMap { kind, amount in kind.map { "\($0.rawValue): \(Self.quoted(amount.text))" } }
            entries.append("closes: {\(closes.joined(separator: ", "))}")
        }
        let blanks = String(repeating: " ", count: indent)
        return entries.enumerated().map { place, entry in blanks + (place == 0 ? "- " : "  ") + entry }
    }
}

extension CaseText {
    func item(_ item: RuleCase.Item) -> String {
        guard case .record(let record) = item.content else { return Self.content(item.content) }
        let text = Self.record(difference(record, from: example))
        return item.count == 1 ? text : "{repeat: \(item.count), of: \(text)}"
    }

    /// A published figure, which starts from no example.
    func figure(_ item: RuleCase.Item) -> String { Self.content(item.content) }

    /// What a record says beyond another, on top of which it will be laid.
    func difference(_ record: RuleCase.Record, from other: RuleCase.Record) -> RuleCase.Record {
        var difference: RuleCase.Record = [:]
        for (name, given) in record {
            guard let before = other[name] else { difference[name] = given; continue }
            if case .record(let inner) = given.content, case .record(let below) = before.content {
                let rest = self.difference(inner, from: below)
                if !rest.isEmpty { difference[name] = RuleCase.Given(.record(rest), location: given.location) }
            } else if Self.content(given.content) != Self.content(before.content) {
                difference[name] = given
            }
        }
        return difference
    }

    static func record(_ record: RuleCase.Record) -> String {
        "{" + record.map { "\(quoted($0)): \(content($1.content))" }.joined(separator: ", ") + "}"
    }

    static func content(_ content: RuleCase.Given.Content) -> String {
        switch content {
        case .text(let text): text.map { quoted($0) } ?? "~"
        case .record(let record): self.record(record)
        case .list(let items):
            "[" + items.map { item in
                item.count == 1 ? self.content(item.content) : "{repeat: \(item.count), of: \(self.content(item.content))}"
            }.joined(separator: ", ") + "]"
        }
    }

    /// A text in quotes where it would be read as something else without them.
    static func quoted(_ text: String) -> String {
        isPlain(text) ? text : "'\(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'"
    }

    static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, last != " " else { return false }
        let isNumber = first == "-" && text.unicodeScalars.dropFirst().first?.properties.numericType != nil
        guard first.properties.isAlphabetic || first.properties.numericType != nil || isNumber else { return false }
        guard !["null", "Null", "NULL"].contains(text) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || " -_.%‰/".unicodeScalars.contains(scalar)
        }
    }
}
