/// What the limit of a kind of target looks like in a rule file.
public enum LimitShape: Sendable {
    /// One value, such as `85%`.
    case value
    /// Two values, the lower first.
    case pair
    /// Any number of values, at least one.
    case list
}
