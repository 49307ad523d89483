import OrderedCollections

/// The records of one file on their way: what is no record is sieved out, the rest is read.
///
/// Whoever reads a file's records goes through here, so that a row is a record for everybody or for nobody.
struct FileRecords {
    private var sieve: RowSieve
    private var reader: RecordReader
    private let table: Table
    private let file: String
    /// The period of the records of a file that has no column for it.
    private let period: CalendarPeriod?

    /// - Parameters:
    ///   - wanted: The places of the fields to read.
    ///   - expected: Those for which the file should have a column; nil where that is all of them.
    ///   - period: The period of which the records are, where the file itself has no column for it.
    init(
        of table: Table, file: String, wanted: Set<Int>, expected: Set<Int>? = nil, period: CalendarPeriod? = nil
    ) {
        self.period = period
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
        return reader.records(of: dated(sieve.sift(batch)), problems: &problems)
    }

    /// The batch with a column for the period that its submission says it is for.
    private func dated(_ batch: RawBatch) -> RawBatch {
        guard let period, let name = table.periodField, let field = table.fields.index(forKey: name) else { return batch }
        let matcher = HeaderMatcher(table)
        guard !batch.headers.contains(where: { matcher.match($0.text)?.field == field }) else { return batch }
        return batch.adding(RawHeader(text: name, column: nil), text: period.description)
    }

    /// Says after the file's last batch what it did not have.
    func finish(problems: inout [DataProblem]) { reader.finish(problems: &problems) }
}
