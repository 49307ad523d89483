/// A stretch of one line of a named text, with that line's text so that it can be shown.
public struct Location: Hashable, Sendable {
    /// The file's name as the user wrote it, or a name in angle brackets such as `<expression>`.
    public var file: String
    /// Where the first of it stands.
    public var start: Position
    /// How many code points of the line are meant, at least 1.
    public var length: Int
    /// The whole line without its line break; empty where it is not known.
    public var lineText: String

    public init(file: String, start: Position, length: Int = 1, lineText: String) {
        self.file = file
        self.start = start
        self.length = max(1, length)
        self.lineText = lineText
    }
}

extension Location: Comparable {
    public static func < (lhs: Location, rhs: Location) -> Bool {
        (lhs.file, lhs.start) < (rhs.file, rhs.start)
    }
}

extension Location: CustomStringConvertible {
    /// `file:line:column`
    public var description: String { "\(file):\(start.line):\(start.column)" }
}
