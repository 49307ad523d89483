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
    /// What each of the rules has of the language, by its id.
    private let said: [String: PlainRule.Said]
    private static let days = ["2026-01-01", "2026-06-30", "2025-07-01", "2026-01-01", "2024-12-31"]

    /// Which world of tables it is, for whoever looks for a difference.
    private let world: String
    private let datasetCount: Int
    private let dataset: (UInt64) -> PlainDataset

    init(seed: UInt64) {
        self.seed = seed
        vocabulary = RandomVocabulary.make(seed: seed &* 7919 &+ 1)
        rules = RandomRules.make(36, vocabulary, seed: seed &* 7919 &+ 2)
        said = Self.said(rules)
        (world, datasetCount) = ("units", 11)
        dataset = { [vocabulary] in RandomTables.make(vocabulary, seed: $0) }
    }

    /// Places within places, registers, observations, published figures and groups.
    init(ofPlaces seed: UInt64) {
        self.seed = seed
        var maker = RandomPlaces(seed: seed &* 7919 &+ 3)
        vocabulary = maker.vocabulary()
        rules = RandomRules.ofPlaces(30, vocabulary, seed: seed &* 7919 &+ 4)
        said = Self.said(rules)
        (world, datasetCount) = ("places", 10)
        dataset = { [vocabulary] seed in
            var maker = RandomPlaces(seed: seed)
            return maker.dataset(vocabulary)
        }
    }

    private static func said(_ rules: [PlainRule]) -> [String: PlainRule.Said] {
        Dictionary(uniqueKeysWithValues: rules.map { ($0.id, PlainRule.Said(features: $0.features, kinds: $0.kinds)) })
    }

    /// What finds it again.
    var name: String { "seed \(seed) of \(world)" }

    func compare(into tally: inout DifferentialTally) throws {
        let plan = try ProductPlan(vocabulary, rules, rosters: vocabulary.rosters)
        tally.differences += plan.faults.map { "\(name): refused, \($0)" }
        for number in 0..<datasetCount {
            let data = dataset(seed &* 7919 &+ 100 &+ UInt64(number))
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
            tally.add(expected, of: said[rule.id]!)
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
                "\(name), dataset \(number) as of \(asOf.text)\n\(differences.joined(separator: "\n"))\n\(rule.text)\(texts.joined())\(vocabulary.text)")
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
