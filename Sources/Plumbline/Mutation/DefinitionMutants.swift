import CEL
import Diagnostics
import OrderedCollections
import YAML

/// The mistakes in how fields and indicators come from others: a case of any rule that uses the field may notice them.
struct DefinitionMutants {
    private let plan: AuditPlan
    private let trials: [MutantTrial]

    /// - Parameter trials: Those of the plan's rules.
    init(_ plan: AuditPlan, trials: [MutantTrial]) { (self.plan, self.trials) = (plan, trials) }

    /// One result for each defined field that a rule uses.
    var results: [MutationTest.Result] {
        let alone = plan.rules.indices.map { plan.alone($0) }
        let places = plan.vocabulary.tables.values.flatMap { table in table.fields.values.indices.map { (table, $0) } }
        return places.indices.concurrentMap { number -> MutationTest.Result? in
            let (table, place) = places[number]
            guard let definition = table.fields.values[place].definition, !definition.scalars.isEmpty else { return nil }
            let users = alone.indices.filter { alone[$0].looksAt(place, of: table) }
            return users.isEmpty ? nil : result(of: place, definition, in: table, users)
        }.compactMap(\.self)
    }
}

private extension DefinitionMutants {
    func result(of place: Int, _ definition: Definition, in table: Table, _ users: [Int]) -> MutationTest.Result {
        let field = table.fields.values[place]
        var tally = MutantTally(
            .definition, "\(table.name).\(field.name)", title: field.title ?? Localized(same: field.name))
        let isYearly = users.allSatisfy { plan.rules[$0].rule.period?.periods.first?.kind == .year }
        let scope = MutationScope(vocabulary: plan.vocabulary, table: table.name, isYearly: isYearly)
        for (kind, other, mistake) in Self.changes(of: definition, in: scope) {
            tally.add(kind, mistake) {
                guard let mutant = plan.redefining(field.name, of: table, as: other) else { return .dropped }
                return fate(of: mistake, in: mutant, users)
            }
        }
        return tally.result(of: users.map { trials[$0] })
    }

    /// Killed by the first case that does not come out.
    func fate(of mistake: Mistake, in mutant: AuditPlan, _ users: [Int]) -> MutantTally.Fate {
        for user in users {
            let rule = plan.rules[user].rule
            guard let ruleset = plan.book.rulesets.first(where: { $0.name == rule.ruleset }) else { continue }
            var trial = trials[user].ofWhatRulesShare
            let fate = MutantCompiler(plan: mutant, ruleset: ruleset).fate(of: mistake, in: rule, under: &trial)
            // A definition with which a rule of those that use it does not compile is noticed by everybody.
            if fate != .survived { return fate }
        }
        return .survived
    }

    static func changes(of definition: Definition, in scope: MutationScope) -> [(MutationKind, Definition, Mistake)] {
        let edited = definition.scalars.indices.flatMap { place -> [(MutationKind, Definition, Mistake)] in
            guard let expression = MutableExpression(definition.scalars[place], in: scope) else { return [] }
            return builtInMutations.flatMap { mutation in
                expression.nodes.flatMap { mutation.edits(at: $0, of: expression) }.map { edit in
                    let (text, mistake) = expression.changed(edit)
                    return (mutation.kind, definition.replacing(place, with: expression.scalar.replacing(text: text)), mistake)
                }
            }
        }
        return edited + [swapped(definition)].compactMap(\.self)
    }

    /// A numerator taken for the denominator.
    static func swapped(_ definition: Definition) -> (MutationKind, Definition, Mistake)? {
        guard case .ratio(let above, let below) = definition else { return nil }
        return (.sides, .ratio(numerator: below, denominator: above), Mistake(
            before: "numerator: \(above.text)", after: "numerator: \(below.text)", location: above.location,
            hint: Localized(zh: "一个分子与分母不相等的用例", en: "a case in which numerator and denominator differ")))
    }
}

private extension Definition {
    /// The definition with another of its expressions.
    func replacing(_ place: Int, with scalar: YAMLScalar) -> Definition {
        switch self {
        case .expression: .expression(scalar)
        case .ratio(let above, let below): place == 0 ? .ratio(numerator: scalar, denominator: below) : .ratio(numerator: above, denominator: scalar)
        case .ancestor: self
        }
    }
}
