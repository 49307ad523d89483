import CEL
import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// What a rule asks, in a form that can be held against what others ask: which figure, of whom, when, and within what.
struct RuleClaim {
    let plan: RulePlan
    /// The figure, written in one way however its author wrote it.
    let figure: String
    /// The conditions that somebody has to meet to be asked, each written in one way.
    let conditions: Set<String>
    /// The periods judged, or the one that the due date falls in; empty where the rule knows no periods.
    let periods: Set<CalendarPeriod>
    let range: ClaimedRange
    /// What has to hold, where the rule is a condition.
    let condition: Expression?
    /// What is counted, where the figure is a number of things or a quotient of two: its parts, written in one way.
    let parts: (numerator: String, denominator: String?)?

    /// Nil for a rule whose limit is not the same for everybody, or no number.
    init?(_ plan: RulePlan, vocabulary: Vocabulary, language: RuleLanguage) {
        guard let limit = plan.limit, let range = ClaimedRange(limit), let table = vocabulary.tables[plan.rule.table] else { return nil }
        let environment = RuleEnvironment.of(table, vocabulary: vocabulary, setting: plan.setting, language: language)
        let texts = ExpressionsInOneForm(environment: environment)
        guard let conditions = texts.conditions(plan.rule.scope) else { return nil }
        guard let figure = Self.figure(plan, texts) else { return nil }
        self.plan = plan
        self.range = range
        self.figure = figure
        self.conditions = conditions
        periods = Self.periods(plan.schedule)
        parts = Self.parts(plan, table, texts)
        condition = if case .condition(let scalar) = plan.rule.requirement { texts.tree(scalar) } else { nil }
    }

    var rule: Rule { plan.rule }

    /// The names in the figure, without those of functions and of one letter, which macros give.
    var names: Set<String> {
        var names: Set<String> = []
        var name = ""
        for character in figure + " " {
            if character.isLetter || character.isNumber || character == "_" {
                name.append(character)
            } else {
                if name.count > 1, character != "(", name.first?.isNumber == false { names.insert(name) }
                name = ""
            }
        }
        return names
    }

    /// Whether both ask for one figure of records of one table; how many of them pass is another than which share does.
    func isAboutTheSame(as other: RuleClaim) -> Bool {
        rule.table == other.rule.table && figure == other.figure && plan.coverage?.isShare == other.plan.coverage?.isShare
            && Self.names(rule.subjects) == Self.names(other.rule.subjects)
    }

    /// Whether whoever is asked by this rule is asked by the other, too, in the same periods.
    func isWithin(_ other: RuleClaim) -> Bool {
        conditions.isSuperset(of: other.conditions) && periods.isSubset(of: other.periods)
            && Self.names(other.rule.exceptions).isSubset(of: Self.names(rule.exceptions))
    }

    private static func names(_ records: [NamedRecord]) -> Set<String> { Set(records.map { CellText.comparable($0.name) }) }
}

extension RuleClaim {
    /// The periods that a rule judges, or the one that its due date falls in.
    static func periods(_ schedule: Schedule) -> Set<CalendarPeriod> {
        if let choice = schedule.choice { return Set(choice.periods) }
        return schedule.date.map { [CalendarPeriod(containing: $0, kind: .year)] } ?? []
    }
}

private extension RuleClaim {
    static func figure(_ plan: RulePlan, _ texts: ExpressionsInOneForm) -> String? {
        switch plan.rule.requirement {
        case .target(let observe, let target):
            guard let value = texts.text(observe) else { return nil }
            guard let coverage = plan.rule.coverage else { return value }
            return "share where \(value) \(target.kind) \(target.limit.flowText) per \(texts.text(coverage.per))"
        case .condition(let condition):
            guard let coverage = plan.rule.coverage, let asked = texts.text(condition) else { return nil }
            return "share where \(asked) per \(texts.text(coverage.per))"
        case .membership: return plan.rule.coverage.map { "number per \(texts.text($0.per))" }
        default: return nil
        }
    }

    /// The parts of what is observed; an indicator's are those that the vocabulary gives it.
    static func parts(
        _ plan: RulePlan, _ table: Table, _ texts: ExpressionsInOneForm
    ) -> (numerator: String, denominator: String?)? {
        guard plan.rule.coverage == nil, case .target(let observe, _) = plan.rule.requirement,
              let tree = texts.tree(observe)
        else { return nil }
        if case .call(Operator.divide, nil, let sides) = tree.node, sides.count == 2 {
            return (sides[0].unparsed(), sides[1].unparsed())
        }
        if case .identifier(let name) = tree.node, case .ratio(let above, let below)? = table.fields[name]?.definition,
           let numerator = texts.text(above), let denominator = texts.text(below) {
            return (numerator, denominator)
        }
        return (tree.unparsed(), nil)
    }
}
