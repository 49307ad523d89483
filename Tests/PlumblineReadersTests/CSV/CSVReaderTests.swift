import Diagnostics
import Plumbline
import PlumblineReaders
import Testing

@Suite("Reading CSV") struct CSVReaderTests {
    private let reader = CSVReader()

    @Test(
        "a record ends at LF, CR LF or CR, and the last one at the end of the file",
        arguments: ["\n", "\r\n", "\r"], ["", "end"])
    func lineEnds(lineEnd: String, tail: String) throws {
        let text = "a,b\(lineEnd)1,2\(lineEnd)3,4\(tail == "end" ? lineEnd : "")"
        for chunk in 1...4 {
            let table = try ReadTable(reader, text, chunk: chunk)
            #expect(table.titles == ["a", "b"])
            #expect(table.cells == [["1", "2"], ["3", "4"]])
            #expect(table.rows == [RowAddress(row: 1, line: 2), RowAddress(row: 2, line: 3)])
            #expect(table.problems.isEmpty)
        }
    }

    @Test("quotes keep delimiters, line breaks and doubled quotes in a cell", arguments: [
        (#""x,y""#, "x,y"), ("\"x\ny\"", "x\ny"), ("\"x\r\ny\"", "x\r\ny"), ("\"x\ry\"", "x\ry"),
        ("\"\"\"\"", "\""), (#""a""b""c""#, #"a"b"c"#), ("\"\"\"x\"\"\"", "\"x\""), (#""""#, ""),
        (#""a"  "#, "a"),
    ])
    func quotes(written: String, meant: String) throws {
        for chunk in 1...5 {
            let table = try ReadTable(reader, "a,b\n\(written),z\n", chunk: chunk)
            #expect(table.cells == [[meant, "z"]])
        }
    }

    @Test("a quote inside a field that does not start with one is a letter like others", arguments: [
        #"5" pipe"#, #" "x""#, #"x""y"#, #"36'37.8"N"#,
    ])
    func bareQuotes(cell: String) throws {
        #expect(try ReadTable(reader, "a,b\n\(cell),z").cells == [[cell, "z"]])
    }

    @Test("cells keep the blanks around them, headers do not")
    func blanks() throws {
        let table = try ReadTable(reader, "\u{3000}机构名称 ,\"b \"\n 一院 , 2")
        #expect(table.headers == [RawHeader(text: "机构名称", column: 1), RawHeader(text: "b", column: 2)])
        #expect(table.cells == [[" 一院 ", " 2"]])
    }

    @Test("a byte order mark is no part of the first header", arguments: 1...6)
    func byteOrderMark(chunk: Int) throws {
        let table = try ReadTable(reader, "\u{FEFF}\"a\",b\n1,2\n", chunk: chunk)
        #expect(table.titles == ["a", "b"])
    }

    @Test("blank lines are left out, and lines are counted through them and through quoted line breaks")
    func lineNumbers() throws {
        let text = "\r\n\na,b\n\n\"1\n\r\n\r\",2\r\r\n\n3,4\n\n"
        for chunk in 1...9 {
            let table = try ReadTable(reader, text, chunk: chunk)
            #expect(table.rows == [RowAddress(row: 1, line: 5), RowAddress(row: 2, line: 11)])
        }
    }

    @Test("a line with nothing but delimiters is a row of empty cells, and so is a quoted nothing")
    func emptyCells() throws {
        #expect(try ReadTable(reader, "a,b\n,\n").cells == [["", ""]])
        #expect(try ReadTable(reader, "a\n\"\"\n").cells == [[""]])
        #expect(try ReadTable(reader, "a,b\n1,").cells == [["1", ""]])
    }

    @Test("a header without rows gives one batch without rows", arguments: ["a,b", "a,b\n", "a,b\r\n\r\n"])
    func headerOnly(text: String) throws {
        let table = try ReadTable(reader, text)
        #expect(table.titles == ["a", "b"])
        #expect(table.batchRows == [0])
    }

    @Test("a row that differs in length from the header is kept and told, with its address")
    func raggedRows() throws {
        let table = try ReadTable(reader, "a,b,c\n1\n1,2,3,4\n1,2,3\n")
        #expect(table.cells == [["1", nil, nil], ["1", "2", "3"], ["1", "2", "3"]])
        #expect(table.problems.map(\.code.rawValue) == ["row-too-short", "row-too-long"])
        #expect(table.problems.map(\.column) == [2, 4])
        #expect(table.problems.map(\.address) == [RowAddress(row: 1, line: 2), RowAddress(row: 2, line: 3)])
        #expect(table.problems[0].message.en == "this row has 1 cell, but the header has 3")
        #expect(table.problems[1].message.zh == "这一行有 4 个单元格，而表头有 3 列，内容很可能错位，主键以外的单元格不予采信；请检查是否有数字带了千位逗号而没有加引号")
    }

    @Test("empty headers are told once, with the first batch; what two equal ones mean is not the reader's to say")
    func headerProblems() throws {
        let rows = String(repeating: "1,2,3,4\n", count: 200)
        let table = try ReadTable(reader, "a,, a ,b\n" + rows)
        #expect(table.titles == ["a", "", "a", "b"])
        #expect(table.problems.map(\.code.rawValue) == ["empty-header"])
        #expect(table.problems[0].address == RowAddress(row: 0, line: 1))
    }

    @Test("only the wanted columns are handed over, under all headers")
    func filter() throws {
        let text = Array("a,b,c\n1,2,3\n4,5\n".utf8)
        let table = try ReadTable(reader, text, columns: .titled(["c"]))
        #expect(table.titles == ["a", "b", "c"])
        #expect(table.cells == [[nil, nil, "3"], [nil, nil, nil]])
        #expect(try ReadTable(reader, text, columns: ColumnFilter { _ in false }).rows.count == 2)
    }

    @Test("batches are cut at the same rows whatever the chunks, the first one early")
    func batches() throws {
        let text = "a\n" + String(repeating: "x\n", count: 1000)
        let reader = CSVReader(batchRows: 300)
        for chunk in [1, 7, 100_000] {
            #expect(try ReadTable(reader, text, chunk: chunk).batchRows == [64, 300, 300, 300, 36])
        }
    }

    @Test("a batch of large cells is cut before it has all its rows")
    func largeCells() throws {
        let text = "a\n" + String(repeating: String(repeating: "x", count: 900_000) + "\n", count: 12)
        #expect(try ReadTable(reader, text).batchRows == [5, 5, 2])
    }

    @Test("a sink that has enough gets no more, and what follows is not checked")
    func enough() throws {
        struct OneBatch: BatchSink {
            var count = 0
            mutating func receive(_ batch: RawBatch) throws(Diagnostic) -> ReadControl {
                count += 1
                return .enough
            }
        }
        var sink = OneBatch()
        let text = "a\n" + String(repeating: "x\n", count: 100) + "\"unclosed"
        try reader.read(ByteSource(name: "t", bytes: Array(text.utf8)), columns: .all, into: &sink)
        #expect(sink.count == 1)
    }

    @Test("other delimiters are a property of the reader", arguments: CSVDelimiter.allCases)
    func delimiters(delimiter: CSVDelimiter) throws {
        let sign = Character(Unicode.Scalar(delimiter.rawValue))
        let table = try ReadTable(CSVReader(delimiter: delimiter), "a\(sign)b\n\"1\(sign)\"\(sign)2")
        #expect(table.cells == [["1\(sign)", "2"]])
    }
}
