/// What becomes of elements of which some may be unknown.
public enum ElementSelection: Sendable {
    /// These stand for all; none of them is an unknown. A filter leaves out what it has no condition for.
    case taken([Value])
    /// The elements decide the whole already.
    case answered(Value)
}
