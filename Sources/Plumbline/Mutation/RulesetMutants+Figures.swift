import Diagnostics
import OrderedCollections
import Quantities
import YAML

/// The mistakes in the values that a ruleset's rules share: its parameters, and what `about` allows.
extension RulesetMutants {
    /// Another value of each parameter that has one, for the rules that name it.
    func parameters(of ruleset: Ruleset) -> [Change] {
        ruleset.parameters.values.flatMap { parameter -> [Change] in
            guard let value = parameter.value, let text = value.scalar?.text else { return [] }
            let users = users(of: ruleset) { plan in plan.rule.expressionTexts.contains { $0.hasWholeName("params.\(parameter.name)") } }
            guard !users.isEmpty else { return [] }
            let (kind, others) = others(than: text, type: parameter.type)
            return others.map { other in
                var mutant = ruleset
                mutant.parameters[parameter.name]?.value = value.replacing(text: other)
                let name = "params.\(parameter.name)"
                let mistake = Mistake(
                    before: "\(name): \(text)", after: "\(name): \(other)", location: value.location,
                    hint: Localized(
                        zh: "一个 \(name) 为 \(text) 与为 \(other) 时结论不同的用例",
                        en: "a case that comes to another verdict where \(name) is \(other) in place of \(text)"))
                return (kind, mutant, mistake, users)
            }
        }
    }

    /// A little more and a little less room around the figures of `about`, for the rules that leave it to the ruleset.
    func tolerances(of ruleset: Ruleset) -> [Change] {
        guard let tolerance = ruleset.aboutTolerance, let location = ruleset.aboutToleranceLocation else { return [] }
        let users = users(of: ruleset) { $0.rule.leavesTolerance }
        guard !users.isEmpty else { return [] }
        let text = Unit.percent.text(tolerance)
        return Self.steps(of: text).compactMap { other in
            guard let share = (try? Quantity.parse(other))?.value, share > 0 else { return nil }
            var mutant = ruleset
            mutant.aboutTolerance = share
            let mistake = Mistake(
                before: "about: \(text)", after: "about: \(other)", location: location,
                hint: Localized(
                    zh: "一个离所写数值恰好 \(text) 的用例，和一个略远一点的", en: "a case at just \(text) from the figure, and one a little beyond"))
            return (.threshold, mutant, mistake, users)
        }
    }
}

private extension RulesetMutants {
    static func steps(of text: String) -> [String] {
        guard let number = SteppedNumber(text) else { return [] }
        return [1, -1, 10, -10].map { number.stepped(by: $0) }.filter { text.hasPrefix("-") || !$0.hasPrefix("-") }
    }

    /// What else a parameter's author could have written.
    func others(than text: String, type: String) -> (MutationKind, [String]) {
        switch type {
        case "integer", "decimal", "percent", "quantity": (.threshold, Self.steps(of: text))
        case "date": (.period, years(text))
        case "period":
            (.period, CalendarPeriod(text).map { [$0.next, $0.previous].compactMap { $0?.description } } ?? [])
        case "boolean": (.choice, [text == "true" ? "false" : "true"])
        default: (.enumeration, neighbours(of: text, in: type))
        }
    }

    func years(_ text: String) -> [String] {
        guard let date = CalendarDate(iso: text) else { return [] }
        return [1, -1].compactMap { CalendarDate(year: date.year + $0, month: date.month, day: date.day)?.description }
    }

    /// The grades next to one; of values without an order any other.
    func neighbours(of text: String, in type: String) -> [String] {
        guard let enumeration = vocabulary.enumerations[type] else { return [] }
        guard let ranks = enumeration.rank(of: text).map({ $0...$0 }) ?? enumeration.band(named: text)?.ranks else { return [] }
        let places = enumeration.isOrdered
            ? [ranks.upperBound + 1, ranks.lowerBound - 1] : Array(enumeration.members.indices.filter { !ranks.contains($0) }.prefix(1))
        return places.filter(enumeration.members.indices.contains).map { enumeration.members[$0].id }
    }
}

private extension Rule {
    /// Whether the rule has a limit with room around it and does not say how much.
    var leavesTolerance: Bool {
        requirement.target.map { $0.kind == "about" && $0.limit.mapping?["tolerance"] == nil } ?? false
    }
}
