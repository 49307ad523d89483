/// The greatest or the least of some numbers: a macro with any number of arguments, and the function behind it.
///
/// ints, uints and doubles compare with each other by their value; of equal numbers the first one counts.
enum Extreme: CaseIterable {
    case greatest
    case least

    /// The name that a text calls.
    var macroName: String {
        switch self {
        case .greatest: "math.greatest"
        case .least: "math.least"
        }
    }

    /// The name of the function that the macro calls.
    var functionName: String { "math.@\(shortName)" }

    /// The extreme that a function of this name finds; nil for all other functions.
    init?(functionName: String) {
        guard let found = Extreme.allCases.first(where: { $0.functionName == functionName }) else { return nil }
        self = found
    }

    private var shortName: String {
        switch self {
        case .greatest: "max"
        case .least: "min"
        }
    }

    /// How a number has to stand to the one held so far to take its place.
    private var order: Ordering {
        switch self {
        case .greatest: .descending
        case .least: .ascending
        }
    }
}

// MARK: - The macro

extension Extreme {
    /// One argument, a number or a list, and two are passed on as they are; more are passed on as a list.
    /// An argument that is written out and is no number is at fault while the text is parsed.
    var macro: Macro {
        Macro(name: macroName, argumentCount: nil, isMember: false) { (context, _, arguments) throws(ExpressionFault) in
            guard !arguments.isEmpty else { throw .numbersMissing(macroName, at: context.focus) }
            if arguments.count == 1, case .list(let elements) = arguments[0].node {
                guard !elements.isEmpty else { throw .numbersMissing(macroName, at: arguments[0].range) }
                try requireNumbers(elements)
            } else {
                try requireNumbers(arguments)
            }
            let passed = arguments.count > 2 ? [.list(arguments, range: context.range)] : arguments
            return .call(functionName, passed, range: context.range, focus: context.focus)
        }
    }

    private func requireNumbers(_ arguments: [Expression]) throws(ExpressionFault) {
        for argument in arguments {
            switch argument.node {
            case .constant(let value) where value.isPlain && !value.isNumber:
                throw .numberExpected(macroName, found: value.type, at: argument.range)
            case .list: throw .numberExpected(macroName, found: .list(.dyn), at: argument.range)
            case .map: throw .numberExpected(macroName, found: .map(key: .dyn, value: .dyn), at: argument.range)
            case .record(let name, _): throw .numberExpected(macroName, found: .record(name), at: argument.range)
            default: break
            }
        }
    }
}

private extension Value {
    /// Whether the value is of the language's own types. What a host's literal is good for shows when it is checked.
    var isPlain: Bool {
        if case .object = self { return false }
        return true
    }
}

// MARK: - The function

extension Extreme {
    var function: Function { Function(functionName, singles + pairs + lists) }

    private static let numbers: [(name: String, type: Type)] = [("double", .double), ("int", .int), ("uint", .uint)]

    private var singles: [Overload] {
        Extreme.numbers.map { name, type in Overload(id: "math_@\(shortName)_\(name)", type, result: type) { $0 } }
    }

    private var pairs: [Overload] {
        Extreme.numbers.flatMap { first in
            Extreme.numbers.map { second in
                Overload(
                    id: "math_@\(shortName)_\(first.name)_\(second.name)", first.type, second.type,
                    result: first.type == second.type ? first.type : .dyn, binary: better)
            }
        }
    }

    /// A list whose elements are of any kind is tried as the first of these, so each of them takes all numbers.
    private var lists: [Overload] {
        Extreme.numbers.map { name, type in
            Overload(id: "math_@\(shortName)_list_\(name)", .list(type), result: type, cost: .sizes, unary: best)
        }
    }

    @Sendable private func better(_ held: Value, _ next: Value) -> Value {
        guard held.isNumber, next.isNumber else { return .error(misfit(held.isNumber ? next : held)) }
        guard let found = next.order(against: held) else { return .error(.unorderedNumber(macroName)) }
        return found == order ? next : held
    }

    @Sendable private func best(_ list: Value) -> Value {
        guard case .list(let elements) = list else { return .error(.wrongKind) }
        guard var held = elements.first else { return .error(.emptyGroup(macroName)) }
        guard held.isNumber else { return .error(misfit(held)) }
        for next in elements.dropFirst() {
            held = better(held, next)
            if !held.isKnown { break }
        }
        return held
    }

    private func misfit(_ value: Value) -> EvaluationError {
        .noSuchOverload(functionName, isMember: false, types: [value.type])
    }
}
