import Diagnostics

/// What a reading of a rule came to, record by record and group by group.
struct ReadingResults {
    private struct Entry {
        let reason: Reason
        let measurement: Measurement
        let period: CalendarPeriod?
        let address: RecordAddress?
        /// Whether it is on all records together, so that its figures are those of any of them.
        let isOfAll: Bool
    }

    /// A record or a group, in whatever period; rows without a key are told apart by their places.
    private struct Subject: Hashable {
        let table: String
        let key: String
        let kind: RecordReference.Kind
        let file: String?

        init(_ record: RecordReference) {
            (table, key, kind) = (record.table, record.key, record.kind)
            file = record.key.hasPrefix("#") ? record.address?.file : nil
        }
    }

    /// How many verdicts of a kind there are, and the first reason of each outcome.
    private struct Tally {
        private(set) var counts: [Outcome: Int] = [:]
        private var reasons: [Outcome: Reason] = [:]

        mutating func add(_ reason: Reason) {
            counts[reason.outcome, default: 0] += 1
            reasons[reason.outcome] = min(reasons[reason.outcome] ?? reason, reason)
        }

        var count: Int { counts.values.reduce(0, +) }

        /// One that fails fails them all, and all of them pass only if each does.
        var worst: Reason? {
            let order: [Outcome] = [.fail, .error, .notMeasured, .notDue, .waived, .pass]
            return order.lazy.compactMap { reasons[$0] }.first
        }
    }

    private var entries: [Entry] = []
    /// Of all entries.
    private var tally = Tally()
    private var places: [Subject: [Int]] = [:]
    /// Whether the reading's table did not come.
    var isTableMissing = false
    /// Whether the reading judges records that the rule judges too, so that one that it does not judge is out of its scope.
    var sharesRecords = false

    /// Whether the reading judged nothing.
    var isEmpty: Bool { entries.isEmpty }

    /// Notes a finding; one of a record that the reading does not judge is none.
    mutating func note(_ finding: Finding) {
        guard finding.outcome != .notApplicable else { return }
        places[Subject(finding.record), default: []].append(entries.count)
        let reason = finding.reasonToday ?? finding.reason
        tally.add(reason)
        entries.append(
            Entry(
                reason: reason, measurement: finding.measurement, period: finding.record.period,
                address: finding.record.address, isOfAll: finding.record.kind == .all))
    }

    /// Whether any record is among those of other results, too.
    func shares(_ other: ReadingResults) -> Bool { places.keys.contains { other.places[$0] != nil } }

    /// What a finding of the rule would be: the same record's verdict of the same period, else of whatever period; else
    /// all that the reading judges, where that is other records.
    func verdict(on finding: Finding, called name: Localized) -> ReadingVerdict {
        let outcome = (finding.reasonToday ?? finding.reason).outcome
        var verdict = ReadingVerdict(name: name, reason: isTableMissing ? .listNotSubmitted : .outOfScope, holds: false)
        let found = entries(on: finding.record)
        if found.count == 1 {
            (verdict.reason, verdict.measurement) = (found[0].reason, found[0].measurement)
            verdict.period = found[0].period == finding.record.period ? nil : found[0].period
        } else if let (worst, counts) = summary(of: found) {
            (verdict.reason, verdict.counts) = (worst, counts)
        }
        verdict.holds = verdict.outcome == outcome
        return verdict
    }
}

private extension ReadingResults {
    /// Those on one record, or the single one on all together; empty where the reading does not judge it.
    private func entries(on record: RecordReference) -> [Entry] {
        guard let own = places[Subject(record)] else { return sharesRecords || tally.count > 1 ? [] : entries.filter(\.isOfAll) }
        let all = own.map { entries[$0] }
        let ofPeriod = all.filter { $0.period == record.period }
        let ofRow = ofPeriod.filter { $0.address == record.address }
        return !ofRow.isEmpty ? ofRow : ofPeriod.isEmpty ? all : ofPeriod
    }

    /// What several verdicts on one record come to; of none, what all that the reading judges come to, where these are
    /// other records than the rule's.
    private func summary(of found: [Entry]) -> (worst: Reason, counts: [Outcome: Int])? {
        if found.isEmpty { return sharesRecords ? nil : tally.worst.map { ($0, tally.counts) } }
        var own = Tally()
        found.forEach { own.add($0.reason) }
        return own.worst.map { ($0, own.counts) }
    }
}
