import CEL
import OrderedCollections

/// The published figures of a run, to be looked up: one row a figure.
struct BenchmarkTable {
    private struct Row {
        var record: Int
        /// Nil where the figure is for all of the area.
        var group: String?
        var period: CalendarPeriod?
    }

    /// By names as they are compared.
    private struct Subject: Hashable {
        var indicator: String
        var area: String
    }

    /// The rows that were found, each with the same figure.
    enum Answer {
        case figure(Value, record: Int)
        case none
        /// Rows for one and the same that differ.
        case several
    }

    private let table: HeldTable
    private let value: Int?
    private var rows: [Subject: [Row]] = [:]

    init(_ table: HeldTable, _ columns: TableBenchmarks) {
        self.table = table
        func name(_ field: Int?, of record: Int) -> String? { field.flatMap { table.text($0, of: record) }.map(CellText.comparable) }
        func place(_ name: String?) -> Int? { name.flatMap { table.table.fields.index(forKey: $0) } }
        value = place(columns.value)
        let (indicator, area, group) = (place(columns.indicator), place(columns.area), place(columns.group))
        for record in 0..<table.count where table.repeated[record] == nil || table.contradicted.contains(record) {
            guard let indicator = name(indicator, of: record), let area = name(area, of: record) else { continue }
            rows[Subject(indicator: indicator, area: area), default: []].append(
                Row(
                    record: record, group: name(group, of: record),
                    period: table.periods.isEmpty ? nil : table.periods[record]))
        }
    }

    /// The figure of an indicator in an area; that of the group where there is one, else the area's own for all.
    ///
    /// - Parameters:
    ///   - groups: Everything that the group may be called; empty for the area's figure for all.
    ///   - period: The period of the figure; a table without periods has the same figure in every one.
    func figure(of indicator: Field, in area: String, groups: Set<String>, period: CalendarPeriod?) -> Answer {
        let area = CellText.comparable(area)
        let groups = Set(groups.map(CellText.comparable))
        let found = Set(indicator.headers.map(CellText.comparable)).flatMap { rows[Subject(indicator: $0, area: area)] ?? [] }
            .filter { table.periods.isEmpty || $0.period == period }
        let own = found.filter { $0.group.map(groups.contains) ?? false }
        let chosen = own.isEmpty ? found.filter { $0.group == nil } : own
        guard let first = chosen.first else { return .none }
        let figures = chosen.map { figure(of: indicator, in: $0.record) }
        return figures.dropFirst().allSatisfy { $0 == figures[0] } ? .figure(figures[0], record: first.record) : .several
    }

    /// The cells of a row that stand for the figure: the value, and who published it.
    func cells(of record: Int, _ columns: TableBenchmarks) -> [CellWalk.Place] {
        [columns.value, columns.publisher].compactMap(\.self).compactMap { name in
            table.table.fields.index(forKey: name).map {
                CellWalk.Place(table: table, record: record, field: $0, path: [table.table.name, name])
            }
        }
    }

    /// A row's figure, read as a cell of the indicator would be.
    private func figure(of indicator: Field, in record: Int) -> Value {
        guard let value, let text = table.text(value, of: record) else { return .noAnswer(.noBenchmark) }
        switch CellReader(indicator).read(text) {
        case .measured(let figure): return figure
        case .missing: return .noAnswer(.noBenchmark)
        case .unreadable: return .noAnswer(.unreadable)
        }
    }
}
