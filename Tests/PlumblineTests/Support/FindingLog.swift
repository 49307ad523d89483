import Plumbline

/// Keeps every finding of a run.
struct FindingLog: FindingCollector {
    var findings: [Finding] = []

    func wants(_ outcome: Outcome) -> Bool { true }

    mutating func receive(_ finding: Finding) { findings.append(finding) }
}
