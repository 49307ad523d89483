import CEL

/// What a target takes from elsewhere in the data, as it is for one record.
extension RecordView {
    func value(of figure: FigurePlan) -> Value {
        switch figure.source {
        case .peers(let peers): list(of: peers, figure)
        case .benchmark(let benchmark): self.figure(of: benchmark)
        }
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
    var dataset: Dataset? {
        switch source {
        case .streamed: nil
        case .held(let dataset, _, _), .absent(let dataset, _, _, _): dataset
        }
    }

    func list(of peers: FigurePlan.Peers, _ figure: FigurePlan) -> Value {
        guard let dataset, let table = dataset.table(named: peers.table) else { return .noAnswer(.noSuchRecord) }
        let place = peers.among.map(value)
        if let causes = UnknownSet(open: place) { return .unknown(causes) }
        if let fault = place.first(where: { !$0.isKnown }) { return fault }
        var circumstances = circumstances
        // The peers are the same to all of a group, whatever is asked of one of them.
        circumstances.ranges = min(circumstances.ranges, .inLists)
        return dataset.figures.list(figure, circumstances.period, of: RecordGroup(place)) {
            PeerGroups(peers, dataset, table, circumstances)
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
