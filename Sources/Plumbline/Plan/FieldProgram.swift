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
        self.init(environment.program(checked), names: checked.referencedVariables, table: table)
    }

    /// A program of a part of an expression, which asks for the fields in its own order.
    init(_ program: Program, table: Table) { self.init(program, names: program.variables, table: table) }

    private init(_ program: Program, names: [String], table: Table) {
        self.program = program
        slots = program.variables.map { name in table.fields.index(forKey: name).map { .field($0) } ?? .asOf }
        fields = names.compactMap { table.fields.index(forKey: $0) }
    }
}
