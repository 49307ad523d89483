import Diagnostics
import Foundation
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("The encoding of a file") struct EncodingTests {
    private static let text = "机构代码,名称\nA1,\"第一\n医院\"\nA2,镕基\n"

    private static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(text.utf8)
        case .gb18030: return GB18030.bytes(text)
        case .utf16LittleEndian: return [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndian: return [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        }
    }

    @Test("a table reads the same in every encoding, whatever the chunks", arguments: TextEncoding.allCases)
    func same(encoding: TextEncoding) throws {
        var expected = try ReadTable(CSVReader(), Self.text)
        expected.form.encoding = encoding
        for chunk in [1, 2, 3, 5, 1000] {
            #expect(try ReadTable(CSVReader(), Self.bytes(Self.text, encoding), chunk: chunk) == expected)
        }
    }

    @Test("JSON Lines are read in GB18030 too")
    func jsonLines() throws {
        let text = "{\"名称\": \"第一医院\"}\n"
        let table = try ReadTable(JSONLinesReader(), Self.bytes(text, .gb18030), chunk: 4)
        #expect(table.cells == [["第一医院"]])
        #expect(table.form == FileForm(encoding: .gb18030))
    }

    @Test("characters of four bytes are read")
    func fourBytes() throws {
        // U+3400 and U+20000 in GB18030.
        let bytes = Array("a\n".utf8) + [0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36] + Array("\n".utf8)
        for chunk in 1...9 { #expect(try ReadTable(CSVReader(), bytes, chunk: chunk).cells == [["\u{3400}\u{20000}"]]) }
    }

    @Test("a first byte that is not UTF-8 late in the file changes how all of it is read, and no row comes twice")
    func late() throws {
        let rows = (0..<20_000).map { "A\($0),x\n" }.joined()
        let bytes = Array("id,name\n\(rows)".utf8) + Array("B,".utf8) + [0xD6, 0xD0, 0x0A]
        let table = try ReadTable(CSVReader(), bytes, chunk: 4096)
        #expect(table.rows.count == 20_001)
        #expect(table.rows.map(\.row) == Array(1...20_001))
        #expect(table.cells.last == ["B", "中"])
    }

    @Test("a byte that GB18030 does not have is told at its place", arguments: [1, 2, 7, 1000])
    func undecodable(chunk: Int) throws {
        var bytes = Self.bytes("名称\n第一\n第", .gb18030)
        bytes += [0xFF, 0x0A]
        let found = try #require(fault(CSVReader(), bytes, chunk: chunk))
        #expect(found.code == "bad-gb18030")
        #expect(found.location?.start == Position(line: 3, column: 2))
        #expect(found.message.en == "the file is not in UTF-8, and read as GB18030 the byte FF is not valid")
    }

    @Test("a character that the end of a GB18030 file cuts off is a fault")
    func cutOff() throws {
        let bytes = Self.bytes("名称\n第一", .gb18030).dropLast()
        #expect(fault(CSVReader(), Array(bytes), chunk: 3)?.code == "bad-gb18030")
    }

    @Test("a damaged byte among Chinese in UTF-8 is told in UTF-8 at its place, wherever it stands", arguments: [1, 3, 4096])
    func damaged(chunk: Int) throws {
        let head = Array("机构代码,机构名称\nA1,第一医院\n".utf8)
        let short = try #require(fault(CSVReader(), head + Array("A2,第".utf8) + [0xFF] + Array("二医院\n".utf8), chunk: chunk))
        #expect((short.code, short.location?.start) == ("bad-utf8", Position(line: 3, column: 5)))
        // The middle of a character is gone.
        let lost = try #require(fault(CSVReader(), head + Array("A2,第二".utf8) + [0xE5, 0x8C] + Array("院\n".utf8), chunk: chunk))
        #expect((lost.code, lost.location?.start) == ("bad-utf8", Position(line: 3, column: 6)))
        let rows = Array((0..<20_000).map { "A\($0),x\n" }.joined().utf8)
        let late = try #require(fault(CSVReader(), head + rows + Array("B,".utf8) + [0xC8, 0x0A], chunk: max(chunk, 512)))
        #expect((late.code, late.location?.start) == ("bad-utf8", Position(line: 20_003, column: 3)))
    }

    @Test("files of a statistical office in GB18030 are read", .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absence)))
    func corpus() throws {
        let folder = SharedData.url("corpora/gb18030-csv")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        #expect(!names.isEmpty)
        for name in names {
            let table = try ReadTable(CSVReader(), ByteSource(path: folder.appending(path: name).path))
            #expect(table.form == FileForm(encoding: .gb18030, delimiter: ","), "\(name)")
            let text = table.titles.joined() + table.cells.joined().compactMap(\.self).joined()
            #expect(!text.contains("\u{FFFD}") && text.contains(/[省市院]/), "\(name)")
        }
    }
}
