import Diagnostics

/// Lines of cells that stand under each other in a terminal, Chinese or not.
struct TextTable {
    enum Alignment {
        case left
        case right
    }

    /// Longer cells push what stands behind them to the right rather than widen their column for all.
    static let widest = 60

    private let columns: [(title: String, alignment: Alignment)]
    private var rows: [[String]] = []

    init(_ columns: [(title: String, alignment: Alignment)]) { self.columns = columns }

    /// - Precondition: As many cells as there are columns.
    mutating func add(_ cells: [String]) {
        precondition(cells.count == columns.count, "a row has a cell for every column")
        rows.append(cells)
    }

    /// The heading and the rows, indented by two, without blanks at their ends.
    var lines: [String] {
        let all = [columns.map(\.title)] + rows
        let widths = columns.indices.map { column in
            all.map { DisplayWidth.of($0[column]) }.filter { $0 <= Self.widest }.max() ?? 0
        }
        return all.map { cells in
            let padded = cells.indices.map { pad(cells[$0], to: widths[$0], column: $0) }
            return Self.trimmed("  " + padded.joined(separator: "  "))
        }
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    private func pad(_ cell: String, to width: Int, column: Int) -> String {
        switch columns[column].alignment {
        case .right: String(repeating: " ", count: max(0, width - DisplayWidth.of(cell))) + cell
        case .left where column == columns.count - 1: cell
        case .left: DisplayWidth.padded(cell, to: width)
        }
    }
}
