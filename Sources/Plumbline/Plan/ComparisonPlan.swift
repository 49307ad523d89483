import CEL
import Diagnostics

/// How groups of records are held against each other, compiled.
struct ComparisonPlan: Sendable {
    struct Column: Sendable {
        var name: String
        var filter: FieldProgram?
        var value: FieldProgram
        var title: Localized
    }

    /// An expression over a group's columns.
    struct ColumnProgram: Sendable {
        private let program: Program
        /// Where each of the program's variables is among the columns.
        private let slots: [Int?]

        init(_ program: Program, columns: [String]) {
            self.program = program
            slots = program.variables.map { columns.firstIndex(of: $0) }
        }

        /// - Parameter columns: The lists, in the order of the plan's columns.
        func value(_ columns: [Value]) -> Value { program.evaluate(slots: slots.map { $0.map { columns[$0] } }) }
    }

    /// Records that agree in all of these are one group.
    var strata: [FieldProgram]
    var strataTexts: [String]
    /// The table whose records the groups are; nil where they are other values, or several at a time.
    var strataTable: String?
    var columns: [Column]
    /// The places of the column that is judged and of the one that it is held against.
    var tested: Int?
    var compared: Int?
    var minGroup: Int
    var verdict: ColumnProgram
    var observed: ColumnProgram?
    var gap: ColumnProgram?
    var limitValue: ColumnProgram?
    var closings: [RulePlan.Closing<ColumnProgram>]
    /// The figure of a column that a report shows, by the column's place.
    var sides: [(column: Int, value: ColumnProgram)]
    var showsSingleRecord: Bool
    var showsMiddle: Bool
    var joining: GroupLowering.Joining

    var recordPrograms: [FieldProgram] { strata + columns.flatMap { [$0.filter, $0.value].compactMap(\.self) } }
}
