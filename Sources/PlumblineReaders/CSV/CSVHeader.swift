import Plumbline

/// The header row of a CSV file: its titles, and what is wrong with them.
struct CSVHeader {
    private(set) var headers: [RawHeader] = []
    private(set) var problems: [RowProblem] = []

    init(titles: [String], line: Int) {
        let address = RowAddress(row: 0, line: line)
        var seen: [String: Int] = [:]
        for (index, title) in titles.enumerated() {
            let header = RawHeader(text: Self.trimmed(title), column: index + 1)
            headers.append(header)
            if header.text.isEmpty {
                problems.append(.emptyHeader(column: index + 1, at: address))
            } else if let first = seen[header.text] {
                problems.append(.duplicateHeader(header.text, column: index + 1, first: first, at: address))
            } else {
                seen[header.text] = index + 1
            }
        }
    }

    private static func trimmed(_ title: String) -> String {
        let scalars = title.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// White space of every sort, the Chinese full-width blank too, and the marks of no width that
    /// spreadsheets leave behind.
    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }
}
