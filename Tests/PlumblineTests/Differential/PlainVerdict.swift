/// A reason with its figures; a figure of which this side says nothing is not held against the product's.
struct PlainVerdict {
    enum Figure: Equatable {
        case none
        case text(String)
        case unsaid
        /// One of several, or none.
        case among([Figure])

        func agrees(with text: String?) -> Bool {
            switch self {
            case .none: text == nil
            case .text(let own): text == own
            case .unsaid: true
            case .among(let figures): text == nil || figures.contains { $0.agrees(with: text) }
            }
        }

        /// What it is in one of several ways, where it is told.
        static func perhaps(_ figures: [Figure]) -> Figure { figures.allSatisfy { $0 == .none } ? .none : .among(figures) }

        /// Whether this side says what it is.
        var isSaid: Bool {
            switch self {
            case .none, .text: true
            case .unsaid, .among: false
            }
        }

        var number: PlainNumber? { if case .text(let text) = self { PlainNumber(text) } else { nil } }
    }

    var reason: PlainReason
    var observed = Figure.none
    var gap = Figure.none
    /// The computed limit, or that of the case that holds.
    var limit = Figure.none
    var closings = Figure.none
    /// Of a group: how many of those not decided would have to pass.
    var needed = Figure.none
    /// Of what was reached too late: the day.
    var reachedOn = Figure.none
    /// What each of the rule's arms came to, and which of them decides.
    var arms: [PlainVerdict] = []
    var arm = Figure.none
    /// What the product may say as well, where it weighs less closely what is open than trying everything does.
    var orElse: Set<PlainReason> = []

    /// Whether the observed value is only known to lie between two.
    var isBetween: Bool { if case .text(let text) = observed { text.contains("..") } else { false } }

    init(_ reason: PlainReason) { self.reason = reason }

    /// Where missing cells could decide either way, that they are missing is said with it.
    init(_ obstacle: PlainValue) {
        let causes = obstacle.causes ?? [.rule_error]
        reason = (causes.contains(.missing_decides) ? causes.subtracting([.missing, .unreadable]) : causes).min() ?? .rule_error
    }
}
