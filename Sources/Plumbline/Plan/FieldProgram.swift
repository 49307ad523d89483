import CEL
import OrderedCollections

/// A compiled expression over one table's fields, its names resolved to places.
struct FieldProgram: Sendable {
    enum Slot: Sendable {
        case field(Int)
        case asOf
    }

    let program: Program
    /// Where each of the program's variables comes from.
    let slots: [Slot]
    /// The places of the fields that the expression names, in the order of its text.
    let fields: [Int]

    init(_ checked: CheckedExpression, in environment: Environment, table: Table) {
        program = environment.program(checked)
        slots = program.variables.map { name in table.fields.index(forKey: name).map { .field($0) } ?? .asOf }
        fields = checked.referencedVariables.compactMap { table.fields.index(forKey: $0) }
    }
}
