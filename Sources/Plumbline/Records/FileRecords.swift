import OrderedCollections

/// The records of one file on their way: what is no record is sieved out, the rest is read as the file's headers, or
/// what a mapping says of them, have it.
///
/// Whoever reads a file's records goes through here, so that a row is a record for everybody or for nobody.
struct FileRecords {
    private var sieve: RowSieve
    private var reader: RecordReader
    private var mapped: MappedBatches?
    private let table: Table
    private let file: String
    /// The period of the records of a file that has no column for it.
    private let period: CalendarPeriod?

    /// - Parameters:
    ///   - wanted: The places of the fields to read.
    ///   - expected: Those for which the file should have a column; nil where that is all of them.
    ///   - period: The period of which the records are, where the file itself has no column for it.
    ///   - mapping: What is said of the file; nil where its own headers tell.
    init(
        of table: Table, file: String, wanted: Set<Int>, expected: Set<Int>? = nil, period: CalendarPeriod? = nil,
        mapping: FileMapping? = nil
    ) {
        self.period = period
        self.table = table
        self.file = file
        sieve = RowSieve(table)
        reader = RecordReader(table: table, file: file, wanted: wanted, expected: expected)
        mapped = mapping.map { MappedBatches($0, of: table, wanted: wanted) }
    }

    /// Which columns the format's reader has to hand over.
    var columnFilter: ColumnFilter {
        let (wanted, sieve, header, headers) = (reader.columnFilter, sieve, HeaderRow(table), mapped?.headers)
        return ColumnFilter { cells in
            header.isHeader(cells) || headers?.isHeader(cells) ?? false
        } _: { raw in
            let raw = headers?.meant(raw) ?? raw
            return wanted.wants(raw) || sieve.needs(raw) || headers?.needs(raw) ?? false
        }
    }

    /// What was set aside so far.
    var setAside: [SetAside] { sieve.setAside + (mapped?.dropped.map { [$0] } ?? []) }

    /// Whether the columns of all key fields were in the file.
    var hasKeyColumns: Bool { reader.hasKeyColumns }

    /// A batch of the file's rows, as the batches of records that it comes to: itself, unless a mapping makes several
    /// records of a row.
    mutating func pieces(of batch: RawBatch, problems: inout [DataProblem]) -> RecordPieces {
        for title in batch.titles {
            guard let unit = TitleUnit.unit(of: title, for: table) else { continue }
            problems.append(.unitAboveHeader(unit, at: title, table: table.name, file: file))
        }
        guard mapped != nil else { return RecordPieces(sieve.sift(batch)) }
        let sifted = sieve.sift(mapped?.named(batch) ?? batch)
        return mapped?.pieces(of: sifted) ?? RecordPieces(sifted)
    }

    /// - Parameter piece: One of those that ``pieces(of:problems:)`` gave.
    mutating func records(of piece: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        reader.records(of: dated(piece), problems: &problems)
    }

    /// The batch with a column for the period that its submission says it is for.
    private func dated(_ batch: RawBatch) -> RawBatch {
        guard let period, let name = table.periodField, let field = table.fields.index(forKey: name) else { return batch }
        let matcher = HeaderMatcher(table)
        guard !batch.headers.contains(where: { matcher.match($0)?.field == field }) else { return batch }
        return batch.adding(RawHeader(text: name, column: nil), text: period.description)
    }

    /// Says after the file's last batch what it did not have.
    func finish(problems: inout [DataProblem]) {
        problems += mapped?.problems(file: file) ?? []
        reader.finish(problems: &problems)
    }
}
