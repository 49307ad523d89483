public import CEL
import Quantities

/// Asks how two lists differ as sets, in expressions that targets build; no text can write these functions.
///
/// Elements that are not known may be anything, one thing each; those that may be there or not are what they are, if they
/// are there. The answers stand whatever all these come to.
public enum SetComparison {
    /// Whether everything of the second list is in the first, and, where `allowsExtra` is false, nothing else is. Of type
    /// bool; unknown where the unknown elements decide.
    public static func agrees(_ own: Expression, with wanted: Expression, allowsExtra: Bool) -> Expression {
        .call(allowsExtra ? Name.holds : Name.agrees, [own, wanted])
    }

    /// What is known to be in the second list and is not among the known of the first: a list, each once.
    public static func missing(from own: Expression, of wanted: Expression) -> Expression { .call(Name.missing, [own, wanted]) }

    /// How many of the second list are not in the first: a number; unknown where one of either list is.
    public static func missingCount(from own: Expression, of wanted: Expression) -> Expression { .call(Name.missingCount, [own, wanted]) }

    enum Name {
        static let agrees = "same_set@"
        static let holds = "holds_set@"
        static let missing = "missing@"
        static let missingCount = "missing_count@"
    }

    static let functions = [
        comparing(Name.agrees, result: .bool) { TwoSets($0, $1).agreement(allowsExtra: false) },
        comparing(Name.holds, result: .bool) { TwoSets($0, $1).agreement(allowsExtra: true) },
        comparing(Name.missing, result: .list(.parameter("A"))) { .list(TwoSets($0, $1).missing) },
        comparing(Name.missingCount, result: NumberValue.type) { TwoSets($0, $1).missingCount },
    ]

    private static func comparing(
        _ name: String, result: CEL.`Type`, _ answer: @escaping @Sendable ([Value], [Value]) -> Value
    ) -> Function {
        let list = CEL.`Type`.list(.parameter("A"))
        return Function(name, [
            Overload(id: name, parameters: [list, list], result: result, cost: .sizes) { arguments in
                guard case .list(let own)? = arguments.first, case .list(let wanted)? = arguments.last else { return .null }
                for case .error(let error) in (own + wanted).lazy.map(\.released) { return .error(error) }
                return answer(own, wanted)
            }
        ])
    }
}

/// Two lists as sets, the known elements apart from the unknown ones.
private struct TwoSets {
    private let own, wanted: OneSet
    /// What is known to be wanted and is not known to be there, and the other way round; in order.
    let missing, extra: [Value]
    private let causes: UnknownSet?

    init(_ own: [Value], _ wanted: [Value]) {
        (self.own, self.wanted) = (OneSet(own), OneSet(wanted))
        missing = self.wanted.without(self.own)
        extra = self.own.without(self.wanted)
        causes = UnknownSet(open: self.own.open + self.wanted.open)
    }

    /// What the sets come to whatever the unknown elements are; each of these can fill one gap, and may be a thing that
    /// the other list does not have.
    func agreement(allowsExtra: Bool) -> Value {
        let lacksForSure = missing.count > own.count(thatMayBeAmong: missing) || (own.mustBeEmpty && wanted.mustHoldSome)
        let hasExtraForSure = extra.count > wanted.count(thatMayBeAmong: extra) || (wanted.mustBeEmpty && own.mustHoldSome)
        if lacksForSure || (!allowsExtra && hasExtraForSure) { return .bool(false) }
        let isCertain = missing.isEmpty && wanted.open.isEmpty && (allowsExtra || (own.open.isEmpty && extra.isEmpty))
        guard !isCertain, let causes else { return .bool(isCertain) }
        return .missingDecides(causes)
    }

    var missingCount: Value { causes.map { .unknown($0) } ?? .number(Number(missing.count)) }
}

/// The elements of one of the lists.
private struct OneSet {
    /// Those that are known to be there, in order, each once.
    private let known: [Value]
    private let members: Set<Value>
    /// Those of which it is open what they are.
    private let unknown: [Value]
    /// Those of which it is open whether they are there, but for what is there for sure.
    private let doubtful: [DoubtfulElement]

    init(_ elements: [Value]) {
        let sure = elements.filter { $0.doubtful == nil }.map(\.released)
        var seen: Set<Value> = []
        known = sure.filter { $0.openCauses == nil && seen.insert($0).inserted }
        unknown = sure.filter { $0.openCauses != nil }
        members = seen
        doubtful = elements.compactMap(\.doubtful).filter { !seen.contains($0.element) }
    }

    /// What is open, as unknowns.
    var open: [Value] { unknown + doubtful.map(\.outcome) }

    var mustBeEmpty: Bool { known.isEmpty && open.isEmpty }

    var mustHoldSome: Bool { !known.isEmpty || !unknown.isEmpty }

    func without(_ other: OneSet) -> [Value] { known.filter { !other.members.contains($0) } }

    /// How many of the open elements can be one of these values.
    func count(thatMayBeAmong values: [Value]) -> Int {
        unknown.count + doubtful.count { !$0.element.released.isKnown || values.contains($0.element) }
    }
}
