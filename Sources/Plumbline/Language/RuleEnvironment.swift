import CEL
import OrderedCollections

/// The CEL environment of rules over one table: its fields as variables, and what rules add to CEL.
enum RuleEnvironment {
    /// The only clock: the day as of which a run judges.
    static let asOf = "as_of"

    /// - Parameters:
    ///   - functions: Libraries that somebody adds; they come last, and replace overloads of the same id.
    ///   - missing: What becomes of elements that are not known.
    static func of(
        _ table: Table, vocabulary: Vocabulary, functions: [any FunctionLibrary], missing: MissingPolicy = .bounds
    ) -> Environment {
        var variables: [String: CEL.`Type`] = [asOf: DateValue.type]
        for field in table.fields.values { variables[field.name] = type(of: field.type) }
        let arithmetic = ExactArithmetic(
            orderedEnumerations: vocabulary.enumerations.values.filter(\.isOrdered), missing: missing)
        return Environment(
            libraries: [
                IntervalGuard(StandardLibrary(omitting: RuleFunctions.replacedOverloads)),
                AggregateLibrary(arithmetic: arithmetic), LoopLibrary(arithmetic: arithmetic),
                RuleFunctions(enumerations: vocabulary.enumerations),
            ] + functions.map { IntervalGuard($0) },
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
