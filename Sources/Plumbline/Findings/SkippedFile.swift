public import Diagnostics

/// A file of a submission that was not read as data, and why.
public struct SkippedFile: Hashable, Sendable {
    /// The file, as the user named it.
    public var file: String
    /// Why it was not read.
    public var reason: Localized
    /// The code of the fault that kept it from being read; nil of what was read and holds no table, or is in no known format.
    public var fault: DiagnosticCode?

    public init(file: String, reason: Localized, fault: DiagnosticCode? = nil) {
        self.file = file
        self.reason = reason
        self.fault = fault
    }
}
