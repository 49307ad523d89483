import Diagnostics
import OrderedCollections
import YAML

/// Reads one case of a rule.
struct CaseLoader {
    /// What every case of the rule starts from.
    let example: RuleCase.Record

    func read(_ node: YAMLNode, _ budget: inout CaseBudget, _ diagnostics: inout Diagnostics) -> RuleCase? {
        guard var reader = MappingReader(node, as: Localized(zh: "用例", en: "a case"), &diagnostics) else { return nil }
        let name = reader.required("name", &diagnostics)?.string(&diagnostics)
        let record = reader.optional("given").flatMap { GivenLoader().record($0, &diagnostics) } ?? [:]
        let period = reader.optional("period").flatMap { CalendarPeriod.read($0, &diagnostics) }
        let periodsNode = reader.optional("periods")
        let periods = periodsNode.map { self.periods($0, &diagnostics) } ?? []
        let recordsNode = reader.optional("records")
        let records = GivenLoader().items(recordsNode?.items(&diagnostics) ?? [], &diagnostics)
        let roster = GivenLoader().items(reader.optional("roster")?.items(&diagnostics) ?? [], &diagnostics)
        let parameters = reader.optional("params").map { self.parameters($0, &diagnostics) } ?? [:]
        let benchmarkNodes = reader.optional("benchmarks")?.items(&diagnostics) ?? []
        let benchmarks = GivenLoader().items(benchmarkNodes, &diagnostics)
        let outcomeNode = reader.required("outcome", &diagnostics)
        let outcome = outcomeNode?.choice(of: Outcome.self, &diagnostics)
        let reason = reader.optional("reason")?.choice(of: Reason.self, &diagnostics)
        let track = reader.optional("track")?.choice(of: Track.State.self, &diagnostics)
        let observed = reader.optional("observed").flatMap { expected($0, &diagnostics) }
        let gap = reader.optional("gap").flatMap { expected($0, &diagnostics) }
        let closes = reader.optional("closes").map { self.closes($0, &diagnostics) } ?? []
        let readings = reader.optional("readings").map { self.readings($0, &diagnostics) } ?? []
        let asOf = reader.optional("as_of").flatMap { CalendarDate.read($0, &diagnostics) }
        reader.finish(&diagnostics)
        guard let name, let outcome else { return nil }
        let location = reader.mapping["name"]?.location ?? node.location
        var example = RuleCase(name: name, given: record, outcome: outcome, closes: closes, location: location)
        (example.period, example.periods, example.records) = (period, periods, records)
        let isRosterAlone = !roster.isEmpty && recordsNode == nil && record.isEmpty && periods.isEmpty
        (example.parameters, example.roster) = (parameters, roster)
        example.isWithoutRecords = recordsNode?.sequence?.isEmpty == true || isRosterAlone
        example.benchmarks = benchmarks
        example.periodsLocation = periods.isEmpty ? nil : periodsNode?.location
        (example.reason, example.observed, example.gap, example.asOf) = (reason, observed, gap, asOf)
        (example.readings, example.track) = (readings, track)
        return merged(example, &budget, &diagnostics)
    }
}

private extension CaseLoader {
    /// `{2020: {…}, 2021: {…}}`
    func periods(
        _ node: YAMLNode, _ diagnostics: inout Diagnostics
    ) -> [(period: CalendarPeriod, record: RuleCase.Record)] {
        var periods: [(period: CalendarPeriod, record: RuleCase.Record)] = []
        var places: [CalendarPeriod: Location] = [:]
        for entry in node.entries(as: Localized(zh: "各期间的数据", en: "the value of 'periods'"), &diagnostics) {
            guard let period = CalendarPeriod.read(entry.key, &diagnostics),
                  let record = GivenLoader().record(entry.value, &diagnostics)
            else { continue }
            if let first = places[period] {
                diagnostics.append(.listedTwice(period.description, first: first, at: entry.key.location))
                continue
            }
            places[period] = entry.key.location
            periods.append((period, record))
        }
        return periods.sorted { $0.period < $1.period }
    }

    /// The case with all of its records on top of what they start from; nil where they would be too many.
    func merged(_ written: RuleCase, _ budget: inout CaseBudget, _ diagnostics: inout Diagnostics) -> RuleCase? {
        var merged = written
        merged.given = example.overlaid(with: written.given)
        let size = merged.given.valueCount
        guard budget.take(size * (1 + written.periods.count + written.records.count + written.benchmarks.count) + written.roster.count) else {
            if budget.isReported { return nil }
            budget.isReported = true
            diagnostics.append(.casesTooLarge(at: written.location))
            return nil
        }
        for place in merged.periods.indices {
            merged.periods[place].record = merged.given.overlaid(with: written.periods[place].record)
        }
        for place in merged.records.indices {
            guard case .record(let record) = written.records[place].content else {
                diagnostics.append(.caseNotRecord(nil, at: written.records[place].location))
                return nil
            }
            merged.records[place].content = .record(merged.given.overlaid(with: record))
        }
        let listed = merged.records.recordCount + merged.benchmarks.recordCount + merged.roster.recordCount
        let count = merged.periods.reduce(merged.given.recordCount + listed) { $0 + $1.record.recordCount }
        guard count <= RuleCase.recordLimit else {
            diagnostics.append(.caseTooLarge(at: written.location))
            return nil
        }
        return merged
    }

    func expected(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Expected? {
        node.string(&diagnostics).map { RuleCase.Expected(text: $0, location: node.location) }
    }

    /// `{least: 5 张, kinds: [甲, 乙]}`; what they may be is known where the ruleset is.
    func parameters(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> OrderedDictionary<String, YAMLNode> {
        var parameters: OrderedDictionary<String, YAMLNode> = [:]
        for entry in node.entries(as: Localized(zh: "参数的取值", en: "the value of 'params'"), &diagnostics) {
            if let name = entry.key.scalar?.text { parameters[name] = entry.value }
        }
        return parameters
    }

    /// `{五年平均: fail}`
    func readings(
        _ node: YAMLNode, _ diagnostics: inout Diagnostics
    ) -> [(name: String, outcome: Outcome, location: Location)] {
        node.entries(as: Localized(zh: "各读法应得的结果", en: "the value of 'readings'"), &diagnostics).compactMap { entry in
            guard let name = entry.key.scalar?.text, let outcome = entry.value.choice(of: Outcome.self, &diagnostics) else { return nil }
            return (name, outcome, entry.key.location)
        }
    }

    /// `{convert: 3, add: 15}`, or a number where only one kind exists.
    func closes(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [(kind: Closing.Kind?, amount: RuleCase.Expected)] {
        guard node.mapping != nil else { return expected(node, &diagnostics).map { [(nil, $0)] } ?? [] }
        return node.entries(as: Localized(zh: "弥补办法", en: "the value of 'closes'"), &diagnostics).compactMap { entry in
            guard let kind = entry.key.choice(of: Closing.Kind.self, &diagnostics),
                  let amount = expected(entry.value, &diagnostics)
            else { return nil }
            return (kind, amount)
        }
    }
}
