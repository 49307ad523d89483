import Diagnostics
import Plumbline

/// Random rules as the product has planned them, without those that its advice refuses: a scope that contradicts itself.
struct ProductPlan {
    let plan: AuditPlan
    let refused: Set<String>

    /// - Parameter rosters: The tables that the ruleset brings a roster of.
    init(_ vocabulary: PlainVocabulary, _ rules: [PlainRule], rosters: [String]) throws {
        var refused: Set<String> = []
        while true {
            do {
                plan = try Self.plan(vocabulary, rules.filter { !refused.contains($0.id) }, rosters)
                self.refused = refused
                return
            } catch let faults as Diagnostics {
                let before = refused.count
                for fault in faults.all where fault.severity == .error {
                    guard Self.refusals.contains(fault.code.rawValue) else { throw faults }
                    refused.formUnion(rules.map(\.id).filter { fault.message.en.contains("'\($0)'") })
                }
                if refused.count == before { throw faults }
            }
        }
    }

    private static let refusals: Set<String> = ["never-applies"]

    private static func plan(_ vocabulary: PlainVocabulary, _ rules: [PlainRule], _ rosters: [String]) throws -> AuditPlan {
        var header = "ruleset: test\nplan: {title: test, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
        if !rosters.isEmpty {
            header += "data:\n" + rosters.map { "  - {table: \($0), file: roster.csv, roster: true}\n" }.joined()
        }
        return try Fixture.plan(["vocabulary.yaml": vocabulary.text, "ruleset.yaml": "\(header)rules:\n\(rules.map(\.text).joined())"])
    }
}
