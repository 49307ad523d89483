/// What makes a table a register: since when and until when its records are in it, so that a list of today tells
/// what it held in an earlier period.
public struct TableValidity: Hashable, Sendable {
    /// The field of the first day on which a record is in the register; nil where it always was.
    public var from: String?
    /// The field of the first day on which it no longer is; nil where none ever leaves.
    public var until: String?

    public init(from: String?, until: String?) {
        self.from = from
        self.until = until
    }

    /// The fields that hold the days.
    public var fields: [String] { [from, until].compactMap(\.self) }
}
