import Plumbline

/// The header row of a CSV file: its titles, and what is wrong with them.
///
/// Titles that stand twice are no problem of the format: what they mean is for those to say who know the table.
struct CSVHeader {
    let headers: [RawHeader]
    let problems: [RowProblem]

    init(titles: [String], line: Int) {
        headers = titles.enumerated().map { RawHeader(text: CellText.trimmed($1), column: $0 + 1) }
        problems = headers.enumerated().filter { $1.text.isEmpty }.map { index, _ in
            .emptyHeader(column: index + 1, at: RowAddress(row: 0, line: line))
        }
    }
}
