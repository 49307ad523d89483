import CEL
import OrderedCollections
import Quantities

/// The CEL environment of rules over one table: its fields as variables, and what rules add to CEL.
enum RuleEnvironment {
    /// The names that rules add to a record's own.
    enum Name {
        /// The only clock: the day as of which a run judges.
        static let asOf = "as_of"
        static let period = "period"
        static let due = "due"
        static let previous = "previous"
        static let yearAgo = "year_ago"
        static let baseline = "baseline"
        static let record = RecordFunctions.record
    }

    /// - Parameter setting: What the rule's ruleset and the rule itself bring.
    static func of(
        _ table: Table, vocabulary: Vocabulary, setting: RuleSetting = RuleSetting(), language: RuleLanguage
    ) -> Environment {
        var variables = vocabulary.variables(of: table)
        if setting.baseline != nil { variables[Name.baseline] = variables[Name.previous] }
        return of(variables: variables, vocabulary: vocabulary, setting: setting, language: language)
    }

    /// An environment with other variables than a table's, such as the columns of a group.
    static func of(
        variables: [String: CEL.`Type`], vocabulary: Vocabulary, setting: RuleSetting, language: RuleLanguage
    ) -> Environment {
        let types = VocabularyTypes(
            vocabulary: vocabulary, constants: setting.constants, figures: setting.figures, filled: setting.filled)
        return language.environment(missing: setting.missing).with(variables: variables, types: types)
    }
}

extension Environment {
    /// Parses and checks an expression of a rule.
    func checkedRule(_ text: String) throws(ExpressionFaults) -> CheckedExpression { try check(ruleTree(try parse(text))) }

    /// The tree of an expression of a rule, unchecked; nil where it does not parse.
    func parsedRule(_ text: String) -> Expression? { (try? parse(text)).map(ruleTree) }

    /// The tree of an expression of a rule with everything that was filled in for a template's parameters; nil where it
    /// does not parse.
    func filledRule(_ text: String) -> Expression? {
        (try? parse(text)).map { NumberLiterals.unified((types as? VocabularyTypes)?.filled.showing($0) ?? $0) }
    }

    /// An expression as readers are shown it: as it is written, but with the value of a parameter that is all of
    /// it, and with what was filled in for a template's parameters.
    func shownRule(_ text: String) -> String {
        let trimmed = CellText.trimmed(text)
        // A parameter by itself is shown with its value.
        if let name = ParameterName(text), let value = (types as? VocabularyTypes)?.figures.texts[name.text] { return "\(value) (\(name.text))" }
        guard let filled = (types as? VocabularyTypes)?.filled, !filled.shown.isEmpty, trimmed.contains("params."),
              let tree = try? parse(trimmed)
        else { return trimmed }
        return filled.showing(tree).unparsed()
    }

    /// The values that an expression lists, or that a parameter has, as readers are shown them; the text itself where they have to be
    /// worked out, and of a parameter that waits for its value.
    func shownValues(_ text: String) -> [String] {
        let trimmed = CellText.trimmed(text)
        if let name = ParameterName(trimmed), let constant = (types as? VocabularyTypes)?.constants[name.text]?.value {
            switch constant {
            case .list(let values): return values.map(\.text)
            case .unknown, .error: return [trimmed]
            default: return [constant.text]
            }
        }
        guard let tree = try? parse(trimmed), case .list(let elements) = tree.node else { return [trimmed] }
        let values = elements.compactMap { element -> String? in
            if case .constant(.string(let value)) = element.node { value } else { nil }
        }
        return values.count == elements.count ? values : [trimmed]
    }

    /// The quantity that a limit is, where it is a parameter and nothing else; of a parameter without a value, one of
    /// its unit.
    func quantity(ofParameter text: String) -> Quantity? {
        ParameterName(text).flatMap { (types as? VocabularyTypes)?.figures.quantities[$0.text] }
    }

    /// The names of the parameters, without `params.` before them.
    var parameterNames: [String] {
        let names = (types as? VocabularyTypes)?.constants.keys.filter { $0.hasPrefix("params.") } ?? []
        return names.map { String($0.dropFirst("params.".count)) }.sorted()
    }

    private func ruleTree(_ expression: Expression) -> Expression {
        let types = types as? VocabularyTypes
        return TextLiterals.plain(
            NumberLiterals.unified(types?.filled.filling(expression) ?? expression), patterns: types?.figures.patterns ?? [:])
    }
}
