import CEL
import OrderedCollections

/// What the records of a rule's scope contribute to a figure in one period, by the group that they are peers in.
struct PeerGroups {
    private struct Group {
        var values: [Value] = []
        /// Why it cannot be told whether some record is among them.
        var doubt: Value?
    }

    private var groups: [RecordGroup: Group] = [:]
    private let leastCount: Int
    private let isOpenByDoubt: Bool

    /// - Parameter circumstances: Under what each record is looked at; their period is the one judged.
    init(_ peers: FigurePlan.Peers, _ dataset: Dataset, _ table: HeldTable, _ circumstances: Circumstances) {
        leastCount = peers.leastCount
        isOpenByDoubt = peers.isOpenByDoubt
        for view in Self.views(dataset, table, circumstances) where !peers.isExempt(view) && view.isInRegister != false {
            add(view, peers)
        }
    }

    /// The list of a group's values, or why there is none.
    func list(of group: RecordGroup) -> Value {
        let group = groups[group] ?? Group()
        if isOpenByDoubt, let doubt = group.doubt { return doubt }
        return group.values.count < leastCount ? .noAnswer(.groupTooSmall) : .list(group.values)
    }
}

private extension PeerGroups {
    mutating func add(_ view: RecordView, _ peers: FigurePlan.Peers) {
        let scope = peers.scope.map(view.decision) ?? .bool(true)
        if case .bool(false) = scope { return }
        let place = peers.among.map(view.value)
        // Who knows neither where it belongs nor whether: that is the record's own finding, and nobody else's.
        guard place.allSatisfy(\.isKnown) else { return }
        let group = RecordGroup(place)
        if let doubt = view.doubt(scope) {
            groups[group, default: Group()].doubt = groups[group]?.doubt ?? doubt
            return
        }
        switch peers.filter.map(view.decision) ?? .bool(true) {
        case .bool(true): groups[group, default: Group()].values.append(view.asOneOfMany.value(of: peers.value).held)
        case .bool(false): break
        case let unknown: groups[group, default: Group()].doubt = groups[group]?.doubt ?? .doubt(unknown)
        }
    }

    /// Every record once in the period; one without a row in it is there all the same.
    static func views(_ dataset: Dataset, _ table: HeldTable, _ circumstances: Circumstances) -> [RecordView] {
        guard table.table.keyNamesPeriod else {
            let period = table.periods.isEmpty ? nil : circumstances.period
            return (0..<table.count).filter { record in
                table.repeated[record] == nil && (period == nil || table.periods[record].map { $0 == period } ?? true)
            }.map { RecordView(.held(dataset, table, $0), circumstances) }
        }
        return (table.entities + table.unheard).flatMap { entity -> [RecordView] in
            let rows = entity.records.filter { circumstances.period == nil || table.periods[$0] == circumstances.period }
            guard rows.isEmpty else {
                return rows.filter { table.repeated[$0] == nil }.map { RecordView(.held(dataset, table, $0), circumstances) }
            }
            let reason: Reason = entity.records.isEmpty ? .noRecord : .noSuchPeriod
            return [RecordView(.absent(dataset, table, entity, reason), circumstances)]
        }
    }
}

private extension RecordView {
    /// Whether the record is in its register in the period that is seen; nil where nobody can tell.
    var isInRegister: Bool? {
        guard case .held(let dataset, let table, let record) = source else { return true }
        return switch dataset.membership(of: record, of: table, in: moment) {
        case .isIn: true
        case .isOut: false
        case .unknown: nil
        }
    }

    /// Why it cannot be told whether the record is among its peers, in the rule's scope as it seems to be.
    func doubt(_ scope: Value) -> Value? {
        if case .bool(true) = scope {} else { return .doubt(scope) }
        guard case .held(_, let table, let record) = source else { return nil }
        if isInRegister == nil { return .noAnswer(.missingDecides) }
        if table.contradicted.contains(record) { return .noAnswer(.ambiguousRecord) }
        let isOfUnknownPeriod = circumstances.period != nil && !table.periods.isEmpty && table.periods[record] == nil
        return isOfUnknownPeriod ? .noAnswer(.missingDecides) : nil
    }
}

private extension Value {
    /// What a list is where a condition on one of its records is neither true nor false.
    static func doubt(_ condition: Value) -> Value {
        if case .unknown(let causes) = condition { .missingDecides(causes) } else { condition }
    }
}

private extension FigurePlan.Peers {
    func isExempt(_ view: RecordView) -> Bool {
        guard !exceptions.isEmpty else { return false }
        let reference = view.reference
        return exceptions.contains(reference.key) || reference.label.map(exceptions.contains) ?? false
    }
}
