import CEL
import Diagnostics
import OrderedCollections
import YAML

extension RuleCompiler {
    mutating func comparison(
        _ kind: any GroupTargetKind, _ target: Rule.TargetText, observed: Observed?, _ schedule: Schedule
    ) -> RuleDraft? {
        if let coverage = rule.coverage { diagnostics.append(.coverageOfGroups(kind.name, at: coverage.target.kindLocation)) }
        var context = context()
        let lowering = kind.lower(target.limit, onto: observed, in: &context)
        diagnostics.append(context.diagnostics)
        guard let lowering else { return nil }
        var compiler = ComparisonCompiler(expressions: expressions, setting: setting, language: ruleset.language)
        let comparison = compiler.plan(lowering, at: target.kindLocation)
        expressions = compiler.expressions
        guard let comparison else { return nil }
        var plan = emptyPlan(observed.map { expressions.environment.shownRule($0.scalar.text) } ?? lowering.strataTexts.joined(separator: ", "), schedule)
        plan.limit = lowering.limit
        plan.observedField = observed.flatMap { ObservedField.of($0, limit: lowering.limit, in: ruleset.vocabulary) }
        plan.comparison = comparison
        return plan
    }
}

extension RuleCompiler {
    mutating func coverage(planning coverage: Coverage) -> CoveragePlan? {
        let per = coverage.per.map { expressions.check($0) }
        if let per, per == nil { return nil }
        guard let kind = kind(of: coverage.target) as? any RecordTargetKind else {
            if ruleset.targets.contains(where: { $0.name == coverage.target.kind }) {
                diagnostics.append(.notACoverageLimit(coverage.target.kind, at: coverage.target.kindLocation))
            }
            return nil
        }
        var compiler = CoverageCompiler(ruleset: ruleset, table: table, memory: expressions.memory)
        let baseline = baselineIsOfMembers ? nil : rule.baseline
        var plan = compiler.plan(coverage, kind, baseline: baseline, pace: baseline == nil ? .none : rule.pace?.pace ?? .linear)
        if let pace = rule.pace, pace.pace != .none, rule.baseline != nil, plan != nil, plan?.way == nil {
            diagnostics.append(.paceWithoutLine(pace.pace, at: pace.location))
        }
        diagnostics.append(compiler.diagnostics)
        guard let per = per ?? nil else { return plan }
        plan?.per = expressions.program(per)
        if case .record(let name) = per.type { plan?.perTable = name }
        plan?.perLevel = level(of: per)
        return plan
    }

    /// The level of a hierarchy to which an expression leads, such as `region.county`.
    func level(of checked: CheckedExpression) -> String? {
        let field: Field? =
            switch checked.root.node {
            case .identifier(let name): table.fields[name]
            case .select(let operand, let name, false):
                if case .record(let owner) = checked.type(of: operand) { ruleset.vocabulary.tables[owner]?.fields[name] } else { nil }
            default: nil
            }
        if case .ancestor(let level)? = field?.definition { return level }
        return nil
    }
}
