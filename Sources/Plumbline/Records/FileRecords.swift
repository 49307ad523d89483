/// The records of one file on their way: what is no record is sieved out, the rest is read.
///
/// Whoever reads a file's records goes through here, so that a row is a record for everybody or for nobody.
struct FileRecords {
    private var sieve: RowSieve
    private var reader: RecordReader
    private let table: Table
    private let file: String

    /// - Parameters:
    ///   - wanted: The places of the fields to read.
    ///   - expected: Those for which the file should have a column; nil where that is all of them.
    init(of table: Table, file: String, wanted: Set<Int>, expected: Set<Int>? = nil) {
        self.table = table
        self.file = file
        sieve = RowSieve(table)
        reader = RecordReader(table: table, file: file, wanted: wanted, expected: expected)
    }

    /// Which columns the format's reader has to hand over.
    var columnFilter: ColumnFilter {
        let (wanted, sieve, header) = (reader.columnFilter, sieve, HeaderRow(table))
        return ColumnFilter(isHeader: header.isHeader) { wanted.wants($0) || sieve.needs($0) }
    }

    /// What was set aside so far.
    var setAside: [SetAside] { sieve.setAside }

    /// Whether the columns of all key fields were in the file.
    var hasKeyColumns: Bool { reader.hasKeyColumns }

    mutating func records(of batch: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        for title in batch.titles {
            guard let unit = TitleUnit.unit(of: title, for: table) else { continue }
            problems.append(.unitAboveHeader(unit, at: title, table: table.name, file: file))
        }
        return reader.records(of: sieve.sift(batch), problems: &problems)
    }

    /// Says after the file's last batch what it did not have.
    func finish(problems: inout [DataProblem]) { reader.finish(problems: &problems) }
}
