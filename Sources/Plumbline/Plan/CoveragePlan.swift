import CEL
import Quantities

/// How many of a scope's records have to pass, compiled.
struct CoveragePlan: Sendable {
    /// The numbers that the programs are over.
    enum Count: String, CaseIterable, Sendable {
        /// How many pass.
        case passed
        /// How many there are.
        case counted
    }

    /// What groups the records; nil where all are one group.
    var per: FieldProgram?
    /// The table whose records `per` gives; nil where it gives other values.
    var perTable: String?
    /// The level of which those records are, where `per` leads to a level of a hierarchy.
    var perLevel: String?
    /// Whether the limit is on the share of those that pass, not on their number.
    var isShare: Bool
    var limit: Limit
    var verdict: CountProgram
    var observed: CountProgram
    var gap: CountProgram?
    /// Whether the limit is the same whatever the numbers are: then the gap grows with those that pass, and its sign
    /// says whether the limit holds.
    var hasSteadyGap = false
    var closings: [RulePlan.Closing<CountProgram>]
    /// The figure from which the rule says that the group starts.
    var baseline: Quantity?
    /// The way from there to the limit; nil where there is none.
    var way: Way?

    /// An expression over the two numbers.
    struct CountProgram: Sendable {
        private let program: Program
        private let slots: [Count]

        init(_ program: Program) {
            self.program = program
            slots = program.variables.compactMap(Count.init)
        }

        func value(_ counts: CoverageSpan.Counts) -> Value {
            program.evaluate(slots: slots.map { .number(Number($0 == .passed ? counts.passed : counts.counted)) })
        }
    }
}
