/// What a rule says of one record or group, as texts that can be held side by side.
struct PlainFinding {
    var rule: String
    /// Which record or group: its kind, key, row and year.
    var name: String
    var verdict: PlainVerdict
    /// Before the due date: what it would be today.
    var today: PlainReason?
    /// Of a group: how its records were accounted for; nil where that is not held against the product.
    var ledger: PlainLedger?
}

extension PlainFinding {
    /// Not measured for whatever cause.
    var withAnyCause: Self {
        guard verdict.reason.outcome == .notMeasured || verdict.reason == .before_due && today == nil else { return self }
        var finding = self
        finding.verdict.orElse.formUnion(PlainReason.allCases.filter { $0.outcome == .notMeasured || $0 == .before_due })
        return finding
    }
}

/// A reason with its figures; a figure of which this side says nothing is not held against the product's.
struct PlainVerdict {
    enum Figure: Equatable {
        case none
        case text(String)
        case unsaid

        func agrees(with text: String?) -> Bool {
            switch self {
            case .none: text == nil
            case .text(let own): text == own
            case .unsaid: true
            }
        }
    }

    var reason: PlainReason
    var observed = Figure.none
    var gap = Figure.none
    /// The computed limit, or that of the case that holds.
    var limit = Figure.none
    var closings = Figure.none
    /// Of a group: how many of those not decided would have to pass.
    var needed = Figure.none
    /// What the product may say as well, where it weighs less closely what is open than trying everything does.
    var orElse: Set<PlainReason> = []

    init(_ reason: PlainReason) { self.reason = reason }

    /// Where missing cells could decide either way, that they are missing is said with it.
    init(_ obstacle: PlainValue) {
        let causes = obstacle.causes ?? [.rule_error]
        reason = (causes.contains(.missing_decides) ? causes.subtracting([.missing, .unreadable]) : causes).min() ?? .rule_error
    }
}
