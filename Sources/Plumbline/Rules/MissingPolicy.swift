public import Quantities

/// What missing cells do to a verdict over many of them.
public enum MissingPolicy: Hashable, Sendable {
    /// It stands only if no value that the missing cells could have would change it.
    case bounds
    /// The measured ones stand for all, if they are at least this share of them (0 to 1).
    case skip(minMeasured: Number?)
    /// What was not reported is not met: where the missing cells leave it open, it fails.
    case against

    /// Whether everything counts that the missing cells could be, so that they can leave a verdict open.
    var isBounded: Bool {
        if case .skip = self { false } else { true }
    }

    /// The policy's name in rule files.
    public var name: String {
        switch self {
        case .bounds: "bounds"
        case .skip: "skip"
        case .against: "against"
        }
    }
}
