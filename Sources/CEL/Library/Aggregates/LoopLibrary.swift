/// The loops `all`, `exists`, `exists_one`, `filter` and `map(x, condition, e)` for a host that says what becomes of
/// elements whose condition is unknown. They replace those of the standard library.
///
/// As in the standard library, an element that decides `all` or `exists` does so whatever the others are, and ends
/// the loop.
public struct LoopLibrary: FunctionLibrary {
    public let name = "loops"
    private let arithmetic: any AggregateArithmetic

    /// The loops with a host's treatment of unknowns.
    ///
    /// - Parameter arithmetic: Says what becomes of unknown conditions.
    public init(arithmetic: any AggregateArithmetic) { self.arithmetic = arithmetic }

    public var macros: [Macro] {
        [
            quantifier(.all), quantifier(.exists), filter, existsOne("exists_one"), existsOne("existsOne"),
            filteredMap,
        ]
    }

    public var functions: [Function] {
        [quantified(.all), quantified(.exists), open(.all), open(.exists), choice, filtered]
    }
}

/// A loop that one element can decide.
private enum Quantifier: String {
    case all
    case exists

    /// The condition of an element that decides the whole, and the whole with it.
    var decider: Bool { self == .exists }

    var use: ElementUse { self == .all ? .all : .exists }

    var function: String { "\(rawValue)@list" }

    var openFunction: String { "\(rawValue)@open" }
}

// MARK: - Macros

private extension LoopLibrary {
    static let filterFunction = "filter@list"

    func quantifier(_ quantifier: Quantifier) -> Macro {
        Macro(name: quantifier.rawValue, argumentCount: 2, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let gathered = Expression.identifier(context.accumulator, range: context.range)
            let condition = LoopLibrary.condition(arguments[1])
            return .comprehension(
                .init(
                    variable: try context.variable(arguments[0]), range: target, accumulator: context.accumulator,
                    initial: .list([], range: context.range),
                    condition: .call(quantifier.openFunction, [gathered], range: context.range),
                    step: .call(InternalFunction.append, [gathered, condition], range: context.range),
                    result: .call(quantifier.function, [gathered], range: context.range, focus: context.focus)),
                range: context.range)
        }
    }

    var filter: Macro {
        Macro(name: "filter", argumentCount: 2, isMember: true) {
            (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            return try LoopLibrary.filtering(target, arguments[0], arguments[1], &context)
        }
    }

    func existsOne(_ name: String) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let matches = try LoopLibrary.filtering(target, arguments[0], arguments[1], &context)
            return .call(InternalFunction.isSingle, [matches], range: context.range)
        }
    }

    var filteredMap: Macro {
        Macro(name: "map", argumentCount: 3, isMember: true) { (context, target, arguments) throws(ExpressionFault) in
            guard let target else { return nil }
            let matches = try LoopLibrary.filtering(target, arguments[0], arguments[1], &context)
            return context.collecting(matches, as: try context.variable(arguments[0]), into: arguments[2])
        }
    }

    static func condition(_ argument: Expression) -> Expression {
        .call(InternalFunction.condition, [argument], range: argument.range, focus: argument.focus)
    }

    /// The list with each element replaced by what its condition makes of it, and what is left of that.
    static func filtering(
        _ list: Expression, _ variable: Expression, _ test: Expression, _ context: inout MacroExpander
    ) throws(ExpressionFault) -> Expression {
        let name = try context.variable(variable)
        let chosen = Expression.call(
            InternalFunction.choice, [.identifier(name, range: variable.range), condition(test)], range: context.range,
            focus: context.focus)
        let choices = context.collecting(list, as: name, into: chosen)
        return .call(filterFunction, [choices], range: context.range, focus: context.focus)
    }
}

// MARK: - Functions over lists

private extension LoopLibrary {
    static let element = Type.parameter("A")

    func quantified(_ quantifier: Quantifier) -> Function {
        Function(
            quantifier.function,
            [
                Overload(id: "\(quantifier.rawValue)_list", .list(.bool), result: .bool, cost: .sizes) {
                    [arithmetic] list in
                    guard case .list(let held) = list else { return .error(.wrongKind) }
                    if held.last == .bool(quantifier.decider) { return .bool(quantifier.decider) }
                    let certain = held.settled(by: .bool(!quantifier.decider), evenAlone: quantifier == .exists)
                    let (elements, error) = LoopLibrary.conditions(certain, undecided: .bool(!quantifier.decider))
                    switch arithmetic.selection(of: elements, for: quantifier.use) {
                    case .taken(let values):
                        if values.contains(.bool(quantifier.decider)) { return .bool(quantifier.decider) }
                        return error ?? .bool(!quantifier.decider)
                    case .answered(let answer): return answer
                    }
                }
            ])
    }

