import Diagnostics
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("Faults of CSV files") struct CSVFaultTests {
    private static let cases: [(text: [UInt8], fault: String)] = [
        (Array("".utf8), "csv-without-header 1:1"),
        (Array("\n\r\n".utf8), "csv-without-header 1:1"),
        (Array("a,b\n1,\"x\ny".utf8), "csv-unclosed-quote 2:3"),
        (Array("a,b\n\"".utf8), "csv-unclosed-quote 2:1"),
        (Array("a,b\n\"\"\"".utf8), "csv-unclosed-quote 2:1"),
        (Array("a,b\n机构,\"x\"y\n".utf8), "csv-text-after-quote 2:7"),
        (Array("a,b\n\"x\ny\" z\n".utf8), "csv-text-after-quote 3:4"),
        (Array("a,b\n\"x,1\n\"y\",2\n".utf8), "csv-text-after-quote 3:2"),
        (Array("a,b\n\"x\"  \"\n".utf8), "csv-text-after-quote 2:6"),
        (Array("a,\u{0}b\n".utf8), "nul-byte 1:3"),
        (Array("\u{FEFF}a,b\n1,2\n机".utf8) + [0xFF, 0x0A], "bad-utf8 3:2"),
        (Array("\u{FEFF}a,b\n\"机\n".utf8) + [0xC0, 0xAF], "bad-utf8 3:1"),
        (Array("\u{FEFF}a,b\n1,".utf8) + [0xED, 0xA0, 0x80, 0x0A], "bad-utf8 2:3"),
        (Array("a,b\n1,".utf8) + [0xE6, 0x9C], "bad-utf8 2:3"),
        (Array("a,b\n\"x\"y".utf8) + [0xFF], "csv-text-after-quote 2:4"),
        (Array("a,b\n".utf8) + [0xFF] + Array(",\"x\"y".utf8), "bad-gb18030 2:1"),
        ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0xDC], "bad-utf16 1:2"),
        ([0xFE, 0xFF, 0x00, 0x61, 0xDC, 0x00], "bad-utf16 1:2"),
    ]

    @Test("each fault is told at its line and column, whatever the chunks", arguments: cases.indices)
    func addresses(index: Int) {
        let (text, expected) = Self.cases[index]
        for chunk in [1, 2, 3, 5, 8, 64, 262_144] {
            let found = fault(CSVReader(), text, chunk: chunk)
            let place = found?.location.map { "\($0.start.line):\($0.start.column)" } ?? "-"
            #expect("\(found?.code.rawValue ?? "none") \(place)" == expected, "chunks of \(chunk)")
        }
    }

    @Test("every fault reads well in both languages, with the line and a caret")
    func wordings() throws {
        var out = ""
        for language in Language.allCases {
            for (text, _) in Self.cases {
                guard let found = fault(CSVReader(), text) else { continue }
                out += DiagnosticRenderer(language: language).render(found)
            }
        }
        try expectGolden(out, "csv-faults.txt")
    }

    @Test("a field may have 1 MB and not a byte more, whatever the chunks", arguments: [1000, 262_144, 5_000_000])
    func fieldLimit(chunk: Int) {
        let most = String(repeating: "x", count: 1_000_000)
        #expect(fault(CSVReader(), Array("a,b\n\(most),1\n".utf8), chunk: chunk) == nil)
        #expect(fault(CSVReader(), Array("a,b\n1,\(most)x\n".utf8), chunk: chunk)?.code == "csv-field-too-large")
        let open = fault(CSVReader(), Array("a,b\n1,\"\(most)\n\(most)".utf8), chunk: chunk)
        #expect(open?.code == "csv-field-too-large")
        #expect(open?.location?.start == Position(line: 2, column: 3))
    }

    @Test("a row may have 10 MB", arguments: [262_144, 50_000_000])
    func rowLimit(chunk: Int) {
        let cell = String(repeating: "x", count: 999_999) + ","
        let row = String(repeating: cell, count: 10)
        #expect(fault(CSVReader(), Array("a\n\(row)\n".utf8), chunk: chunk) == nil)
        #expect(fault(CSVReader(), Array("a\n\(row)xx\n".utf8), chunk: chunk)?.code == "row-too-large")
    }

    @Test("a row may have 16,384 fields")
    func columnLimit() throws {
        let most = String(repeating: ",", count: 16_383)
        #expect(try ReadTable(CSVReader(), most + "\n").headers.count == 16_384)
        #expect(fault(CSVReader(), "a\n,\(most)\n")?.code == "too-many-columns")
    }
}
