/// The bytes of a report on their way out.
public struct ReportBuffer: Sendable {
    /// What was written so far, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Adds a text at the end.
    public mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Hands over what has gathered and starts anew.
    public mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
