import Diagnostics
import Plumbline

/// The records of a CSV file one after the other; blank lines are left out.
struct CSVRecords: ~Copyable {
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private var window: InputWindow
    private let scanner: CSVScanner
    private var position: Int
    private var nextLine = 1

    /// The current record's fields, whose offsets are good in ``bytes`` until ``next()``.
    private(set) var fields: [CSVField] = []
    /// The line on which the current record starts.
    private(set) var line = 1
    /// How many bytes the current record has, its line break included.
    private(set) var byteCount = 0

    /// What was found out about the file.
    let form: FileForm

    /// - Parameters:
    ///   - delimiter: nil where the file's beginning has to tell it.
    ///   - encoding: nil where the file's bytes have to tell it.
    init(_ source: ByteSource, delimiter: CSVDelimiter?, encoding: TextEncoding? = nil) throws(Diagnostic) {
        var window = if let encoding { try InputWindow.open(source, as: encoding) } else { try InputWindow.open(source) }
        let start = window.textStart
        let found: CSVDelimiter
        if let delimiter {
            found = delimiter
        } else {
            try window.fill(CSVDelimiterFinder.sampleByteCount)
            found = CSVDelimiterFinder.find(window.bytes, from: start, isWhole: window.isAtEnd)
        }
        form = FileForm(encoding: window.encoding, delimiter: found.character)
        scanner = CSVScanner(delimiter: found.rawValue)
        position = start
        self.window = window
    }

    /// Whether no field of the current record holds anything but blanks, of whatever width.
    var isBlank: Bool { !holdsAnything(from: 0) }

    /// Whether a field of the current record from a place on holds anything but blanks.
    func holdsAnything(from place: Int) -> Bool {
        let bytes = bytes
        return !fields.dropFirst(place).allSatisfy { Self.isBlank(bytes[$0.start..<$0.end]) }
    }

    private static func isBlank(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = text.first(where: { $0 != UInt8(ascii: " ") }) else { return true }
        // A visible letter of ASCII is most common, and needs no closer look.
        guard first >= 0x80 || first < 0x21 else { return false }
        return CellText.trimmed(String(decoding: text, as: UTF8.self)).isEmpty
    }

    /// The current record's fields as texts.
    var texts: [String] {
        let bytes = bytes
        return fields.map { field in
            let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
            guard field.hasDoubledQuotes else { return text }
            return text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
        }
    }

    var bytes: UnsafeBufferPointer<UInt8> { window.bytes }

    /// Goes to the next record.
    ///
    /// - Returns: Whether there is one.
    mutating func next() throws(Diagnostic) -> Bool {
        while true {
            guard try skipBlankLines() else { return false }
            switch scanner.scan(window.bytes, from: position, isAtEnd: window.isAtEnd, into: &fields) {
            case .needsMore:
                try readMore()
            case .record(let next, let lines):
                try window.checkText(before: next, record: position, line: nextLine)
                line = nextLine
                byteCount = next - position
                position = next
                nextLine += lines
                return true
            case .fault(let fault, let offset, let bound):
                try window.checkText(before: bound, record: position, line: nextLine)
                throw diagnostic(fault, at: offset)
            }
        }
    }

    /// - Returns: Whether there is anything after the blank lines.
    private mutating func skipBlankLines() throws(Diagnostic) -> Bool {
        while true {
            guard position < window.count else {
                if window.isAtEnd { return false }
                try readMore()
                continue
            }
            let byte = window.bytes[position]
            guard byte == Self.lineFeed || byte == Self.carriageReturn else { return true }
            if byte == Self.carriageReturn {
                if position + 1 == window.count, !window.isAtEnd {
                    try readMore()
                    continue
                }
                if position + 1 < window.count, window.bytes[position + 1] == Self.lineFeed { position += 1 }
            }
            position += 1
            nextLine += 1
        }
    }

    private mutating func readMore() throws(Diagnostic) {
        try window.more(keepingFrom: position)
        position = 0
    }

    private mutating func diagnostic(_ fault: CSVScanner.Fault, at offset: Int) -> Diagnostic {
        // The opening quote's line comes first: finding the place moves the offsets.
        switch fault {
        case .textAfterQuote(let opening):
            let line = window.line(of: opening, record: position, line: nextLine)
            return .csvTextAfterQuote(openedOnLine: line, at: place(of: offset))
        case .unclosedQuote: return .csvUnclosedQuote(at: place(of: offset))
        case .fieldTooLarge: return .csvFieldTooLarge(at: place(of: offset))
        case .rowTooLarge: return .rowTooLarge(at: place(of: offset))
        case .tooManyColumns: return .tooManyColumns(at: place(of: offset))
        }
    }

    private mutating func place(of offset: Int) -> Location {
        window.location(of: offset, record: position, line: nextLine)
    }
}
