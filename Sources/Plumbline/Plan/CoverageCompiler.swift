import CEL
import Diagnostics
import Quantities
import YAML

/// Compiles the limit of a coverage: on the share of the records that pass where it is a share, else on their number.
struct CoverageCompiler {
    let ruleset: RulesetContext
    let table: Table
    /// What is known already; nil where nothing is kept.
    let memory: ExpressionMemory.Part?
    private(set) var diagnostics = Diagnostics()

    init(ruleset: RulesetContext, table: Table, memory: ExpressionMemory.Part?) {
        self.ruleset = ruleset
        self.table = table
        self.memory = memory
    }

    /// - Returns: nil, with faults reported, where the limit is at fault.
    ///
    /// - Parameters:
    ///   - baseline: Where the group starts from, as far as the rule says it of the group and not of its members.
    ///   - pace: How the way from there is to be gone.
    mutating func plan(
        _ coverage: Coverage, _ kind: any RecordTargetKind, baseline: Baseline? = nil, pace: Pace = .none
    ) -> CoveragePlan? {
        guard let scalar = coverage.target.limit.firstScalar else {
            diagnostics.append(.notALimit(coverage.target.limit.shape, at: coverage.target.limit.location))
            return nil
        }
        let numbers = Dictionary(uniqueKeysWithValues: CoveragePlan.Count.allCases.map { ($0.rawValue, NumberValue.type) })
        let environment = RuleEnvironment.of(
            variables: numbers, vocabulary: ruleset.vocabulary, setting: ruleset.setting, language: ruleset.language)
        let isShare = isShare(coverage.target.limit)
        var context = LoweringContext(
            vocabulary: ruleset.vocabulary, table: table, environment: environment, aboutTolerance: ruleset.aboutTolerance)
        let observed = observed(isShare: isShare, scalar)
        let lowering = kind.lower(coverage.target.limit, onto: observed, in: &context)
        let stated = baseline?.value.flatMap { context.quantity($0, for: observed.measure) }
        diagnostics.append(context.diagnostics)
        guard let lowering, let verdict = program(lowering.verdict, environment, at: coverage.target.kindLocation),
              let value = program(lowering.observed ?? observed.expression, environment, at: coverage.target.kindLocation)
        else { return nil }
        var plan = CoveragePlan(
            isShare: isShare, limit: lowering.limit, verdict: verdict, observed: value,
            gap: lowering.gap.flatMap { program($0, environment, at: coverage.target.kindLocation) },
            closings: lowering.closings.compactMap { closing in
                program(closing.amount, environment, at: coverage.target.kindLocation)
                    .map { RulePlan.Closing(kind: closing.kind, amount: $0) }
            })
        plan.hasSteadyGap = plan.gap != nil && lowering.limitValue == nil && lowering.applies == nil
        plan.baseline = stated
        plan.way = stated.flatMap { way(from: $0, to: lowering.limit, pace) }
        return plan
    }
}

private extension CoverageCompiler {
    /// The way to a limit that is one number, the same for all groups.
    func way(from start: Quantity, to limit: Limit, _ pace: Pace) -> Way? {
        guard pace != .none, let side = ComparedBound(rawValue: limit.kind), limit.bounds.count == 1 else { return nil }
        return Way(start: start.value, goal: limit.bounds[0], isFloor: side.isFloor, isRate: false, pace: pace)
    }

    func observed(isShare: Bool, _ scalar: YAMLScalar) -> Observed {
        let passed = Expression.identifier(CoveragePlan.Count.passed.rawValue)
        let counted = Expression.identifier(CoveragePlan.Count.counted.rawValue)
        let ratio = Observed.Ratio(numerator: passed, denominator: counted, isOfOneKind: true)
        return Observed(
            expression: isShare ? .operation(Operator.divide, passed, counted) : passed, type: NumberValue.type,
            measure: isShare ? Measure(.dimension(.pure)) : .tally, ratio: isShare ? ratio : nil, isCount: !isShare,
            scalar: scalar)
    }

    /// Whether a limit is on a share: its figure says so, or the parameter that it names.
    func isShare(_ limit: YAMLNode) -> Bool {
        if let text = limit.scalar?.text {
            if let unit = (try? Quantity.parse(text))?.unit { return unit.isRatioSign }
            return ruleset.setting.figures.shares.contains { text.hasWholeName($0) }
        }
        if let mapping = limit.mapping { return mapping.entries.contains { $0.key.scalar?.text != "when" && isShare($0.value) } }
        return limit.sequence?.contains(where: isShare) ?? false
    }

    mutating func program(_ expression: Expression, _ environment: Environment, at place: Location) -> CoveragePlan.CountProgram? {
        do throws(ExpressionFaults) {
            if let known = memory?.count(expression) { return known }
            let made = CoveragePlan.CountProgram(environment.program(try environment.check(expression)))
            memory?.note(made, of: expression)
            return made
        } catch {
            for fault in error.all {
                diagnostics.append(Diagnostic(code: fault.code, at: place, message: fault.message, help: fault.help))
            }
            return nil
        }
    }
}

private extension YAMLNode {
    /// The first text anywhere in the node, at which faults of the whole are told.
    var firstScalar: YAMLScalar? {
        if let scalar { return scalar }
        if let sequence { return sequence.lazy.compactMap(\.firstScalar).first }
        return mapping?.entries.lazy.compactMap(\.value.firstScalar).first
    }
}
