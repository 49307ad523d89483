import Diagnostics
import Plumbline
import PlumblineReaders
import Testing

@Suite("the header of a CSV file below title lines") struct CSVHeaderSearchTests {
    private static let filter = ColumnFilter(isHeader: { $0.contains("id") }) { _ in true }
    private static let text = "A table, of 2025\n\n,,\n\"By \"\"somebody\"\"\nelse\",,\nid,beds,\nA,1,\nB,2,\n"

    @Test("it is found whatever the chunks that the bytes come in", arguments: [1, 2, 3, 7, 16, 1000])
    func chunks(size: Int) throws {
        let table = try ReadTable(CSVReader(), Array(Self.text.utf8), chunk: size, columns: Self.filter)
        #expect(table.titles == ["id", "beds", ""])
        #expect(table.cells == [["A", "1", ""], ["B", "2", ""]])
        #expect(table.rows == [RowAddress(row: 1, line: 7), RowAddress(row: 2, line: 8)])
        #expect(table.titleRows == [
            TitleRow(line: 1, cells: ["A table", "of 2025"]), TitleRow(line: 3, cells: []), TitleRow(line: 4, cells: ["By \"somebody\"\nelse"]),
        ])
        #expect(table.problems.map(\.address) == [RowAddress(row: 0, line: 6)])
    }

    @Test("where no row is one, and where nobody asks, the first row is the header and nothing is left out")
    func none() throws {
        let never = ColumnFilter(isHeader: { _ in false }) { _ in true }
        let plain = try ReadTable(CSVReader(), Array(Self.text.utf8))
        #expect(plain.titles == ["A table", "of 2025"])
        #expect(plain.rows.count == 5)
        #expect(try ReadTable(CSVReader(), Array(Self.text.utf8), columns: never) == plain)
    }

    @Test("a delimiter that is asked for is kept")
    func askedFor() throws {
        let text = "Title\nid;beds\nA;1\n"
        #expect(try ReadTable(CSVReader(), Array(text.utf8), columns: Self.filter).titles == ["id", "beds"])
        let commas = try ReadTable(CSVReader(delimiter: .comma), Array(text.utf8), columns: Self.filter)
        #expect(commas.titles == ["Title"])
    }

    @Test("a fault on the way to it is told as ever")
    func fault() throws {
        #expect { try ReadTable(CSVReader(), Array("Title\n\"a\"b\nid\n".utf8), columns: Self.filter) } throws: {
            ($0 as? Diagnostic)?.code == "csv-text-after-quote"
        }
    }

    @Test("a title of any length is kept to its beginning")
    func long() {
        #expect(TitleRow(line: 1, cells: [String(repeating: "长", count: 10_000)]).text.count == TitleRow.textLimit)
    }
}
