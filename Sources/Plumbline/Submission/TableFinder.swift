import Diagnostics
import OrderedCollections

/// Finds out which table a file holds: by what the user says, by the file's name, or by its headers.
struct TableFinder {
    /// What a file turned out to hold.
    enum Match {
        case table(String)
        /// Nothing that the vocabulary knows; with the fault that kept the headers from being read, if one did.
        case nothing(because: Diagnostic?)
        /// So many of a table's columns, among so many, but not all of those that tell its records apart.
        case withoutKey(Table, columns: Int, of: Int)
    }

    let vocabulary: Vocabulary

    /// The table of a name, or of a title or alias that no other table has.
    func table(called name: String) throws(Diagnostic) -> String {
        if let table = vocabulary.tables[name], table.group == nil { return table.name }
        let titled = vocabulary.fileTables.filter { $0.names.contains(name) }.map(\.name)
        guard let table = titled.first else { throw .unknownDataTable(name, among: Array(vocabulary.fileTables)) }
        guard titled.count == 1 else { throw .ambiguousTable(name, titled) }
        return table
    }

    /// The tables of which a name of a file, or of a part of one, is a name, title or alias.
    func tables(named name: String) -> [String] { called(name).map(\.name) }

    /// The table that a file's name says, else the one that its headers fit best.
    ///
    /// - Parameters:
    ///   - name: What the file is called, or the part of it that the reader reads.
    ///   - path: The file, for messages.
    /// - Throws: That several tables fit equally, or that the file of a title that several tables have cannot be read.
    func match(
        _ source: ByteSource, called name: String, at path: String, _ reader: any SubmissionReader
    ) throws(Diagnostic) -> Match {
        let named = called(name)
        if named.count == 1 { return .table(named[0].name) }
        let candidates = named.isEmpty ? vocabulary.fileTables : named
        let reading = HeaderReading(source, reader, of: candidates)
        let headers = reading.headers
        let fault = reading.fault?.withoutLine(of: candidates)
        let best = bestFits(of: headers, among: candidates)
        if best.count == 1 { return .table(best[0]) }
        guard best.isEmpty else { throw .fitsSeveralTables(path, best) }
        guard named.isEmpty else { throw fault ?? .fitsSeveralTables(path, named.map(\.name)) }
        let nearest = candidates.map { (table: $0, count: found(headers, $0).count) }.max { $0.count < $1.count }
        if fault == nil, let nearest, nearest.count > 1, nearest.count * 2 >= headers.count {
            return .withoutKey(nearest.table, columns: nearest.count, of: headers.count)
        }
        return .nothing(because: fault)
    }
}

private extension TableFinder {
    func called(_ name: String) -> [Table] {
        let name = HeaderName(name)
        return vocabulary.fileTables.filter { $0.names.contains { HeaderName($0) == name } }
    }

    func bestFits(of headers: [RawHeader], among tables: [Table]) -> [String] {
        let fits = tables.map { (table: $0.name, count: fit(headers, $0)) }.filter { $0.count > 0 }
        guard let best = fits.map(\.count).max() else { return [] }
        return fits.filter { $0.count == best }.map(\.table)
    }

    /// How many fields of a table the headers name; 0 where the key, or most of the headers, are something else.
    func fit(_ headers: [RawHeader], _ table: Table) -> Int {
        let found = found(headers, table)
        let key = table.keyFields.compactMap { table.fields.index(forKey: $0) }
        guard key.allSatisfy(found.contains), found.count * 2 >= headers.count else { return 0 }
        return found.count
    }

    func found(_ headers: [RawHeader], _ table: Table) -> Set<Int> {
        let matcher = HeaderMatcher(table)
        return Set(headers.compactMap { matcher.match($0.text)?.field })
    }
}