    /// The elements' conditions, and the first error among them. As with `||`, what is unknown could still decide, and so
    /// comes before an error; the element that goes wrong is there all the same, and decides nothing.
    static func conditions(_ held: [Value], undecided: Value) -> (elements: [Value], error: Value?) {
        var first: Value?
        let elements = held.map { value in
            let condition = value.released
            guard case .error = condition else { return condition }
            if first == nil { first = condition }
            return undecided
        }
        return (elements, first)
    }

    /// Whether a loop goes on: not past an element that decides it.
    func open(_ quantifier: Quantifier) -> Function {
        Function(
            quantifier.openFunction,
            [
                Overload(id: "\(quantifier.rawValue)_open", .list(.bool), result: .bool) { list in
                    guard case .list(let held) = list, case .bool(quantifier.decider) = held.last else {
                        return .bool(true)
                    }
                    return .bool(false)
                }
            ])
    }

    var choice: Function {
        Function(
            InternalFunction.choice,
            [
                // At run time a condition may be held, which is no bool.
                Overload(
                    id: "filter_choice", parameters: [LoopLibrary.element, .bool], result: LoopLibrary.element,
                    isStrict: false, runtimeParameters: [LoopLibrary.element, .dyn],
                    implementation: .binary { element, condition in
                        // Of an unknown element it is open whether it is one of the list's at all.
                        guard element.isKnown else { return element.held }
                        return switch condition {
                        case .bool(true): element
                        case .bool(false): .object(LeftOut())
                        default: condition
                        }
                    })
            ])
    }

    var filtered: Function {
        Function(
            LoopLibrary.filterFunction,
            [
                Overload(
                    id: "filter_list", .list(LoopLibrary.element), result: .list(LoopLibrary.element)
                ) { [arithmetic] list in
                    guard case .list(let choices) = list else { return .error(.wrongKind) }
                    return LoopLibrary.kept(choices, arithmetic)
                }
            ])
    }

    /// The elements that a filter leaves. Those that may be there are in it as doubtful as they were, where the policy for
    /// what is not known would leave it open.
    static func kept(_ choices: [Value], _ arithmetic: any AggregateArithmetic) -> Value {
        guard choices.contains(where: { $0.doubtful != nil }) else { return kept(among: choices, arithmetic) }
        let open = choices.filter { !($0.doubtful?.element.isLeftOut ?? false) }
        let all = kept(among: open, arithmetic)
        guard case .unknown = all,
              case .list = kept(among: open.filter { !($0.doubtful?.element.isKept ?? false) }, arithmetic)
        else { return all }
        return .list(open.filter(\.undoubted.isKept))
    }

    private static func kept(among choices: [Value], _ arithmetic: any AggregateArithmetic) -> Value {
        var kept: [Value] = []
        var conditions: [Value] = []
        conditions.reserveCapacity(choices.count)
        for choice in choices {
            let released = choice.released
            switch released {
            case .error: return released
            case .unknown: conditions.append(released)
            case .object(let object) where type(of: object) == LeftOut.self: conditions.append(.bool(false))
            default:
                conditions.append(.bool(true))
                kept.append(released)
            }
        }
        if case .answered(let answer) = arithmetic.selection(of: conditions, for: .filter) { return answer }
        return .list(kept)
    }
}

private extension Value {
    /// Whether a filter leaves the element out.
    var isLeftOut: Bool { if case .object(let object) = self { Swift.type(of: object) == LeftOut.self } else { false } }

    /// Whether a filter keeps the element; its condition may be open, too.
    var isKept: Bool { !isLeftOut && released.isKnown }
}

/// Stands in a filter's list for an element of which the condition does not hold.
private struct LeftOut: ObjectValue {
    var type: Type { .abstract("left@", []) }
    func equals(_ other: Value) -> Bool { false }
    func order(against other: Value) -> Ordering? { nil }
    func hash(into hasher: inout Hasher) {}
    var description: String { "" }
}
