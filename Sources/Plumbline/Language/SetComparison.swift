public import CEL
import Quantities

/// Asks how two lists differ as sets, in expressions that targets build; no text can write these functions.
///
/// Elements that are not known may be anything, one thing each. The answers stand whatever they are.
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
                let all = (own + wanted).map(\.released)
                for case .error(let error) in all { return .error(error) }
                return answer(Array(all.prefix(own.count)), Array(all.suffix(wanted.count)))
            }
        ])
    }
}

/// Two lists as sets, the known elements apart from the unknown ones.
private struct TwoSets {
    private let own: Set<Value>
    private let wanted: Set<Value>
    /// What is known to be wanted and is not known to be there, and the other way round; in order.
    let missing, extra: [Value]
    private let openOwn, openWanted: Int
    private let causes: UnknownSet?

    init(_ own: [Value], _ wanted: [Value]) {
        let (ownKnown, wantedKnown) = (own.filter { $0.openCauses == nil }, wanted.filter { $0.openCauses == nil })
        let (ownSet, wantedSet) = (Set(ownKnown), Set(wantedKnown))
        (self.own, self.wanted) = (ownSet, wantedSet)
        missing = Self.once(wantedKnown).filter { !ownSet.contains($0) }
        extra = Self.once(ownKnown).filter { !wantedSet.contains($0) }
        (openOwn, openWanted) = (own.count - ownKnown.count, wanted.count - wantedKnown.count)
        causes = UnknownSet(open: own + wanted)
    }

    private static func once(_ values: [Value]) -> [Value] {
        var seen: Set<Value> = []
        return values.filter { seen.insert($0).inserted }
    }

    /// What the sets come to whatever the unknown elements are; each of these can fill one gap, and may be a thing that
    /// the other list does not have.
    func agreement(allowsExtra: Bool) -> Value {
        let isWantedEmpty = wanted.isEmpty && openWanted == 0
        let lacksForSure = missing.count > openOwn || (own.isEmpty && openOwn == 0 && !isWantedEmpty)
        let hasExtraForSure = extra.count > openWanted || (isWantedEmpty && openOwn > 0)
        if lacksForSure || (!allowsExtra && hasExtraForSure) { return .bool(false) }
        let isCertain = missing.isEmpty && openWanted == 0 && (allowsExtra || (openOwn == 0 && extra.isEmpty))
        guard !isCertain, let causes else { return .bool(isCertain) }
        return .missingDecides(causes)
    }

    var missingCount: Value { causes.map { .unknown($0) } ?? .number(Number(missing.count)) }
}
