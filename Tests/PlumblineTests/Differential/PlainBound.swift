/// A target with its limit: `at_least: 85%`.
struct PlainBound {
    enum Kind: String, CaseIterable {
        case atLeast = "at_least", atMost = "at_most", moreThan = "more_than", lessThan = "less_than", equals, between, oneOf = "one_of"
        case about, reaches, matches

        var hasOneFigure: Bool { ![.between, .about, .oneOf, .matches].contains(self) }
    }

    enum Side: String { case both, below, above }

    /// How a number is written, and what it counts.
    enum Unit: Hashable {
        case bare, percent, points
        case counted(String)

        func text(_ number: PlainNumber) -> String {
            switch self {
            case .bare: number.decimal!
            case .percent: (number * PlainNumber(100)).decimal! + "%"
            case .points: (number * PlainNumber(100)).decimal! + "pp"
            case .counted(let unit): "\(number.decimal!) \(unit)"
            }
        }
    }

    var kind: Kind
    /// One limit; two of a range; several of a choice.
    var limits: [PlainLimit]
    var unit = Unit.bare
    /// Of `about`: how far off is well, and on which side.
    var tolerance: PlainNumber?
    var side = Side.both

    var text: String { "\(kind.rawValue): \(limitText)" }

    private var limitText: String {
        let texts = limits.map { $0.text(unit) }
        if kind == .about {
            let tolerance = unit == .percent ? Unit.points.text(self.tolerance!) : Unit.percent.text(self.tolerance! / fixed[0])
            return "{value: \(texts[0]), tolerance: \(tolerance), side: \(side.rawValue)}"
        }
        return [.between, .oneOf].contains(kind) ? "[\(texts.joined(separator: ", "))]" : texts[0]
    }

    /// Whether conditions choose the limit.
    var isByCase: Bool { limits.contains { if case .cases = $0 { true } else { false } } }

    /// The limits, where all are plain figures.
    var fixed: [PlainNumber] { limits.compactMap(\.fixed) }

    /// Whether records may be held against different figures.
    var differs: Bool { limits.contains(where: \.differs) }

    /// The figures that a value is held against, once limits are known.
    func figures(_ limits: [PlainNumber]) -> [PlainNumber] {
        guard kind == .about, let tolerance else { return limits }
        let low = side == .above ? limits[0] : limits[0] - tolerance
        let high = side == .below ? limits[0] : limits[0] + tolerance
        return [low, high]
    }

    func holds(_ value: PlainNumber, _ figures: [PlainNumber]) -> Bool {
        switch kind {
        case .atLeast, .reaches: value >= figures[0]
        case .atMost: value <= figures[0]
        case .moreThan: value > figures[0]
        case .lessThan: value < figures[0]
        case .equals: value == figures[0]
        case .between, .about: value >= figures[0] && value <= figures[1]
        case .oneOf: figures.contains(value)
        case .matches: false
        }
    }

    /// Observed minus limit; nothing inside a range.
    func gap(_ value: PlainNumber, _ figures: [PlainNumber]) -> PlainNumber? {
        switch kind {
        case .oneOf, .matches: nil
        case .between, .about: value < figures[0] ? value - figures[0] : value > figures[1] ? value - figures[1] : .zero
        default: value - figures[0]
        }
    }

    /// Whether a value that misses the target lies under it.
    func isBelow(_ value: PlainNumber, _ figures: [PlainNumber]) -> Bool {
        switch kind {
        case .atLeast, .moreThan, .reaches: true
        case .atMost, .lessThan: false
        default: value < figures[0]
        }
    }

    /// Whether the value may be missed on both sides.
    var hasTwoSides: Bool { [.equals, .between, .about].contains(kind) }
}

indirect enum PlainLimit {
    case fixed(PlainNumber)
    case computed(PlainExpression)
    case cases([(when: PlainExpression, limit: PlainLimit)])
    /// A step of an ordered enumeration.
    case step(Int, String)
    /// A value that is no number.
    case word(PlainValue)

    var fixed: PlainNumber? {
        switch self {
        case .fixed(let number): number
        case .step(let rank, _): PlainNumber(rank)
        default: nil
        }
    }

    /// Whether it is computed, or one of several.
    var differs: Bool {
        switch self {
        case .computed: true
        case .cases(let cases): cases.count > 1 || cases.contains { $0.limit.differs }
        default: false
        }
    }

    func text(_ unit: PlainBound.Unit) -> String {
        switch self {
        case .fixed(let number): unit.text(number)
        case .computed(let expression): "{value: \"\(expression.text)\"}"
        case .cases(let cases):
            "[" + cases.map { "{when: \"\($0.when.text)\", limit: \($0.limit.text(unit))}" }.joined(separator: ", ") + "]"
        case .step(_, let name): name
        case .word(let value): value.shown
        }
    }
}
