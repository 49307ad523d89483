/// Aggregates over lists: `count()`, `count(x, condition)`, `sum(x, e)`, `avg(x, e)`, `min(x, e)`,
/// `max(x, e)`, `median(x, e)`, `share(x, condition)`, `ratio(x, a, b)` and `distinct(x, e)`.
///
/// Each is a loop that maps the list, and a function over what comes of it. What becomes of elements
/// whose value is unknown is for the arithmetic to say.
public struct AggregateLibrary: FunctionLibrary {
    public let name = "aggregates"
    private let arithmetic: any AggregateArithmetic

    /// The aggregates over numbers of the language or of a host.
    ///
    /// - Parameter arithmetic: Which types are numbers, and how they are summed and divided.
    public init(arithmetic: any AggregateArithmetic = PlainArithmetic()) { self.arithmetic = arithmetic }

    public var macros: [Macro] {
        let mapped: [Aggregate] = [.sum, .average, .least, .greatest, .median, .distinct]
        return mapped.map { mapping($0, InternalFunction.hold) }
            + [Aggregate.count, .share].map { mapping($0, InternalFunction.condition) } + [ratio]
    }

    public var functions: [Function] {
        let numbers = arithmetic.numberTypes
        return [
            counted, countedConditions, distinct, share, ratioPairs, ratioOfPairs, sum,
            overNumbers(.average, numbers) { [arithmetic] in arithmetic.mean($0) },
            overNumbers(.median, numbers) { [arithmetic] in arithmetic.median($0) },
            overNumbers(.least, arithmetic.orderedTypes) { AggregateLibrary.extreme($0, .ascending) },
            overNumbers(.greatest, arithmetic.orderedTypes) { AggregateLibrary.extreme($0, .descending) },
        ]
    }
}

// MARK: - Macros

private extension AggregateLibrary {
    static func listFunction(_ aggregate: Aggregate) -> String { aggregate.listFunction }

    static let pairFunction = "\(Aggregate.ratio.rawValue)@pair"

    /// `list.sum(x, e)`: the function over `list.map(x, e)`, which may hold unknowns.
    func mapping(_ aggregate: Aggregate, _ holding: String) -> Macro {
        Macro(name: aggregate.rawValue, argumentCount: 2, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let element = Expression.call(
                holding, [arguments[1]], range: arguments[1].range, focus: arguments[1].focus)
            let list = context.collecting(target, as: try context.variable(arguments[0]), into: element)
            return .call(
                AggregateLibrary.listFunction(aggregate), [list], range: context.range, focus: context.focus)
        }
    }

    var ratio: Macro {
        Macro(name: Aggregate.ratio.rawValue, argumentCount: 3, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let pair = Expression.call(
                AggregateLibrary.pairFunction, Array(arguments.dropFirst()), range: context.range, focus: context.focus)
            let held = Expression.call(InternalFunction.hold, [pair], range: context.range, focus: context.focus)
            let list = context.collecting(target, as: try context.variable(arguments[0]), into: held)
            return .call(
                AggregateLibrary.listFunction(.ratio), [list], range: context.range, focus: context.focus)
        }
    }
}

// MARK: - Functions over lists

private extension AggregateLibrary {
    static let anything = Type.parameter("A")

    /// `list.count()`, of all elements.
    var counted: Function {
        let name = Aggregate.count.rawValue
        return Function(
            name,
            [
                Overload(
                    id: "list_count", .list(AggregateLibrary.anything),
                    result: arithmetic.resultType(of: .count, over: .dyn), isMember: true
                ) { [arithmetic] list in
                    guard case .list(let elements) = list else { return .error(.wrongKind) }
                    guard elements.contains(where: { !$0.isKnown || $0.doubtful != nil }) else { return arithmetic.count(elements.count) }
                    // Of an unknown element it is open whether it is one at all.
                    let areElements = elements.map(\.released).map { $0.isKnown ? .bool(true) : $0 }
                    switch arithmetic.selection(of: areElements, for: .aggregate(.count, of: .bool)) {
                    case .taken(let values): return arithmetic.count(values.count { $0 == .bool(true) })
                    case .answered(let answer): return answer
                    }
                }
            ])
    }

