public import CEL
import Diagnostics
import OrderedCollections
public import YAML

/// Readings of what a target asks of the elements of a list.
extension LoweringContext {
    /// Reads and checks an expression over the records of a table of the vocabulary, such as a field's name; nil with
    /// faults reported.
    ///
    /// - Parameters:
    ///   - table: The table whose records the list holds.
    ///   - variable: The name that stands for an element.
    /// - Returns: The expression over the variable, with its type.
    public mutating func element(_ node: YAMLNode, of table: Table, as variable: String) -> (expression: Expression, type: CEL.`Type`)? {
        guard let scalar = node.expression(&diagnostics) else { return nil }
        let inner = environment.with(variables: vocabulary.variables(of: table))
        var expressions = RuleExpressions(table: table, vocabulary: vocabulary, environment: inner)
        defer { diagnostics.append(expressions.diagnostics) }
        guard let checked = expressions.check(scalar) else { return nil }
        return (OtherRecord(named: variable, of: table, in: inner).value(of: checked.root), checked.type)
    }

    /// The table whose records are the elements of a list; nil for everything else.
    public func table(ofElementsOf type: CEL.`Type`) -> Table? {
        guard case .list(.record(let name)) = type else { return nil }
        return vocabulary.tables[name]
    }
}
