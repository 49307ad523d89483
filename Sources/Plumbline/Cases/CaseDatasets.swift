/// The datasets of a rule's cases, kept for mutants of the rule, most of which tie the same records in the same way.
struct CaseDatasets {
    /// By the place of the case among its rule's.
    private var kept: [Int: [CaseDataset]] = [:]
    /// A mutant of the date or the period looks at the records of another year: more than a few ways there are not.
    private static let mostKept = 4

    /// Takes over what is kept for one case.
    mutating func take(_ place: Int, from other: CaseDatasets) { kept[place] = other.kept[place] }

    /// The records of a case as a rule sees them.
    ///
    /// - Parameters:
    ///   - place: The place of the case among its rule's.
    ///   - plan: The plan of the rule alone.
    mutating func dataset(of example: RuleCase, at place: Int, in table: Table, _ plan: AuditPlan, asOf: CalendarDate) -> Dataset {
        if let known = kept[place]?.lazy.compactMap({ $0.judged(by: plan, as: example, asOf: asOf) }).first { return known.dataset }
        let made = CaseDataset(example, of: table, plan: plan, asOf: asOf)
        if kept[place, default: []].count < Self.mostKept { kept[place, default: []].append(made) }
        return made.dataset
    }
}
