import Diagnostics

/// Parts of a line that go on in further lines where they do not fit on one, each behind a deeper margin.
enum WrappedList {
    /// How many cells a line of the text report should take.
    static let width = 100

    /// The first line begins with the head. A part that is wider than a line by itself is not cut.
    ///
    /// - Parameter margin: How many cells stand before the lines already.
    static func lines(_ head: String, _ parts: [String], separator: String, margin: Int = 0) -> [String] {
        var lines: [String] = []
        var line = head
        var isEmpty = true
        for (place, part) in parts.enumerated() {
            let text = part + (place < parts.count - 1 ? separator : "")
            let fits = DisplayWidth.of(line) + DisplayWidth.of(trimmed(text)) + margin <= width
            if !isEmpty, !fits {
                lines.append(trimmed(line))
                line = "  "
            }
            line += text
            isEmpty = false
        }
        return lines + [trimmed(line)]
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }
}
