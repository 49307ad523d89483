import Diagnostics
import OrderedCollections

/// Holds what cases give against the vocabulary: a case that gives what no table has tests nothing.
struct CaseCheck {
    private let vocabulary: Vocabulary
    /// The table that the rule is for.
    private let table: Table
    /// What gives the rule's observed value outright; nil for a rule that observes none, or that has faults itself.
    private let observed: Field?
    private let words: CaseWords
    private var diagnostics = Diagnostics()
    /// What was looked at; cases share what comes from their rule's example.
    private var seen: Set<Location> = []

    init(words: CaseWords, table: Table, observed: Field?) {
        self.words = words
        vocabulary = words.vocabulary
        self.table = table
        self.observed = observed
    }

    /// The faults of records of the table by themselves.
    func faults(of records: [RuleCase.Record]) -> Diagnostics {
        var check = self
        for record in records { check.check(record, of: table.name, false) }
        return check.diagnostics
    }

    /// The faults of all cases of a rule.
    func faults(of rule: Rule) -> Diagnostics {
        var check = self
        for example in rule.cases { check.check(example, of: rule) }
        return check.diagnostics
    }
}

private extension CaseCheck {
    mutating func check(_ example: RuleCase, of rule: Rule) {
        // A value that nobody can read tests nothing, unless that is what the case is about.
        let mayBeUnreadable = example.reason == .unreadable || example.reason == .scopeUnknown
        check(example.given, of: table.name, mayBeUnreadable)
        let isSeenInPeriods = table.period == nil && vocabulary.dependence.concerns(table)
        if let location = example.periodsLocation, table.periodField == nil, !isSeenInPeriods {
            diagnostics.append(.casePeriodsWithoutPeriod(table: table.name, at: location))
        }
        for (_, record) in example.periods {
            var record = record
            if table.fields[ObservedField.name] == nil, rule.observesValue, let given = record.removeValue(forKey: ObservedField.name) {
                checkObserved(given, mayBeUnreadable)
            }
            check(record, of: table.name, mayBeUnreadable)
            if isSeenInPeriods { checkSeen(record, above: example.given) }
        }
        checkBenchmarks(example, mayBeUnreadable)
        for item in example.records {
            if case .record(let record) = item.content { check(record, of: table.name, mayBeUnreadable) }
        }
    }

    mutating func checkBenchmarks(_ example: RuleCase, _ mayBeUnreadable: Bool) {
        guard let first = example.benchmarks.first else { return }
        guard let table = vocabulary.tables.values.first(where: { $0.benchmarks != nil }) else {
            return diagnostics.append(.noBenchmarkTable(at: first.location))
        }
        for item in example.benchmarks {
            if case .record(let record) = item.content {
                check(record, of: table.name, mayBeUnreadable)
            } else {
                diagnostics.append(.caseNotRecord(nil, at: item.location))
            }
        }
    }

    /// Of a record whose table has no periods a case can say of single ones what is observed then, and who is in registers.
    mutating func checkSeen(_ record: RuleCase.Record, above given: RuleCase.Record) {
        let registers = vocabulary.lists(of: table.name).filter { vocabulary.tables[$0.table]?.validity != nil }.map(\.name)
        for (name, value) in record where value.location != given[name]?.location {
            guard let words = words.of(table.name), words.names.contains(name) else { continue }
            if table.fields[name]?.observation == nil, !registers.contains(name) {
                diagnostics.append(.caseNotOfPeriod(name, table: table.name, at: value.location))
            }
        }
    }

    mutating func checkObserved(_ given: RuleCase.Given, _ mayBeUnreadable: Bool) {
        guard let observed else { return }
        guard case .text(let text) = given.content else {
            return diagnostics.append(.caseValueNotScalar(observed.name, at: given.location))
        }
        guard !mayBeUnreadable, let text else { return }
        if let fault = ExpectedUnit(observed.unit).fault(of: text, at: given.location) { return diagnostics.append(fault) }
        guard case .unreadable(let cause) = CellReader(observed).read(text) else { return }
        diagnostics.append(.unreadableGiven(text, of: observed, cause: cause, at: given.location))
    }

    mutating func check(_ record: RuleCase.Record, of table: String, _ mayBeUnreadable: Bool) {
        guard let words = words.of(table) else { return }
        for (name, given) in record where !diagnostics.isFull {
            if let field = words.table.fields[name] {
                check(given, as: field, words, mayBeUnreadable)
            } else if let child = words.lists[name] {
                checkList(given, called: name, of: child, mayBeUnreadable)
            } else {
                report(given, called: name, unknownIn: words)
            }
        }
    }

    mutating func report(_ given: RuleCase.Given, called name: String, unknownIn words: CaseWords.OfTable) {
        if name == ObservedField.name { return diagnostics.append(.caseObservesNothing(at: given.nameLocation ?? given.location)) }
        let titled = words.table.fields.values.first { $0.headers.contains(name) }?.name
        let place = given.nameLocation ?? given.location
        diagnostics.append(
            titled.map { .caseFieldByTitle(name, field: $0, at: place) }
                ?? .unknownField(name, table: words.table.name, in: words.table.location.file, among: words.names, at: place))
    }

    mutating func check(_ given: RuleCase.Given, as field: Field, _ words: CaseWords.OfTable, _ mayBeUnreadable: Bool) {
        switch (given.content, field.type) {
        case (.text, .reference): break
        case (.record(let record), .reference(let target)): check(record, of: target, mayBeUnreadable)
        case (.list, .reference(let target)):
            diagnostics.append(.caseReferenceIsList(field.name, to: target, at: given.location))
        case (.list(let items), _) where field.isMany:
            for item in items {
                guard case .text(let text) = item.content else {
                    diagnostics.append(.caseManyIsRecord(field.name, at: item.location))
                    continue
                }
                if !mayBeUnreadable { checkText(text, of: field, words, at: item.location) }
            }
        case (.record, _) where field.isMany: diagnostics.append(.caseManyIsRecord(field.name, at: given.location))
        case (.record, _), (.list, _): diagnostics.append(.caseValueNotScalar(field.name, at: given.location))
        case (.text(let text), _):
            if !mayBeUnreadable, !field.isMany { checkText(text, of: field, words, at: given.location) }
        }
    }

    mutating func checkText(_ text: String?, of field: Field, _ words: CaseWords.OfTable, at location: Location) {
        guard seen.insert(location).inserted, case .unreadable(let cause)? = words.readers[field.name]?.read(text ?? "")
        else { return }
        diagnostics.append(.unreadableGiven(text ?? "", of: field, cause: cause, at: location))
    }

    mutating func checkList(_ given: RuleCase.Given, called name: String, of table: String, _ mayBeUnreadable: Bool) {
        // `~` takes out what the rule's example has: the list did not come.
        if case .text(nil) = given.content { return }
        guard case .list(let items) = given.content else {
            return diagnostics.append(.caseListNotList(name, at: given.location))
        }
        for item in items {
            if case .record(let record) = item.content {
                check(record, of: table, mayBeUnreadable)
            } else {
                diagnostics.append(.caseNotRecord(nil, at: item.location))
            }
        }
    }
}
