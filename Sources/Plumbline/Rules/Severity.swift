/// How loud a tool should be about a finding that fails.
public enum Severity: String, CaseIterable, Hashable, Sendable {
    case error
    case warning
    case note
}
