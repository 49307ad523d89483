public import Diagnostics

/// A file of a submission that was not read as data, and why.
public struct SkippedFile: Hashable, Sendable {
    public var file: String
    public var reason: Localized

    public init(file: String, reason: Localized) {
        self.file = file
        self.reason = reason
    }
}
