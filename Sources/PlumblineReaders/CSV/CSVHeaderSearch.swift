import Diagnostics
import Plumbline

/// Looks for the header below title lines, in a file whose first row is none.
///
/// A title without any delimiter says nothing of what stands between the fields below it, so that then each
/// delimiter is tried. What is looked at is read once more from its start.
struct CSVHeaderSearch {
    /// How many of a file's first rows are looked at.
    static let rowLimit = 20

    struct Place {
        var delimiter: CSVDelimiter
        /// How many rows stand above the header.
        var row: Int
    }

    let source: ByteSource
    /// What the user of the reader says; nil where each file is looked at.
    let delimiter: CSVDelimiter?
    /// What somebody says of the file; nil where it is found by looking.
    let encoding: TextEncoding?
    let columns: ColumnFilter

    /// - Parameter form: What a look at the file's beginning has told.
    /// - Returns: nil where no row is the header, or a fault stands before it.
    func place(under form: FileForm) -> Place? {
        let found = CSVDelimiter.allCases.filter { $0.character == form.delimiter }
        let others = delimiter == nil ? CSVDelimiter.allCases.filter { $0.character != form.delimiter } : []
        for delimiter in found + others {
            guard let row = try? row(under: delimiter, isFound: found.contains(delimiter)) else { continue }
            return Place(delimiter: delimiter, row: row)
        }
        return nil
    }

    private func row(under delimiter: CSVDelimiter, isFound: Bool) throws(Diagnostic) -> Int? {
        var records = try CSVRecords(source, delimiter: delimiter, encoding: encoding)
        for row in 0..<Self.rowLimit {
            guard try records.next() else { return nil }
            if row > 0, columns.isHeader(records.texts) { return row }
            // Another delimiter than the one that was found has to be no part of the title.
            if row == 0, !isFound, records.fields.count > 1 { return nil }
        }
        return nil
    }
}
