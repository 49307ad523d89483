import Diagnostics
import Plumbline
import PlumblineReaders
import Quantities
import Testing

/// One vocabulary with its rules, held against several datasets.
struct RandomAudit {
    let seed: UInt64
    let vocabulary: PlainVocabulary
    let rules: [PlainRule]

    private static let ruleCount = 24
    private static let datasetCount = 5
    private static let days = ["2026-01-01", "2026-06-30", "2025-07-01", "2026-01-01", "2024-12-31"]

    init(seed: UInt64) {
        self.seed = seed
        vocabulary = RandomVocabulary.make(seed: seed &* 7919 &+ 1)
        rules = RandomRules.make(Self.ruleCount, vocabulary, seed: seed &* 7919 &+ 2)
    }

    func compare(into tally: inout DifferentialTally) throws {
        var plans: [[String]: ProductPlan] = [:]
        for number in 0..<Self.datasetCount {
            let data = RandomTables.make(vocabulary, seed: seed &* 7919 &+ 100 &+ UInt64(number))
            let rosters = data.rosters.map(\.table.name)
            let plan = try plans[rosters] ?? ProductPlan(vocabulary, rules, rosters: rosters)
            if plans[rosters] == nil { tally.differences += plan.faults.map { "seed \(seed): refused, \($0)" } }
            plans[rosters] = plan
            try compare(plan, data, number: number, asOf: PlainDay(text: Self.days[number % Self.days.count]), into: &tally)
        }
    }

    private func compare(
        _ plan: ProductPlan, _ data: PlainDataset, number: Int, asOf: PlainDay, into tally: inout DifferentialTally
    ) throws {
        let found = try ProductRun(plan.plan, data, asOf: asOf)
        for rule in rules where !plan.refused.contains(rule.id) {
            tally.cases += 1
            let judge = PlainJudge(data: data, rule: rule, asOf: asOf)
            let expected = judge.findings()
            for finding in expected { tally.reasons[finding.verdict.reason, default: 0] += 1 }
            for kind in rule.features { tally.features[kind, default: 0] += expected.count { $0.shows(kind) } }
            var differences = Self.differences(expected, found.findings[rule.id] ?? [])
            if let ledger = judge.ledger(), ledger.description != found.ledgers[rule.id] {
                differences.append("  ledger: expected \(ledger), found \(found.ledgers[rule.id] ?? "none")")
            }
            if let count = judge.contradictions(expected), count != found.contradictions[rule.id, default: 0] {
                differences.append("  baselines that differ: expected \(count), found \(found.contradictions[rule.id, default: 0])")
            }
            guard !differences.isEmpty else { continue }
            let files = data.files.map { ($0, "") } + data.rosters.map { ($0, ", roster") }
            let texts = files.map { "# \($0.0.table.name)\($0.1)\n\($0.0.text)" }
            tally.differences.append(
                "seed \(seed) dataset \(number) as of \(asOf.text)\n\(differences.joined(separator: "\n"))\n\(rule.text)\(texts.joined())\(vocabulary.text)")
        }
    }

    /// What one side says and the other does not, a line each.
    private static func differences(_ expected: [PlainFinding], _ found: [ProductFinding]) -> [String] {
        var left = found
        var lines: [String] = []
        for finding in expected {
            guard let place = left.firstIndex(where: { $0.name == finding.name }) else {
                lines.append("  \(finding.name): expected \(finding.verdict.reason.rawValue), not found")
                continue
            }
            let other = left.remove(at: place)
            if let difference = other.difference(from: finding) { lines.append("  \(finding.name): \(difference)") }
        }
        return lines + left.map { "  \($0.name): found \($0.figures.reason), not expected" }
    }
}
