import Diagnostics
import Plumbline

/// A finding of the product as texts.
struct ProductFinding {
    let name: String
    let today: String?
    let outcome: String
    let figures: ProductFigures
    let needed: String?
    let ledger: String?
    let track: String?
    let baseline: String?
    let arms: [ProductFigures]
    let periods: [String]
    let readings: [Reading]

    struct Reading {
        let name: String
        let figures: ProductFigures
        let counts: String
        let holds: Bool
    }

    /// - Parameter hasPeriods: Whether a record of the table is known by its key and its period, not by its row.
    init(_ finding: Finding, hasPeriods: Bool) {
        let record = finding.record
        let period = record.period.map { "@\($0)" } ?? ""
        switch record.kind {
        case .all: name = "all\(period)"
        case .group: name = "group \(record.key)\(period)"
        case .record:
            let row = record.address.map { $0.file.hasPrefix("roster") ? "" : "\($0.row)" } ?? ""
            name = "record \(record.key)\(hasPeriods ? "" : " #\(row)")\(period)"
        }
        today = finding.reasonToday?.rawValue
        outcome = "\(finding.outcome)"
        figures = ProductFigures(finding.reason, finding.measurement)
        needed = finding.group?.neededOfUndecided.map(String.init)
        ledger = (finding.group?.ledger).map(ProductRun.text)
        track = finding.track.map { track in
            ([track.state.rawValue] + [track.line, track.yearly].map { $0.map(ProductFigures.text) ?? "-" }).joined(separator: " ")
        }
        baseline = finding.baseline.map { "\($0.period) \($0.value.map(ProductFigures.text) ?? "-")" }
        arms = finding.arms.map { ProductFigures($0.reason, $0.measurement) }
        periods = finding.periods.map { "\($0.period) \($0.reason.rawValue)" }
        readings = finding.readings.map { reading in
            let counts = reading.counts.filter { $0.value > 0 }.map { "\($0.key) \($0.value)" }.sorted()
            return Reading(
                name: reading.name.en, figures: ProductFigures(reading.reason, reading.measurement),
                counts: counts.joined(separator: ", "), holds: reading.holds)
        }
    }

    func difference(from finding: PlainFinding) -> String? {
        let verdict = finding.verdict
        // Of one verdict over several years each of which may be otherwise, so may all that is told.
        if zip(finding.periods, periods).contains(where: { $0 != $1 }), periodsAgree(finding) { return nil }
        // Whom a profile lets pass is told as such, however sure this side is of what it would be without.
        if verdict.reason == .waived, !verdict.orElse.isEmpty { return figures.reason == "waived" ? nil : "expected waived, found \(figures.reason)" }
        if verdict.reason.rawValue != figures.reason, verdict.orElse.contains(where: { $0.rawValue == figures.reason }) { return nil }
        var parts = figures.differences(from: verdict)
        let isTodayOpen = verdict.orElse.contains { $0.rawValue == today || today == nil && [.no_record, .before_due].contains($0) }
        if finding.today?.rawValue != today, !isTodayOpen { parts.append("today \(finding.today?.rawValue ?? "-"), found \(today ?? "-")") }
        if finding.outcome.rawValue != outcome { parts.append("outcome \(finding.outcome), found \(outcome)") }
        for (title, own, other) in [("needed", verdict.needed, needed), ("track", finding.track, track), ("baseline", finding.baseline, baseline)]
        where !own.agrees(with: other) {
            parts.append("\(title) \(own), found \(other ?? "-")")
        }
        if let own = finding.ledger, own.description != ledger { parts.append("ledger \(own), found \(ledger ?? "-")") }
        if !periodsAgree(finding) { parts.append("periods \(finding.periods), found \(periods)") }
        parts += armDifferences(verdict.arms) + readingDifferences(finding.readings)
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }
}

private extension ProductFinding {
    func periodsAgree(_ finding: PlainFinding) -> Bool {
        finding.periods.count == periods.count && zip(finding.periods, periods).enumerated().allSatisfy { place, period in
            period.0 == period.1 || finding.periodsOrElse[place].contains { period.1.hasSuffix(" \($0.rawValue)") }
        }
    }

    func armDifferences(_ expected: [PlainVerdict]) -> [String] {
        guard expected.count == arms.count else { return ["\(expected.count) arms, found \(arms.count)"] }
        return zip(expected, arms).enumerated().flatMap { place, arm in
            if arm.0.reason.rawValue != arm.1.reason, arm.0.orElse.contains(where: { $0.rawValue == arm.1.reason }) { return [String]() }
            return arm.1.differences(from: arm.0).filter { !$0.hasPrefix("arm ") }.map { "arm \(place): \($0)" }
        }
    }

    func readingDifferences(_ expected: [PlainReadingVerdict]) -> [String] {
        guard expected.map(\.name) == readings.map(\.name) else { return ["readings \(expected.map(\.name)), found \(readings.map(\.name))"] }
        return zip(expected, readings).flatMap { own, other -> [String] in
            if own.isUnsure { return [] }
            var parts = other.figures.differences(from: own.verdict)
            if own.counts != other.counts { parts.append("counts \(own.counts), found \(other.counts)") }
            if own.holds != other.holds { parts.append("holds \(own.holds), found \(other.holds)") }
            return parts.map { "reading \(own.name): \($0)" }
        }
    }
}
