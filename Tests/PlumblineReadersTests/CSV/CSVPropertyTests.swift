import Diagnostics
import Plumbline
import PlumblineReaders
import TestSupport
import Testing

@Suite("CSV at random") struct CSVPropertyTests {
    @Test("a random table that is written and read again is the same, in chunks of 1 to 64 bytes", arguments: 0..<200)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let width = Int.random(in: 1...6, using: &random)
        let headers = (0..<width).map { "列\($0)" }
        let rows = (0..<Int.random(in: 0...150, using: &random)).map { _ in
            (0..<width).map { _ in Self.cell(&random) }
        }
        let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
        let text = ([headers] + rows).map { Self.line($0, &random) }.joined(separator: lineEnd)
        let chunk = Int.random(in: 1...64, using: &random)
        let table = try ReadTable(CSVReader(batchRows: Int.random(in: 1...100, using: &random)), text, chunk: chunk)
        #expect(table.titles == headers)
        #expect(table.cells.map { $0.map { $0 ?? "(absent)" } } == rows)
        #expect(table.problems.allSatisfy { $0.code == RowProblem.blankRowCode })
        #expect(table.rows.map(\.row) == Array(1..<rows.count + 1))
    }

    @Test("the reader takes and refuses what a plain reading does", arguments: 0..<40)
    func differential(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("a,\"\n\r 中,\"\"\n".unicodeScalars)
        for _ in 0..<100 {
            var text = "h\n"
            for _ in 0..<Int.random(in: 0...24, using: &random) {
                text.unicodeScalars.append(letters.randomElement(using: &random) ?? "a")
            }
            compare(text, chunk: Int.random(in: 1...16, using: &random))
        }
    }

    private func compare(_ text: String, chunk: Int) {
        // As many headers as a row can have here, so that none is cut.
        let wide = (1...30).map { "h\($0)" }.joined(separator: ",") + "\n" + text
        let table = try? ReadTable(CSVReader(), wide, chunk: chunk)
        let expected = NaiveCSV.records(text)
        #expect(table?.cells.map { $0.compactMap(\.self) } == expected, "\(text.debugDescription)")
    }

    @Test("random bytes are read or refused, the same in every chunk size", arguments: 0..<40)
    func noise(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pool: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x20, 0xE4, 0xB8, 0xAD, 0xEF, 0xBB, 0xBF, 0xF0, 0xFF, 0xED, 0x80]
        for _ in 0..<50 {
            let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in pool.randomElement(using: &random) ?? 0 }
            let whole = fault(CSVReader(), bytes)
            let pieces = fault(CSVReader(), bytes, chunk: Int.random(in: 1...9, using: &random))
            #expect(whole == pieces, "\(bytes)")
        }
    }

    /// A cell of letters that mean something to CSV and letters that do not.
    private static func cell(_ random: inout SeededGenerator) -> String {
        let pieces = ["", "a", "7.5", ",", "\"", "\n", "\r\n", "\r", " ", "县医院", "😎", "é", "\t", "'", "\u{FEFF}"]
        return (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    /// The line for a row, quoted where it must be and elsewhere at random.
    private static func line(_ cells: [String], _ random: inout SeededGenerator) -> String {
        let isBlank = cells.count == 1 && cells[0].isEmpty
        return cells.map { cell in
            let mustQuote = isBlank || cell.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
            guard mustQuote || Bool.random(using: &random) else { return cell }
            return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
        }.joined(separator: ",")
    }
}
