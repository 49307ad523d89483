import CEL
import OrderedCollections

/// The CEL environment of rules over one table: its fields as variables, and what rules add to CEL.
enum RuleEnvironment {
    /// The only clock: the day as of which a run judges.
    static let asOf = "as_of"

    /// - Parameter functions: Libraries that somebody adds; they come last, and replace overloads of the same id.
    static func of(_ table: Table, vocabulary: Vocabulary, functions: [any FunctionLibrary]) -> Environment {
        var variables: [String: CEL.`Type`] = [asOf: DateValue.type]
        for field in table.fields.values { variables[field.name] = type(of: field.type) }
        return Environment(
            libraries: [
                StandardLibrary(omitting: RuleFunctions.replacedOverloads),
                AggregateLibrary(
                    arithmetic: ExactArithmetic(orderedEnumerations: vocabulary.enumerations.values.filter(\.isOrdered))),
                RuleFunctions(enumerations: vocabulary.enumerations),
            ] + functions,
            variables: variables, literals: RuleLiterals(enumerations: vocabulary.enumerations))
    }

    private static func type(of type: FieldType) -> CEL.`Type` {
        switch type {
        case .string: .string
        case .integer, .decimal, .percent: NumberValue.type
        case .boolean: .bool
        case .date: DateValue.type
        case .datetime: .timestamp
        case .duration: .duration
        case .period: PeriodValue.type
        case .enumeration(let enumeration): EnumerationValue.type(of: enumeration)
        case .reference(let table): .record(table)
        }
    }
}

extension Environment {
    /// Parses and checks an expression of a rule.
    func checkedRule(_ text: String) throws(ExpressionFaults) -> CheckedExpression {
        try check(NumberLiterals.unified(try parse(text)))
    }
}
