import OrderedCollections
import Testing

@testable import Plumbline

@Suite("the pieces of a wide batch") struct RecordPiecesTests {
    /// Some rows, each with a cell under one header, which every record of it repeats as its label.
    private static func pieces(header: String, rows: Int) throws -> [RawBatch] {
        let vocabulary = "vocabulary: v\ntables:\n  figure: {key: [id, name], fields: {id: {type: string}, name: {type: string}, value: {type: integer}}}\n"
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: figure, require: value > 0}")
        let table = try #require(plan.vocabulary.tables["figure"])
        var id = RawColumnBuilder(headerIndex: 0)
        var cell = RawColumnBuilder(headerIndex: 1)
        for row in 0..<rows {
            id.append("\(row)")
            cell.append("1")
        }
        let headers = [RawHeader(text: "id", column: 1), RawHeader(text: header, column: 2, meaning: .spread("value"))]
        let batch = RawBatch(
            headers: headers, columns: [id.finish(), cell.finish()], rows: (0..<rows).map { RowAddress(row: $0 + 1, line: $0 + 2) })
        let mapping = WideMapping(columns: .listed([HeaderName(header): header], headers: [header]), header: "name", value: "value")
        let file = FileMapping(table: table.name, wide: mapping, location: table.location)
        let wide = WideColumns(mapping, headers, MappedHeaders(file, of: table))
        return Array(RecordPieces(batch, by: wide))
    }

    @Test("a long label counts as what every record repeats, so that no piece grows beyond its limit", arguments: [(10, 10, 1), (1_000_000, 10, 3)])
    func longLabels(length: Int, rows: Int, count: Int) throws {
        let pieces = try Self.pieces(header: String(repeating: "长", count: length / 3), rows: rows)
        #expect(pieces.count == count)
        #expect(pieces.reduce(0) { $0 + $1.rowCount } == rows)
        #expect(pieces.flatMap(\.rows).map(\.row) == Array(1...rows))
        for piece in pieces { #expect(piece.columns.reduce(0) { $0 + $1.utf8.count } <= 5_000_000) }
    }
}
