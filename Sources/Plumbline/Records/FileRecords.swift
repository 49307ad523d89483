/// The records of one file on their way: what is no record is sieved out, the rest is read.
///
/// Whoever reads a file's records goes through here, so that a row is a record for everybody or for nobody.
struct FileRecords {
    private var sieve: RowSieve
    private var reader: RecordReader

    /// - Parameter wanted: The places of the fields to read.
    init(of table: Table, file: String, wanted: Set<Int>) {
        sieve = RowSieve(table)
        reader = RecordReader(table: table, file: file, wanted: wanted)
    }

    /// Which columns the format's reader has to hand over.
    var columnFilter: ColumnFilter {
        let (wanted, sieve) = (reader.columnFilter, sieve)
        return ColumnFilter { wanted.wants($0) || sieve.needs($0) }
    }

    /// What was set aside so far.
    var setAside: [SetAside] { sieve.setAside }

    /// Whether the columns of all key fields were in the file.
    var hasKeyColumns: Bool { reader.hasKeyColumns }

    mutating func records(of batch: RawBatch, problems: inout [DataProblem]) -> RecordBatch {
        reader.records(of: sieve.sift(batch), problems: &problems)
    }

    /// Says after the file's last batch what it did not have.
    func finish(problems: inout [DataProblem]) { reader.finish(problems: &problems) }
}
