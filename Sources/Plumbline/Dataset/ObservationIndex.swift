import Diagnostics
import OrderedCollections
import Quantities

/// Reads the rows of long tables as the values of the indicators that they name.
struct ObservationIndex {
    private let plan: AuditPlan
    private let tables: [HeldTable?]
    private(set) var observations = Observations()

    init(plan: AuditPlan, tables: [HeldTable?]) {
        self.plan = plan
        self.tables = tables
    }

    /// Takes the rows of every long table that is held.
    mutating func readAll(_ problems: inout [DataProblem]) {
        for case let table? in tables where table.table.observations != nil { read(table, &problems) }
    }

    /// Takes what a case gives outright.
    ///
    /// - Parameter given: The texts by the table and the key of their record, then field and period.
    mutating func take(_ given: GivenObservations) {
        for entry in given.entries {
            guard let place = plan.vocabulary.tables.index(forKey: entry.table), tables.indices.contains(place),
                  let table = tables[place], entry.row < table.count,
                  let field = table.table.fields.index(forKey: entry.field)
            else { continue }
            let observed = Observations.Observed(cell: CellReader(table.table.fields.values[field]).read(entry.text ?? ""))
            _ = observations.note(
                observed, of: Observations.Series(table: Int32(place), field: Int32(field)), entry.row, in: entry.period)
        }
    }
}

private extension ObservationIndex {
    /// An indicator that rows may be about, with what reads their cells.
    struct Indicator {
        var series: Observations.Series
        var field: Field
        var breakdown: String?
        var reader: CellReader
    }

    /// The places of the columns of a long table.
    struct Columns {
        var indicator, value, record: Int
        var breakdown, unit: Int?

        init?(_ table: Table) {
            guard let observations = table.observations, let indicator = table.fields.index(forKey: observations.indicator),
                  let value = table.fields.index(forKey: observations.value),
                  let record = table.fields.index(forKey: observations.record)
            else { return nil }
            (self.indicator, self.value, self.record) = (indicator, value, record)
            breakdown = observations.breakdown.flatMap { table.fields.index(forKey: $0) }
            unit = observations.unit.flatMap { table.fields.index(forKey: $0) }
        }
    }

    mutating func read(_ table: HeldTable, _ problems: inout [DataProblem]) {
        guard table.count > 0, let columns = Columns(table.table) else { return }
        let indicators = indicators(observedIn: table.table.name)
        guard !indicators.isEmpty else { return }
        let observedTables = tables(observedIn: table.table.name)
        var unheardNames: Set<String> = []
        for record in 0..<table.count {
            // Whether anything came of a record has nothing to do with which indicators the run looks at.
            if case .record(let observed)? = table.references[columns.record]?[record] {
                for place in observedTables { observations.noteRow(of: Int(observed), table: place) }
            }
            guard let name = table.text(columns.indicator, of: record) else { continue }
            guard let candidates = indicators[HeaderName(name)] else {
                if unheardNames.insert(name).inserted, let nearest = nearest(to: name, among: indicators) {
                    problems.append(.unknownIndicator(name, nearest: nearest, in: table, record, field: columns.indicator))
                }
                continue
            }
            guard case .record(let observed)? = table.references[columns.record]?[record], let period = table.periods[record] else { continue }
            let breakdown = columns.breakdown.flatMap { table.text($0, of: record) }.map(CellText.comparable)
            for indicator in candidates where indicator.breakdown == breakdown {
                note(indicator, of: Int(observed), in: period, table, record, columns, &problems)
            }
        }
    }

    mutating func note(
        _ indicator: Indicator, of observed: Int, in period: CalendarPeriod, _ table: HeldTable, _ record: Int,
        _ columns: Columns, _ problems: inout [DataProblem]
    ) {
        let cell = cell(of: indicator, table, record, columns)
        if case .unreadable(let cause) = cell {
            problems.append(.unreadableObservation(indicator.field, in: table, record, field: columns.value, because: cause))
        }
        let source = Observations.Observed(cell: cell, source: (table.index, record))
        if let other = observations.note(source, of: indicator.series, observed, in: period), let first = other.source {
            problems.append(
                .observationsDiffer(indicator.field, in: table, record, field: columns.value, first: first.record))
        }
    }

