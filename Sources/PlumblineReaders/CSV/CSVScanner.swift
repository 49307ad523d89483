/// Finds the fields of one record.
///
/// The grammar is RFC 4180's with what its readers commonly take: a record also ends at LF or CR alone, the
/// last one needs no line break, quotes inside a field that does not start with one are letters like others,
/// and spaces may stand between a closing quote and the delimiter. Other text after a closing quote is a
/// fault: there is no telling where such a field ends.
struct CSVScanner {
    /// What became of a record.
    enum Outcome {
        /// A record with the offset after its line break, and how many lines it takes.
        case record(next: Int, lines: Int)
        /// The bytes end before the record does.
        case needsMore
        /// What is wrong, and the byte that it is told at. Bytes from `bound` on play no part in it.
        case fault(Fault, at: Int, bound: Int)
    }

    enum Fault {
        case unclosedQuote, fieldTooLarge, rowTooLarge, tooManyColumns
        /// Text after the closing quote of a field whose opening quote is at an offset.
        case textAfterQuote(opening: Int)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let space = UInt8(ascii: " ")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    let delimiter: UInt8

    /// Reads the record that starts at an offset; the offset is that of a byte, not of the end.
    ///
    /// - Parameter isAtEnd: Whether the bytes are the last.
    /// - Complexity: O(*n*) in the record's length; one pass.
    func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from record: Int, isAtEnd: Bool, into fields: inout [CSVField]
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        var offset = record
        var lines = 1
        while true {
            let start = offset
            if fields.count == RecordLimits.columnCount { return .fault(.tooManyColumns, at: start, bound: start) }
            var field = CSVField(start: start, end: start)
            var isClosed = true
            if offset < bytes.count, bytes[offset] == Self.quote {
                isClosed = scanQuoted(bytes, &offset, &field, &lines)
            } else {
                scanPlain(bytes, &offset)
                field.end = offset
            }
            if let fault = limitFault(record: record, field: start, reached: offset) { return fault }
            guard offset < bytes.count || isAtEnd else { return .needsMore }
            guard isClosed else { return .fault(.unclosedQuote, at: start, bound: offset) }
            fields.append(field)
            guard offset < bytes.count, bytes[offset] == delimiter else {
                return end(bytes, at: offset, isAtEnd: isAtEnd, lines: lines, lastField: start)
            }
            offset += 1
        }
    }

    /// What stands after the last field: a line break, the end of the file, or what must not be there.
    private func end(
        _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isAtEnd: Bool, lines: Int, lastField: Int
    ) -> Outcome {
        guard offset < bytes.count else { return .record(next: offset, lines: lines) }
        switch bytes[offset] {
        case Self.lineFeed:
            return .record(next: offset + 1, lines: lines)
        case Self.carriageReturn where offset + 1 < bytes.count:
            return .record(next: offset + (bytes[offset + 1] == Self.lineFeed ? 2 : 1), lines: lines)
        case Self.carriageReturn:
            return isAtEnd ? .record(next: offset + 1, lines: lines) : .needsMore
        default:
            return .fault(.textAfterQuote(opening: lastField), at: offset, bound: offset)
        }
    }

    @inline(__always)
    private func scanPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int) {
        var index = offset
        while index < bytes.count {
            let byte = bytes[index]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            index += 1
        }
        offset = index
    }

    /// Goes past the closing quote and the spaces after it.
    ///
    /// - Returns: Whether there is a closing quote. One at the very end counts, though it may turn out to be
    ///   the first of two when more bytes come.
    private func scanQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ field: inout CSVField, _ lines: inout Int
    ) -> Bool {
        field.start = offset + 1
        var index = offset + 1
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == Self.quote {
                if index < bytes.count, bytes[index] == Self.quote {
                    field.hasDoubledQuotes = true
                    index += 1
                    continue
                }
                field.end = index - 1
                while index < bytes.count, bytes[index] == Self.space { index += 1 }
                offset = index
                return true
            }
            if byte == Self.lineFeed { lines += 1 }
            // CR LF counts once: at its LF.
            if byte == Self.carriageReturn, index == bytes.count || bytes[index] != Self.lineFeed { lines += 1 }
        }
        offset = index
        return false
    }

    /// The limit that the record breaks first, if it breaks one.
    @inline(__always)
    private func limitFault(record: Int, field: Int, reached offset: Int) -> Outcome? {
        let fieldLimit = field + RecordLimits.fieldByteCount
        let rowLimit = record + RecordLimits.rowByteCount
        guard offset > min(fieldLimit, rowLimit) else { return nil }
        return fieldLimit < rowLimit
            ? .fault(.fieldTooLarge, at: field, bound: fieldLimit) : .fault(.rowTooLarge, at: record, bound: rowLimit)
    }
}
