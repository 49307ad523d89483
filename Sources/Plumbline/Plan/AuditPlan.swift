import CEL
import Diagnostics
import OrderedCollections

/// Everything that a run needs to know, compiled once before any data are seen.
public struct AuditPlan: Sendable {
    /// The rules as they were written.
    public let book: RuleBook
    /// The rules of all rulesets, in the order of the files.
    public let rules: [RulePlan]
    /// The data model, with the types of all fields settled.
    public let vocabulary: Vocabulary

    /// The kinds of target that rules may use.
    let targets: [any TargetKind]
    /// The functions of the rule language.
    let language: RuleLanguage
    /// How fields come from others, compiled, by table and the field's place.
    let definitions: [String: [Int: FieldProgram]]
    /// What says of which period a record is, where an expression does.
    let periods: [String: FieldProgram]
    /// The conditions on the cells of a table's records.
    let checks: [String: [CheckPlan]]
    /// The rules that `meets` can ask about, by id and by full name.
    let meetable: [String: RulePlan]

    /// The places in `rules` of those that are not judged, see ``asOf(_:)``.
    private(set) var suspended: Set<Int> = []

    /// What has to be read and held, once somebody asks: of a mutant hardly anybody does.
    private let needs: Deferred<PlanNeeds>
    private let needsOfModel: ModelNeeds
    /// The tables of which nothing came, for every dataset of the data model.
    let unfilled: UnfilledTables

    init(
        book: RuleBook, rules: [RulePlan], targets: [any TargetKind], language: RuleLanguage,
        model: VocabularyPlan, meetable: [String: RulePlan]
    ) {
        self.init(
            book: book, rules: rules, targets: targets, language: language, model: model, needs: ModelNeeds(model),
            unfilled: UnfilledTables(model), meetable: meetable)
    }

    /// - Parameters:
    ///   - needs: Those of the data model.
    ///   - unfilled: Its tables.
    private init(
        book: RuleBook, rules: [RulePlan], targets: [any TargetKind], language: RuleLanguage,
        model: VocabularyPlan, needs: ModelNeeds, unfilled: UnfilledTables, meetable: [String: RulePlan]
    ) {
        self.book = book
        self.rules = rules
        self.targets = targets
        self.language = language
        self.meetable = meetable
        vocabulary = model.vocabulary
        definitions = model.definitions
        periods = model.periods
        checks = model.checks
        needsOfModel = needs
        self.unfilled = unfilled
        let definitions = definitions
        self.needs = Deferred {
            PlanNeeds(rules: rules, model: needs, definitions: definitions, meetable: meetable, data: book.rulesets.flatMap(\.data))
        }
    }

    /// The same plan with some of its rules only, in the same order.
    ///
    /// - Parameter places: Places in `rules`.
    public func keeping(_ places: Set<Int>) -> AuditPlan {
        if places.count == rules.count, suspended.isEmpty { return self }
        return sharingModel(book, rules.indices.filter(places.contains).map { rules[$0] }, meetable)
    }

    /// The same plan with one rule only, which may be none of its own.
    func replacingRules(with rule: RulePlan) -> AuditPlan { sharingModel(book, [rule], meetable) }

    /// A plan of other rules over the same data model, with what is known of that already.
    func sharingModel(_ book: RuleBook, _ rules: [RulePlan], _ meetable: [String: RulePlan]) -> AuditPlan {
        AuditPlan(
            book: book, rules: rules, targets: targets, language: language, model: model, needs: needsOfModel, unfilled: unfilled,
            meetable: meetable)
    }

    /// Every field that has to be read, by table.
    var uses: FieldUses { needs.value.uses }

    /// The data model, compiled.
    var model: VocabularyPlan {
        VocabularyPlan(vocabulary: vocabulary, definitions: definitions, periods: periods, checks: checks)
    }

    /// The plan of one rule by itself.
    func alone(_ rule: Int) -> AuditPlan { keeping([rule]) }

    /// The places in `rules` of a table's rules that are judged.
    public func rules(for table: String) -> [Int] {
        rules.indices.filter { rules[$0].rule.table == table && !suspended.contains($0) }
    }

    /// Whether it has only some of the rules that were loaded.
    public var isNarrowed: Bool { rules.count < book.rules.count }

    /// The same plan as it is judged on a day, without the rules that a profile has disabled until then or longer.
    func asOf(_ day: CalendarDate) -> AuditPlan {
        var plan = self
        plan.suspended = Set(rules.indices.filter { rules[$0].rule.suspension?.isInForce(on: day) ?? false })
        return plan
    }

    /// The places in `rules` of what judges a single record of a table: by itself, or as what others have in common.
    public func rules(forOneOf table: String) -> [Int] {
        rules.indices.filter { place in
            !suspended.contains(place) && (rules[place].isOfGroups ? rules[place].groupTable == table : rules[place].rule.table == table)
        }
    }

    /// The places of the fields that are read of a table: what rules, definitions, checks, keys and references need.
    public func neededFields(of table: Table) -> Set<Int> {
        let names = table.keyFields + [table.label, table.periodField].compactMap(\.self)
        let needed = uses[table.name].union(names.compactMap { table.fields.index(forKey: $0) })
        return needed.filter { table.fields.values[$0].isRead(from: table) }
    }

    /// Whether anything looks at a field.
    func looksAt(_ field: Int, of table: Table) -> Bool { uses[table.name].contains(field) }

    /// The places of the fields for which a file should have a column: all that is looked at and is not made from others.
    func expectedFields(of table: Table) -> Set<Int> {
        // What may be blank in a key may be left out of it.
        let keys = table.keyFields.filter { table.fields[$0]?.blank == .missing }
        let names = keys + [table.periodField].compactMap(\.self)
        let expected = needs.value.expected[table.name].union(names.compactMap { table.fields.index(forKey: $0) })
        return expected.filter { table.fields.values[$0].definition == nil && table.fields.values[$0].observation == nil }
    }

    /// Whether the day makes a difference to which records belong together.
    var tiesRecordsByDay: Bool { vocabulary.groupsByDefinitions || periods.values.contains(where: \.looksAtDay) }

    /// Whether a table's records have to be at hand together: others lead to them, or a rule looks at several.
    func holds(_ table: Table) -> Bool { needs.value.heldTables.contains(table.name) }
}

private extension Field {
    /// Whether files of the field's table are read for it; an indicator may be both computed and supplied.
    func isRead(from table: Table) -> Bool { mayHaveColumn(in: table) && (definition == nil || indicator != nil) }
}
