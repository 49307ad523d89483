import CEL
import OrderedCollections

/// A compiled expression over one table's records, its names resolved to places.
///
/// It never changes, and is a reference because every record asks for it: nothing is copied.
final class FieldProgram: Sendable {
    enum Slot: Sendable {
        /// A cell of the record itself.
        case cell(Int)
        /// A reference, or a field that is defined or observed, by its place: what needs the records around.
        case field(Int)
        /// A list on the record.
        case list(String)
        /// What a reference's own record comes to.
        case lifted(LiftedAggregate)
        /// What a target takes from elsewhere in the data. Boxed, so that a slot is small: one is looked at for every record.
        indirect case figure(FigurePlan)
        case record
        case previous
        case yearAgo
        case baseline
        case period
        case due
        case asOf
    }

    let program: Program
    /// Where each of the program's variables comes from.
    let slots: [Slot]
    /// The places of the record's own fields that the expression names, in the order of its text: cells, and what is
    /// made from others.
    let fields: [Int]
    /// The fields of other records that the expression reaches by references alone, such as `institution.kind`.
    let paths: [[String]]
    /// The record's own fields of other periods that it names.
    let otherPeriods: [OtherPeriodCell]
    /// The lists of the record that the expression goes over.
    let lists: [String]
    /// Every field of every table that the expression looks at.
    let uses: FieldUses
    /// The fields of other records that it looks at, but for those on the elements of lists.
    let directUses: FieldUses
    /// What it looks at on the elements of lists.
    let listUses: [ListUse]
    /// Whether its value is made from a sensitive field, other than by going over a list.
    let isSensitive: Bool
    /// The rules whose verdict the expression asks for.
    let asks: [String]
    /// How often it names each field: asked where something is missing.
    private let countedReads: Deferred<FieldReads>

    /// - Parameters:
    ///   - program: The expression planned, with other names in place of what was lifted out of it.
    ///   - lifted: What those names stand for.
    ///   - figures: What a target's own variables stand for.
    init(
        _ checked: CheckedExpression, program: Program, lifted: [String: LiftedAggregate] = [:],
        figures: [String: FigurePlan] = [:], in environment: Environment, table: Table, vocabulary: Vocabulary
    ) {
        self.program = program
        slots = Self.slots(of: program, table, lifted, figures)
        asks = checked.root.namedRules.map(\.name)
        let names = checked.referencedVariables
        fields = names.compactMap { Self.value($0, table) }
        let paths = ReferencePaths(checked, table: table, vocabulary: vocabulary)
        (self.paths, lists) = (paths.paths, paths.lists)
        otherPeriods = OtherPeriodCell.all(in: checked.root, of: table)
        uses = FieldUses(of: checked, table: table, vocabulary: vocabulary)
        var loops = ElementLoops(checked, vocabulary)
        loops.collect(checked.root, isOfOne: false)
        directUses = loops.directUses
        listUses = ListUse.all(of: loops, checked, in: environment, table: table, vocabulary: vocabulary)
        isSensitive = Self.isSensitive(fields, paths.paths, directUses, table, vocabulary)
        countedReads = Deferred { FieldReads(of: checked, table: table, vocabulary: vocabulary) }
    }

    /// A program of a part of an expression, which asks for the fields in its own order.
    init(
        _ part: Expression, of checked: CheckedExpression, in environment: Environment, table: Table, vocabulary: Vocabulary
    ) {
        program = environment.program(part, of: checked)
        slots = Self.slots(of: program, table)
        asks = []
        fields = program.variables.compactMap { Self.value($0, table) }
        paths = ReferencePaths(part, table: table, vocabulary: vocabulary).paths
        (lists, uses, countedReads) = ([], FieldUses(), Deferred(known: FieldReads()))
        otherPeriods = OtherPeriodCell.all(in: part, of: table)
        var loops = ElementLoops(checked, vocabulary)
        loops.collect(part, isOfOne: false)
        directUses = loops.directUses
        listUses = ListUse.all(of: loops, checked, in: environment, table: table, vocabulary: vocabulary)
        isSensitive = Self.isSensitive(fields, paths, directUses, table, vocabulary)
    }

    /// How often it names each field.
    var reads: FieldReads { countedReads.value }

    /// Whether the record's own cells are all that the expression needs.
    var isLocal: Bool {
        slots.allSatisfy { slot in
            switch slot {
            case .field, .list, .lifted, .figure, .record, .previous, .yearAgo, .baseline: false
            case .cell, .period, .due, .asOf: true
            }
        }
    }

    /// Whether the expression names the day as of which a run judges.
    var looksAtDay: Bool { slots.contains { if case .asOf = $0 { true } else { false } } }

    private static func slots(
        of program: Program, _ table: Table, _ lifted: [String: LiftedAggregate] = [:], _ figures: [String: FigurePlan] = [:]
    ) -> [Slot] {
        program.variables.map { name in
            if let aggregate = lifted[name] { return .lifted(aggregate) }
            if let figure = figures[name] { return .figure(figure) }
            return switch name {
            case RuleEnvironment.Name.asOf: .asOf
            case RuleEnvironment.Name.due: .due
            case RuleEnvironment.Name.record: .record
            case RuleEnvironment.Name.previous: .previous
            case RuleEnvironment.Name.yearAgo: .yearAgo
            case RuleEnvironment.Name.baseline: .baseline
            // A table's own period field may be called `period`, and then is what is meant.
            case RuleEnvironment.Name.period where table.fields[name] == nil: .period
            default: table.fields.index(forKey: name).map { table.fields.values[$0].isCell ? .cell($0) : .field($0) } ?? .list(name)
            }
        }
    }

    /// Whether the program looks at a sensitive field by what a vocabulary has come to say of its fields.
    func isSensitive(of table: Table, _ vocabulary: Vocabulary) -> Bool {
        Self.isSensitive(fields, paths, directUses, table, vocabulary)
    }

    private static func isSensitive(
        _ fields: [Int], _ paths: [[String]], _ uses: FieldUses, _ table: Table, _ vocabulary: Vocabulary
    ) -> Bool {
        fields.contains { table.fields.values[$0].isSensitive } || uses.isSensitive(in: vocabulary) || paths.contains { path in
            var table = table
            for name in path.dropLast() {
                guard case .reference(let parent)? = table.fields[name]?.type, let next = vocabulary.tables[parent] else { return false }
                table = next
            }
            return path.last.flatMap { table.fields[$0]?.isSensitive } ?? false
        }
    }

    private static func value(_ name: String, _ table: Table) -> Int? {
        guard let place = table.fields.index(forKey: name), !table.fields.values[place].type.isReference else { return nil }
        return place
    }
}

extension Field {
    /// Whether the field's value is its cell: it is no reference, not defined by others, and not observed elsewhere.
    var isCell: Bool {
        if case .reference = type { return false }
        return definition == nil && observation == nil
    }
}
