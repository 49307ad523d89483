/// Which of the numbers that are missing are seen as the ranges that they could be in; the others are unknown.
enum Ranges: Hashable, Sendable {
    case none
    /// Those of the records of lists, which are put together with others'.
    case inLists
    /// All, a record's own and those of what it refers to among them.
    case everywhere
    /// None that can be taken for something: of each cell a supposition says what it holds.
    case supposed(Supposition)

    /// The ranges that a verdict by a policy rests on at first.
    init(_ policy: MissingPolicy) { self = policy.isBounded ? .inLists : .none }

    /// Those that are seen of a list's records.
    var ofElements: Ranges { self == .inLists ? .everywhere : self }

    /// Whether a record's own missing numbers are ranges, as far as nothing is supposed of them.
    var areEverywhere: Bool {
        switch self {
        case .everywhere, .supposed: true
        case .none, .inLists: false
        }
    }

    var supposition: Supposition? { if case .supposed(let supposition) = self { supposition } else { nil } }
}
