import Diagnostics
import Testing

@Suite("Positions in a text") struct SourceTextTests {
    @Test("LF, CR LF and CR each end a line", arguments: ["a中\nb\n\nc", "a中\r\nb\r\n\r\nc", "a中\rb\r\rc"])
    func lineEnds(text: String) {
        let source = SourceText(name: "a", text: text)
        #expect(source.lineCount == 4)
        #expect((1...4).map(source.lineText) == ["a中", "b", "", "c"])
        #expect(source.position(atByte: source.bytes.count) == Position(line: 4, column: 2))
        #expect(source.bytes[source.byteOffset(of: Position(line: 2, column: 1))] == UInt8(ascii: "b"))
    }

    @Test("columns count code points") func columns() {
        let source = SourceText(name: "a", text: "县😀e\u{301}x")
        #expect(source.position(atByte: source.bytes.count - 1).column == 5)
        #expect(source.byteOffset(of: Position(line: 1, column: 5)) == source.bytes.count - 1)
    }

    @Test("every byte's position leads back to the start of its code point") func roundTrip() {
        let source = SourceText(name: "a", text: "规则: 县\r\n  b: 😀\n\r\n")
        for (index, byte) in source.bytes.enumerated() where byte & 0xC0 != 0x80 && byte != 0x0A && byte != 0x0D {
            #expect(source.byteOffset(of: source.position(atByte: index)) == index)
        }
    }

    @Test("a stretch over several lines is cut at the end of its first") func stretch() {
        let source = SourceText(name: "a", text: "ab\ncd")
        let location = source.location(ofBytes: 1..<4)
        #expect(location == Location(file: "a", start: Position(line: 1, column: 2), length: 1, lineText: "ab"))
    }

    @Test("a byte order mark takes no column") func byteOrderMark() {
        let source = SourceText(name: "a", text: "\u{FEFF}ab")
        #expect(source.position(atByte: 3) == Position(line: 1, column: 1))
        #expect(source.position(atByte: 0) == Position(line: 1, column: 1))
        #expect(source.lineText(1) == "ab")
    }

    @Test("an empty text has one empty line, and places outside it are its ends") func outside() {
        let source = SourceText(name: "a", text: "")
        #expect(source.lineCount == 1)
        #expect(source.position(atByte: 9) == Position(line: 1, column: 1))
        #expect(source.position(atByte: -1) == Position(line: 1, column: 1))
        #expect(source.lineText(7) == "")
        #expect(source.byteOffset(of: Position(line: 7, column: 1)) == 0)
    }

    @Test("bad UTF-8 shows as the replacement character") func badUTF8() {
        #expect(SourceText(name: "a", bytes: [0x61, 0xFF]).lineText(1) == "a\u{FFFD}")
    }

    @Test("columns on very long lines are counted as on short ones, and such a line is not copied") func longLines() {
        let text = "x\n" + String(repeating: "a县😀", count: 5_000) + "\ny"
        let source = SourceText(name: "a", text: text)
        for offset in stride(from: 0, to: source.bytes.count, by: 977) {
            let start = offset < 2 ? 0 : offset < source.bytes.count - 1 ? 2 : source.bytes.count - 1
            let column = source.bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1
            #expect(source.position(atByte: offset).column == column)
        }
        let location = source.location(ofBytes: 10..<source.bytes.count)
        #expect(location.lineText == "")
        #expect(location.start.column + location.length == 15_001)
    }
}
