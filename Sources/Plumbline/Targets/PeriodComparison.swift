import CEL
import Diagnostics
import YAML

/// What `change` and `growth` have in common: a bound, and the observed value in another period of the same record.
struct PeriodComparison {
    /// The period that is compared with; the variable of that name is the record there.
    enum Against: String, CaseIterable {
        case previous
        case yearAgo = "year_ago"
    }

    let bound: ComparedBound
    /// What stands under the bound's key.
    let limit: YAMLNode
    let against: Against
    /// The observed value in the other period.
    let base: Expression

    /// Reads what stands under the target's key; nil with faults reported.
    init?(_ node: YAMLNode, of observed: Observed, kind: String, in context: inout LoweringContext) {
        guard observed.isNumber else {
            context.report(.targetNeeds(kind, Localized(zh: "数字", en: "a number"), not: observed.type, at: node.location))
            return nil
        }
        guard node.mapping != nil, var reader = MappingReader(node, as: .target(kind), &context.diagnostics) else {
            context.report(.notAComparison(kind, node.shape, at: node.location))
            return nil
        }
        let found = ComparedBound.read(&reader, kind: kind, &context)
        let against = reader.required("against", &context.diagnostics)?.choice(of: Against.self, &context.diagnostics)
        reader.finish(&context.diagnostics)
        guard Self.suits(observed, kind, node, &context), let found, let against else { return nil }
        bound = found.bound
        limit = found.limit
        self.against = against
        base = OtherRecord(named: against.rawValue, of: context.table, in: context.environment).value(of: observed.expression)
    }

    /// Whether the observed value can be taken in another period.
    private static func suits(_ observed: Observed, _ kind: String, _ node: YAMLNode, _ context: inout LoweringContext) -> Bool {
        if context.table.period == nil, !context.vocabulary.dependence.concerns(context.table) {
            context.report(.noPeriods(table: context.table.name, kind: kind, at: node.location))
            return false
        }
        guard context.environment.variables[Against.previous.rawValue] != nil else {
            context.report(.notACoverageLimit(kind, at: node.location))
            return false
        }
        guard let (name, range) = OtherRecord.mention(in: observed.expression) else { return true }
        context.report(.comparesAlready(name, kind: kind, at: observed.scalar.location(of: range)))
        return false
    }

    static func shape(_ limit: LimitShape = .value) -> LimitShape {
        .mapping(
            [
                LimitShape.Key(
                    "against", .choice(Against.allCases.map(\.rawValue)), isRequired: true,
                    Localized(zh: "与哪一期相比：上一期、上年同期", en: "The period to compare with: the one before, the same a year ago"))
            ],
            oneOf: ComparedBound.keys(limit))
    }

    /// The target as a rule on the difference between the periods.
    ///
    /// - Parameters:
    ///   - difference: What is held against the limit, with the measure that the limit was held against.
    ///   - level: The limit as a level of the observed value itself, from which closings follow.
    func lower(
        _ difference: Observed, _ threshold: Threshold, level: Expression, onto observed: Observed, kind: String,
        in context: LoweringContext
    ) -> Lowering {
        var limit = context.limit(kind, bound.sign, [threshold], difference)
        limit.text += " (\(against.rawValue))"
        var lowering = bound.bounds(threshold.value).lower(difference, limit: limit, applies: threshold.applies)
        lowering.observed = difference.expression
        lowering.closings = bound.bounds(level).closings(observed)
        return lowering
    }
}