    var countedConditions: Function {
        function(.count, element: .bool, over: .dyn) { [arithmetic] values in
            arithmetic.count(values.count { $0 == .bool(true) })
        }
    }

    var distinct: Function {
        function(.distinct, element: AggregateLibrary.anything, over: .dyn) { [arithmetic] values in
            arithmetic.count(values.distinct().count)
        }
    }

    var share: Function {
        function(.share, element: .bool, over: .dyn) { [arithmetic] values in
            guard !values.isEmpty else { return arithmetic.emptyGroup(.share) }
            return arithmetic.share(values.count { $0 == .bool(true) }, of: values.count)
        }
    }

    var sum: Function {
        Function(
            AggregateLibrary.listFunction(.sum),
            arithmetic.numberTypes.map { type in
                overload(.sum, element: type, over: type) { [arithmetic] in arithmetic.sum($0, of: type) }
            })
    }

    /// Two numbers as a list, so that both are checked to be numbers and travel together.
    var ratioPairs: Function {
        var overloads: [Overload] = []
        for part in arithmetic.numberTypes {
            for whole in arithmetic.numberTypes {
                overloads.append(
                    Overload(id: "ratio_pair_\(part)_\(whole)", part, whole, result: .list(part)) { .list([$0, $1]) })
            }
        }
        return Function(AggregateLibrary.pairFunction, overloads)
    }

    var ratioOfPairs: Function {
        Function(
            AggregateLibrary.listFunction(.ratio),
            arithmetic.numberTypes.map { type in
                overload(.ratio, element: .list(type), over: type) { [arithmetic] in
                    AggregateLibrary.ratio($0, arithmetic)
                }
            })
    }

    func overNumbers(
        _ aggregate: Aggregate, _ types: [Type], _ body: @escaping @Sendable ([Value]) -> Value
    ) -> Function {
        Function(
            AggregateLibrary.listFunction(aggregate),
            types.map { type in
                overload(aggregate, element: type, over: type) { [arithmetic] values in
                    values.isEmpty ? arithmetic.emptyGroup(aggregate) : body(values)
                }
            })
    }

    func function(
        _ aggregate: Aggregate, element: Type, over type: Type, _ body: @escaping @Sendable ([Value]) -> Value
    ) -> Function {
        Function(AggregateLibrary.listFunction(aggregate), [overload(aggregate, element: element, over: type, body)])
    }

    func overload(
        _ aggregate: Aggregate, element: Type, over type: Type, _ body: @escaping @Sendable ([Value]) -> Value
    ) -> Overload {
        Overload(
            id: "\(aggregate.rawValue)_\(element)", .list(element),
            result: arithmetic.resultType(of: aggregate, over: type), cost: .sizes
        ) { [arithmetic] list in
            guard case .list(let held) = list else { return .error(.wrongKind) }
            // What does not count makes no difference.
            let settled = aggregate == .count ? held.settled(by: .bool(false), evenAlone: true) : held
            let (elements, error) = settled.released()
            if let error { return error }
            switch arithmetic.selection(of: elements, for: .aggregate(aggregate, of: element)) {
            case .taken(let values): return body(values)
            case .answered(let answer): return answer
            }
        }
    }

    static func ratio(_ pairs: [Value], _ arithmetic: any AggregateArithmetic) -> Value {
        var parts: [Value] = []
        var wholes: [Value] = []
        for case .list(let both) in pairs where both.count == 2 {
            parts.append(both[0])
            wholes.append(both[1])
        }
        return parts.isEmpty ? arithmetic.emptyGroup(.ratio) : arithmetic.ratio(parts, to: wholes)
    }

    /// The value that stands in the given order to all others. NaN, which has no order even to itself,
    /// is passed over unless there is nothing else; other values without an order are an error.
    static func extreme(_ values: [Value], _ wanted: Ordering) -> Value {
        var best = values[0]
        for value in values.dropFirst() {
            if let order = value.order(against: best) {
                if order == wanted { best = value }
            } else if best.order(against: best) == nil {
                best = value
            } else if value.order(against: value) != nil {
                return .error(.wrongKind)
            }
        }
        return best
    }
}
