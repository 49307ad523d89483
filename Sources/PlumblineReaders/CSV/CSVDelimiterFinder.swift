/// Tells what stands between two fields by looking at a file's first records.
///
/// Each delimiter is tried. The one under which most records have as many fields as the first, at least two,
/// is it; then the one that gives more fields; then the comma. Quotes are heeded, so that what a quoted field
/// holds counts for nothing.
enum CSVDelimiterFinder {
    /// How many bytes are looked at; the choice depends on nothing else.
    static let sampleByteCount = 32_768
    private static let recordLimit = 50

    private struct Score {
        var delimiter: CSVDelimiter
        var records: Int
        var fields: Int
    }

    /// - Parameters:
    ///   - start: Where the text starts.
    ///   - isWhole: Whether the bytes are all that there are.
    static func find(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isWhole: Bool) -> CSVDelimiter {
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(sampleByteCount))
        let isWhole = isWhole && sample.count == bytes.count
        let scores = CSVDelimiter.allCases.map { score($0, sample, start, isWhole) }
        return scores.reduce(Score(delimiter: .comma, records: 0, fields: 1)) { best, score in
            (score.records, score.fields) > (best.records, best.fields) ? score : best
        }.delimiter
    }

    private static func score(
        _ delimiter: CSVDelimiter, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isWhole: Bool
    ) -> Score {
        let scanner = CSVScanner(delimiter: delimiter.rawValue)
        var (offset, fields, counts) = (start, [CSVField](), [Int]())
        while counts.count < recordLimit {
            while offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
            guard offset < bytes.count else { break }
            // A record that the sample cuts off counts only where it is the first.
            let outcome = scanner.scan(bytes, from: offset, isAtEnd: isWhole || counts.isEmpty, into: &fields)
            guard case .record(let next, _) = outcome else { break }
            counts.append(fields.count)
            offset = next
        }
        guard let first = counts.first, first > 1 else { return Score(delimiter: delimiter, records: 0, fields: 1) }
        return Score(delimiter: delimiter, records: counts.count { $0 == first }, fields: first)
    }
}
