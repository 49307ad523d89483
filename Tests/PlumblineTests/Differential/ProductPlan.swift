import Diagnostics
import Plumbline

/// Random rules as the product has planned them, without those that its advice refuses: a scope that contradicts itself.
struct ProductPlan {
    let plan: AuditPlan
    let refused: Set<String>
    /// The faults of rules that were refused for what this side takes for sound.
    private(set) var faults: [String] = []

    /// - Parameter rosters: The tables that the ruleset brings a roster of.
    init(_ vocabulary: PlainVocabulary, _ rules: [PlainRule], rosters: [String]) throws {
        var refused: Set<String> = []
        while true {
            let accepted = rules.filter { !refused.contains($0.id) }
            do {
                plan = try Self.plan(vocabulary, accepted, rosters)
                self.refused = refused
                return
            } catch let faults as Diagnostics {
                let before = refused.count
                for fault in faults.all where fault.severity == .error {
                    if !Self.refusals.contains(fault.code.rawValue) {
                        self.faults.append("\(fault.code.rawValue): \(fault.message.en)\n\(fault.location?.lineText ?? "")")
                    }
                    refused.formUnion([fault.location.flatMap { Self.rule(at: $0.start.line, accepted, rosters) }].compactMap(\.self))
                }
                if refused.count == before { throw faults }
            }
        }
    }

    private static let refusals: Set<String> = ["never-applies"]

    private static func plan(_ vocabulary: PlainVocabulary, _ rules: [PlainRule], _ rosters: [String]) throws -> AuditPlan {
        let profile = PlainProfile(rules)
        var files = ["vocabulary.yaml": vocabulary.text, "ruleset.yaml": "\(header(rosters))\(rules.map(\.text).joined())"]
        files["audit.yaml"] = profile?.text
        return try Fixture.plan(files, profile: profile == nil ? nil : "audit")
    }

    private static func header(_ rosters: [String]) -> String {
        var header = "ruleset: test\nplan: {title: test, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\n"
            + "params: {which: {type: kind, why: masked}}\n"
        if !rosters.isEmpty {
            header += "data:\n" + rosters.map { "  - {table: \($0), file: roster.csv, roster: true}\n" }.joined()
        }
        return header + "rules:\n"
    }

    /// The rule whose text a line is in.
    private static func rule(at line: Int, _ rules: [PlainRule], _ rosters: [String]) -> String? {
        var last = header(rosters).count { $0 == "\n" }
        for rule in rules {
            last += rule.text.count { $0 == "\n" }
            if line <= last { return rule.id }
        }
        return nil
    }
}
