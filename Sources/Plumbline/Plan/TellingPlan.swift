/// What a rule's findings tell beside the verdict, compiled: how far off a record is, what would mend it, what was compared.
///
/// Made once for a rule, and a reference because every finding asks for it.
final class TellingPlan: Sendable {
    /// How far the observed value is from the limit.
    let gap: FieldProgram?
    /// The number that a record is held against, where it is not the same for all.
    let limitValue: FieldProgram?
    let closings: [RulePlan.Closing<FieldProgram>]
    let share: RulePlan.Share?
    let sides: [RulePlan.Side]
    let names: [RulePlan.Names]
    /// The list whose records a finding names; nil where the rule looks over none.
    var marked: MarkedList? { list.value }
    /// Made when somebody asks: it has no faults of its own, and most who ask for figures ask for nothing more.
    private let list: Deferred<MarkedList?>

    init(
        gap: FieldProgram? = nil, limitValue: FieldProgram? = nil, closings: [RulePlan.Closing<FieldProgram>] = [],
        share: RulePlan.Share? = nil, sides: [RulePlan.Side] = [], names: [RulePlan.Names] = [],
        marked: Deferred<MarkedList?> = Deferred(known: nil)
    ) {
        (self.gap, self.limitValue, self.closings, self.share) = (gap, limitValue, closings, share)
        (self.sides, self.names, list) = (sides, names, marked)
    }

    var programs: [FieldProgram] {
        [gap, limitValue, share?.numerator, share?.denominator].compactMap(\.self) + closings.map(\.amount)
            + sides.flatMap { [$0.list, $0.value].compactMap(\.self) } + names.map(\.values)
    }
}
