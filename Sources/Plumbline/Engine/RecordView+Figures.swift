import CEL

/// What a target takes from elsewhere in the data, as it is for one record.
extension RecordView {
    func value(of figure: FigurePlan) -> Value {
        switch figure.source {
        case .peers(let peers, let part): value(of: part, peers)
        case .benchmark(let benchmark): self.figure(of: benchmark)
        }
    }

    /// How many peers there are in a list, and how many of them have no value; nil where the list is not known.
    func tally(of figure: FigurePlan) -> ValueTally? {
        guard case .peers(let peers, let part) = figure.source, let (groups, group) = groups(of: peers).known else { return nil }
        return groups.tally(of: part, in: group)
    }

    /// Those whose sensitive cells a figure would tell to whoever knows what else is printed of the peers.
    func persons(toldBy figure: FigurePlan) -> Set<Person> {
        guard case .peers(let peers, _) = figure.source, let (groups, group) = groups(of: peers).known else { return [] }
        return groups.persons(toldIn: group)
    }

    /// Whether a condition on the record, as its peers are known, could come out otherwise for others of whom nobody knows
    /// whose peers they are.
    ///
    /// - Complexity: As many evaluations as there are ways, of which ``Strata`` has no more than are cheap.
    func isOpen(_ condition: FieldProgram, among peers: PeersPlan) -> Bool {
        guard let (groups, group) = groups(of: peers).known else { return false }
        guard let ways = groups.ways(into: group) else { return true }
        if ways.count == 1 { return false }
        let own = decision(of: condition)
        return (1..<ways.count).contains { joined(by: $0).decision(of: condition) != own }
    }

    /// The record with such others among its peers that a condition on it does not hold; nil where nobody knows of any.
    func failing(_ condition: FieldProgram, among peers: PeersPlan) -> RecordView? {
        guard let (groups, group) = groups(of: peers).known, let ways = groups.ways(into: group), ways.count > 1 else { return nil }
        return (1..<ways.count).lazy.map(joined).first { $0.decision(of: condition) == .bool(false) }
    }

    /// The cells of other records that figures rest on.
    func evidence(of figures: [FigurePlan]) -> [Evidence] {
        figures.compactMap(\.benchmark).flatMap { benchmark -> [Evidence] in
            guard let table = benchmarkTable(benchmark), case .figure(_, let record) = answer(table, benchmark) else { return [] }
            return table.cells(of: record, benchmark.columns).map(Self.evidence)
        }
    }
}

private extension RecordView {
    func joined(by way: Int) -> RecordView {
        var circumstances = circumstances
        circumstances.peersJoining = way
        return RecordView(source, circumstances)
    }

    /// The groups of the period and the record's own; else why it is not known.
    enum PeersFound {
        case found(PeerGroups, RecordGroup)
        case unknown(Value)

        var known: (PeerGroups, RecordGroup)? { if case .found(let groups, let group) = self { (groups, group) } else { nil } }
    }

    func groups(of peers: PeersPlan) -> PeersFound {
        guard let dataset, let table = dataset.table(named: peers.rule.rule.table) else { return .unknown(.noAnswer(.noSuchRecord)) }
        let place = peers.comparison.strata.map(value)
        if let causes = UnknownSet(open: place) { return .unknown(.unknown(causes)) }
        if let fault = place.first(where: { !$0.isKnown }) { return .unknown(fault) }
        let groups = dataset.figures.peers(peers, circumstances.period) { PeerGroups(peers, dataset, table, circumstances.period) }
        return .found(groups, RecordGroup(place))
    }

    func value(of part: Int, _ peers: PeersPlan) -> Value {
        switch groups(of: peers) {
        case .unknown(let value): value
        case .found(let groups, let group): groups.value(of: part, in: group, way: circumstances.peersJoining)
        }
    }

    func figure(of benchmark: FigurePlan.Benchmark) -> Value {
        for program in [benchmark.area, benchmark.group].compactMap(\.self) {
            let value = value(of: program)
            if !value.isKnown { return value }
        }
        guard let table = benchmarkTable(benchmark) else { return .noAnswer(.noBenchmark) }
        switch answer(table, benchmark) {
        case .figure(let figure, _): return figure
        case .none: return .noAnswer(.noBenchmark)
        case .several: return .noAnswer(.ambiguousRecord)
        }
    }

    func benchmarkTable(_ benchmark: FigurePlan.Benchmark) -> BenchmarkTable? {
        guard let dataset, let table = dataset.table(named: benchmark.table.name) else { return nil }
        return dataset.figures.benchmarks { BenchmarkTable(table, benchmark.columns) }
    }

    /// The figure of the period judged; for what is of no period, that of the year in which it falls due.
    func answer(_ table: BenchmarkTable, _ benchmark: FigurePlan.Benchmark) -> BenchmarkTable.Answer {
        let area = value(of: benchmark.area)
        let groups = benchmark.group.map { value(of: $0).namesOfGroup } ?? []
        let period = circumstances.period ?? circumstances.due.map { CalendarPeriod(containing: $0, kind: .year) }
        return area.isKnown ? table.figure(of: benchmark.indicator, in: area.text, groups: groups, period: period) : .none
    }
}

private extension Value {
    /// Everything that a group may be called; a value of an enumeration by its id, its titles and its aliases.
    var namesOfGroup: Set<String> {
        guard case .object(let object) = self, let value = object as? EnumerationValue else { return self == .null ? [] : [text] }
        return Set(value.enumeration.members[value.ranks.lowerBound].names)
    }
}
