/// The character between two fields of a row.
public enum CSVDelimiter: UInt8, Sendable, Hashable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
    case bar = 0x7C

    /// The character itself.
    public var character: Character { Character(Unicode.Scalar(rawValue)) }
}
