import Diagnostics
import Plumbline
import PlumblineReaders
import Testing

@Suite("Reading JSON Lines") struct JSONLinesReaderTests {
    private let reader = JSONLinesReader()

    @Test("each line is a row, and keys are headers in the order they come up", arguments: 1...8)
    func rows(chunk: Int) throws {
        let table = try ReadTable(reader, "{\"a\":\"x\",\"名\":2}\r\n\n  \n{\"名\":true,\"c\":\"\"}", chunk: chunk)
        #expect(table.headers == ["a", "名", "c"].map { RawHeader(text: $0, column: nil) })
        #expect(table.cells == [["x", "2", nil], [nil, "true", ""]])
        #expect(table.rows == [RowAddress(row: 1, line: 1), RowAddress(row: 2, line: 4)])
    }

    @Test("a number keeps its letters", arguments: ["0", "-0", "1.50", "1e5", "-2.5E-03", "12345678901234567890.10"])
    func numbers(number: String) throws {
        #expect(try ReadTable(reader, "{\"a\": \(number) }").cells == [[number]])
    }

    @Test("a string is its text, escapes resolved", arguments: [
        (#"x"#, "x"), (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t"), (#"\u4e2d\u00E9z"#, "中éz"),
        (#"\ud83d\ude0E!"#, "😎!"), ("\u{7F}\u{2028}", "\u{7F}\u{2028}"), (#"\\u0041"#, #"\u0041"#),
    ])
    func strings(written: String, meant: String) throws {
        #expect(try ReadTable(reader, "{\"a\":\"\(written)\"}").cells == [[meant]])
        #expect(try ReadTable(reader, "{\"\(written)\":1}").titles == [meant])
    }

    @Test("null is a blank cell; an array or object is its raw text, marked nested")
    func nullAndNested() throws {
        let table = try ReadTable(reader, #"{"a":null,"b":[1, {"x":"]"}],"c":{},"d":"[]"}"#)
        #expect(table.cells == [["", #"[1, {"x":"]"}]"#, "{}", "[]"]])
        #expect(table.nested == [[1, 1], [1, 2]])
    }

    @Test("of a key that stands twice the first value holds, and the row has a problem")
    func duplicateKeys() throws {
        let table = try ReadTable(reader, "{\"a\":1}\n{\"b\":1,\"a\":2,\"\\u0061\":3}\n")
        #expect(table.cells == [["1", nil], ["2", "1"]])
        #expect(table.problems.map(\.code) == ["duplicate-member"])
        #expect(table.problems.first?.address == RowAddress(row: 2, line: 2))
        #expect(table.problems.first?.header == "a")
    }

    @Test("a duplicate key is told also where its column is not wanted")
    func filteredDuplicate() throws {
        let table = try ReadTable(reader, Array(#"{"a":1,"a":2,"b":3}"#.utf8), columns: .titled(["b"]))
        #expect(table.cells == [[nil, "3"]])
        #expect(table.problems.count == 1)
    }

    @Test("a file without objects gives one batch without headers or rows", arguments: ["", "\n\n", "\u{FEFF}", " \r\n"])
    func empty(text: String) throws {
        let table = try ReadTable(reader, text)
        #expect(table.batchRows == [0])
        #expect(table.headers.isEmpty)
    }

    @Test("a key that comes up in a later batch is a column from there on")
    func laterKeys() throws {
        let text = String(repeating: "{\"a\":1}\n", count: 70) + "{\"b\":2}\n"
        let table = try ReadTable(JSONLinesReader(batchRows: 100), text, chunk: 3)
        #expect(table.batchRows == [64, 7])
        #expect(table.titles == ["a", "b"])
        #expect(table.cells.last == [nil, "2"])
    }

    @Test("an object without members is a row of absent cells")
    func noMembers() throws {
        #expect(try ReadTable(reader, "{}\n{\"a\":1}\n{ }").cells == [[], ["1"], [nil]].map { $0.isEmpty ? [nil] : $0 })
    }
}