    /// The number in the indicator's unit, or in the one that the row names.
    func cell(of indicator: Indicator, _ table: HeldTable, _ record: Int, _ columns: Columns) -> Cell {
        guard let text = table.text(columns.value, of: record) else { return .missing }
        guard let name = columns.unit.flatMap({ table.text($0, of: record) }) else { return indicator.reader.read(text) }
        guard let unit = try? Unit.parse(name) else { return .unreadable(.unitDoesNotFit) }
        let isCounted = table.text(columns.indicator, of: record).map { indicator.field.isCounted(in: unit, of: $0) } ?? false
        return CellReader(indicator.field, columnUnit: isCounted ? nil : unit).read(text)
    }

    /// The places of the tables whose indicators a long table holds.
    func tables(observedIn long: String) -> [Int] {
        plan.vocabulary.tables.values.enumerated().filter { $0.element.fields.values.contains { $0.observation?.table == long } }.map(\.offset)
    }

    /// The indicators that rows of a long table can be about, by what they may be called.
    func indicators(observedIn long: String) -> [HeaderName: [Indicator]] {
        var indicators: [HeaderName: [Indicator]] = [:]
        for (place, table) in plan.vocabulary.tables.values.enumerated() {
            for (number, field) in table.fields.values.enumerated()
            where field.observation?.table == long && plan.looksAt(number, of: table) {
                let indicator = Indicator(
                    series: Observations.Series(table: Int32(place), field: Int32(number)), field: field,
                    breakdown: field.observation?.breakdown.map(CellText.comparable), reader: CellReader(field))
                for name in Set(field.headers.map(HeaderName.init)) { indicators[name, default: []].append(indicator) }
            }
        }
        return indicators
    }

    func nearest(to name: String, among indicators: [HeaderName: [Indicator]]) -> String? {
        NearestName.to(name, among: indicators.values.joined().flatMap(\.field.headers))
    }
}

private extension DataProblem {
    init(
        _ code: DiagnosticCode, in table: HeldTable, _ record: Int, field: Int, isSensitive: Bool = false, _ message: Localized
    ) {
        let (batch, row) = table.source(field, of: record)
        let isMasked = isSensitive || table.table.fields.values[field].hidesText
        self.init(
            code: code, table: table.table.name, file: batch.file, address: batch.address(ofRow: row),
            column: batch.columns[field]?.header(ofRow: row), text: isMasked ? nil : batch.text(field: field, row: row), message: message)
    }

    static func unknownIndicator(_ name: String, nearest: String, in table: HeldTable, _ record: Int, field: Int) -> Self {
        Self(
            "unknown-indicator", in: table, record, field: field,
            Localized(
                zh: "没有规则所用的指标叫“\(name)”，是否应为“\(nearest)”", en: "no indicator that rules look at is called '\(name)'; is '\(nearest)' meant?"))
    }

    static func unreadableObservation(
        _ indicator: Field, in table: HeldTable, _ record: Int, field: Int, because cause: UnreadableCause
    ) -> Self {
        let why = (indicator.isSensitive ? cause.withoutHint : cause).message(for: indicator)
        return Self(
            "unreadable-cell", in: table, record, field: field, isSensitive: indicator.isSensitive,
            Localized(zh: "指标“\(indicator.name)”：\(why.zh)", en: "indicator '\(indicator.name)': \(why.en)"))
    }

    static func observationsDiffer(_ indicator: Field, in table: HeldTable, _ record: Int, field: Int, first: Int) -> Self {
        let place = table.address(of: first)
        return Self(
            "observations-differ", in: table, record, field: field, isSensitive: indicator.isSensitive,
            Localized(
                zh: "同一记录、同一期间的指标“\(indicator.name)”另有不同数值，见 \(place.file) 第 \(place.line) 行",
                en: "the indicator '\(indicator.name)' of the same record and period has another value at \(place.file) line \(place.line)"))
    }
}
