extension ArmsVerdict {
    /// What arms decide together, in three-valued logic.
    enum Decision: Equatable {
        /// No arm applies.
        case none
        /// An arm that is needed could not be decided, or went wrong.
        case open(Int)
        /// These have the outcome of all; of them the one farthest beyond its limit stands for all, else the nearest to it.
        case decided([Int], isFarthest: Bool)

        init(_ manner: Arms.Manner, _ reasons: [Reason]) {
            let applicable = reasons.indices.filter { reasons[$0].outcome != .notApplicable }
            func all(_ outcome: Outcome) -> [Int] { applicable.filter { reasons[$0].outcome == outcome } }
            let decisive = all(manner == .anyOf ? .pass : .fail)
            let undecided = applicable.filter { !reasons[$0].isDecided }
            if applicable.isEmpty {
                self = .none
            } else if !decisive.isEmpty {
                self = .decided(decisive, isFarthest: manner == .allOf)
            } else if let arm = all(.error).first ?? undecided.min(by: { reasons[$0] < reasons[$1] }) {
                self = .open(arm)
            } else {
                self = .decided(applicable, isFarthest: false)
            }
        }
    }
}
