import Diagnostics
import Plumbline
import Testing

/// One rule over one table, and what its findings come to in a line each.
struct TargetFixture {
    let plan: AuditPlan
    let table: String

    /// - Parameters:
    ///   - fields: The table's fields, as lines of a flow mapping.
    ///   - rule: What the rule says besides id, title and table, in the flow style.
    ///   - table: More keys of the table, such as `period: year`.
    init(fields: String, rule: String, table more: String = "key: row", enumerations: String = "{}", header: String = "") throws {
        table = "unit"
        plan = try Fixture.plan([
            "vocabulary.yaml": """
                vocabulary: test
                enumerations: \(enumerations)
                tables:
                  unit: {\(more), fields: {\(fields)}}
                """,
            "ruleset.yaml": """
                ruleset: test
                plan: {title: test, from: 2021-01-01, to: 2025-12-31}
                uses: [vocabulary.yaml]
                \(header)
                rules:
                  - {id: r, title: t, for: unit, \(rule)}
                """,
        ])
    }

    /// `beyond_limit 83% of ≥ 85%, -2pp, convert 2`: the reason and whatever figures there are, for each finding.
    func lines(_ csv: String) throws -> [String] {
        try findings(csv).map { finding in
            let measurement = finding.measurement
            guard let limit = plan.rules[finding.rule].limit, let observed = measurement.observed else { return finding.reason.rawValue }
            let text = FigureText(limit, of: measurement, in: .en).asWritten
            let parts = ["\(text.observed(observed)) of \(text.limitText)", measurement.gap.map(text.gap)].compactMap(\.self)
                + measurement.closings.map { "\($0.kind) \($0.text)" }
            return "\(finding.reason.rawValue) \(parts.joined(separator: ", "))"
        }
    }

    func reasons(_ csv: String) throws -> [String] { try findings(csv).map(\.reason.rawValue) }

    func findings(_ csv: String) throws -> [Finding] { try Fixture.run(plan, table: table, csv: csv).findings }

    /// The codes of a rule's faults; empty where it is sound.
    static func faults(
        fields: String, rule: String, table: String = "key: row", enumerations: String = "{}", header: String = ""
    ) throws -> [String] {
        do {
            _ = try TargetFixture(fields: fields, rule: rule, table: table, enumerations: enumerations, header: header)
            return []
        } catch let diagnostics as Diagnostics {
            return diagnostics.all.map(\.code.rawValue)
        }
    }
}
