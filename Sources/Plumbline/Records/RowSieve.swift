import OrderedCollections

/// Takes out of a file's batches the rows that are no records: sums, notes under the table, the header once
/// more, rows without anything. Title lines above the header, which the format's reader passed over, it counts.
///
/// It stands between a format's reader and the reader of records, so that every format is treated alike. What
/// it takes out is counted with its address.
struct RowSieve {
    /// How many of a file's first columns are looked at beside the key and the label.
    private static let leadingColumns = 3

    private let table: Table
    private let matcher: HeaderMatcher
    private let named: Set<Int>
    /// Whether the row above is a note: a short line that stands alone goes on with it.
    private var isBelowNote = false
    /// What was set aside so far, in the order of its kinds' first rows.
    private(set) var setAside: [SetAside] = []

    init(_ table: Table) {
        self.table = table
        matcher = HeaderMatcher(table)
        let names = table.keyFields + (table.label.map { [$0] } ?? [])
        named = Set(names.compactMap { table.fields.index(forKey: $0) })
    }

    /// Whether a column has to be there for a row to be told from a record.
    func needs(_ header: RawHeader) -> Bool {
        if let column = header.column { return column <= Self.leadingColumns }
        return matcher.match(header).map { named.contains($0.field) } ?? false
    }

    /// The batch without the rows that are no records, and without their problems.
    ///
    /// - Complexity: O(*n*) in the rows; nothing is copied where every row is a record.
    mutating func sift(_ batch: RawBatch) -> RawBatch {
        for title in batch.titles { add(.title, RowAddress(row: 0, line: title.line)) }
        let view = View(batch, matcher: matcher, named: named, table: table)
        let blank = Set(batch.problems.filter { $0.code == RowProblem.blankRowCode }.map(\.address.row))
        var kept: [Int] = []
        kept.reserveCapacity(batch.rowCount)
        for row in 0..<batch.rowCount {
            if let kind = blank.contains(batch.rows[row].row) ? .blank : kind(view, row) {
                add(kind, batch.rows[row])
            } else {
                kept.append(row)
            }
        }
        return kept.count == batch.rowCount ? batch : batch.keeping(kept)
    }

    /// What a row is, where it is no record. A row that has a key of its own is a record, whatever words stand
    /// beside it: setting one aside by mistake would lose it.
    private mutating func kind(_ view: View, _ row: Int) -> SetAside.Kind? {
        let words = view.texts(row).filter { RowWords.mayMatch($0.text) && !view.isDeclared($0) && !view.hasKey(row, beside: $0) }
        if words.contains(where: { RowWords.isTotal($0.text) }) { return .total }
        if words.contains(where: { RowWords.isNote($0.text) }) {
            isBelowNote = true
            return .note
        }
        // A line that is shorter than the table and stands alone goes on with the note above it.
        if isBelowNote, view.isShort(row), view.isAlone(row) { return .note }
        isBelowNote = false
        return view.isHeader(row) ? .repeatedHeader : nil
    }

    private mutating func add(_ kind: SetAside.Kind, _ row: RowAddress) {
        let place = setAside.firstIndex { $0.kind == kind } ?? setAside.count
        if place == setAside.count { setAside.append(SetAside(kind: kind, count: 0, rows: [])) }
        setAside[place].count += 1
        if setAside[place].rows.count < SetAside.addressLimit { setAside[place].rows.append(row) }
    }
}

/// A batch as the sieve looks at it.
private struct View {
    struct Text {
        /// The place of the column in the batch.
        var place: Int
        var text: String
    }

    private let batch: RawBatch
    private let headers: [HeaderName]
    private let fields: [Field?]
    /// The columns in which a word counts: those of the key and the label.
    private let named: [Int]
    /// The columns of the key's fields, one or more each; empty where the row is the key.
    private let keys: [[Int]]
    private let shortRows: Set<Int>

    init(_ batch: RawBatch, matcher: HeaderMatcher, named: Set<Int>, table: Table) {
        self.batch = batch
        headers = batch.headers.map { HeaderName($0.text) }
        let matches = batch.columns.map { matcher.match(batch.headers[$0.headerIndex])?.field }
        fields = matches.map { $0.map { table.fields.values[$0] } }
        self.named = matches.indices.filter { matches[$0].map(named.contains) ?? false }
        keys = table.keyFields.map { name in
            let field = table.fields.index(forKey: name)
            return matches.indices.filter { matches[$0] == field }
        }
        shortRows = Set(batch.problems.filter { $0.code == RowProblem.shortRowCode }.map(\.address.row))
    }

    /// Whether a row's key is there and says something else than the word does: of a key of several parts, whether
    /// one of the others does.
    func hasKey(_ row: Int, beside word: Text) -> Bool {
        let parts = keys.filter { !$0.contains(word.place) }
        let texts = parts.map { part in part.first { !isBlank($0, row) }.map { CellText.trimmed(batch.columns[$0].text(row)) } }
        guard !texts.isEmpty, parts.count == keys.count || keys.count > 1 else { return false }
        return texts.allSatisfy { $0.map { !RowWords.isTotal($0) } ?? false }
    }

    func isShort(_ row: Int) -> Bool { shortRows.contains(batch.rows[row].row) }

    /// The first cell of a row that holds anything, then those of its key and label.
    func texts(_ row: Int) -> [Text] {
        guard let first = batch.columns.indices.first(where: { !isBlank($0, row) }) else { return [] }
        return ([first] + named.filter { $0 > first && !isBlank($0, row) })
            .map { Text(place: $0, text: CellText.trimmed(batch.columns[$0].text(row))) }
    }

    /// Whether a text is a value that its column's field declares, whatever else the word may mean.
    func isDeclared(_ text: Text) -> Bool {
        guard case .enumeration(let enumeration) = fields[text.place]?.type else { return false }
        return enumeration.rank(of: text.text) != nil
    }

    /// Whether all but the first column of a row are blank.
    func isAlone(_ row: Int) -> Bool { batch.columns.indices.dropFirst().allSatisfy { isBlank($0, row) } }

    /// Whether each cell of a row that holds anything repeats its header.
    func isHeader(_ row: Int) -> Bool {
        var count = 0
        for column in batch.columns where column.state(row) == .text && !column.range(row).isEmpty {
            guard mayBe(headers[column.headerIndex], column.bytes(row).first), HeaderName(column.text(row)) == headers[column.headerIndex] else { return false }
            count += 1
        }
        return count > 0
    }

    /// Whether a cell can be the header as far as its first byte tells: folding leaves a letter or digit of ASCII
    /// where it is, so that most cells need no closer look.
    private func mayBe(_ header: HeaderName, _ first: UInt8?) -> Bool {
        guard let first, let letter = first.asciiLetterOrDigit else { return true }
        return header.folded.utf8.first?.asciiLetterOrDigit == letter
    }

    private func isBlank(_ place: Int, _ row: Int) -> Bool {
        let column = batch.columns[place]
        if [.nested, .contradicted].contains(column.state(row)) { return false }
        guard column.state(row) == .text, let first = column.bytes(row).first else { return true }
        // A visible letter of ASCII is most common, and needs no closer look.
        guard first >= 0x80 || first < 0x21 else { return false }
        return CellText.trimmed(column.text(row)).isEmpty
    }
}

private extension UInt8 {
    /// The byte in lower case where it is a letter or a digit of ASCII; nil elsewhere.
    var asciiLetterOrDigit: UInt8? {
        switch self {
        case 0x30...0x39, 0x61...0x7A: self
        case 0x41...0x5A: self | 0x20
        default: nil
        }
    }
}
