public import Diagnostics

/// A file of a submission that was not read as data, and why.
public struct SkippedFile: Hashable, Sendable {
    /// The file, as the user named it.
    public var file: String
    /// Why it was not read.
    public var reason: Localized

    public init(file: String, reason: Localized) {
        self.file = file
        self.reason = reason
    }
}
