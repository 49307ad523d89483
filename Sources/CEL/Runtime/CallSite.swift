/// One call in a program: the overloads that it may mean, and what a fault of it says.
///
/// A class, because each step that belongs to the call refers to it.
final class CallSite: Sendable {
    let function: String
    let range: Range<Int>
    let candidates: [Candidate]
    private let isMember: Bool
    /// Whether the types settle that the one candidate is meant, so that the values need no look.
    private let isSettled: Bool
    private let allStrict: Bool

    init(
        _ function: String, _ range: Range<Int>, isMember: Bool, overloads: [Overload], constants: [Value?], types: [Type]
    ) {
        self.function = function
        self.range = range
        self.isMember = isMember
        isSettled = overloads.count == 1 && types.allSatisfy(\.isExact)
        let isFlat = isSettled && types.allSatisfy(\.isFlat)
        candidates = overloads.map { Candidate($0, constants, isFlat: isFlat) }
        allStrict = candidates.allSatisfy(\.overload.isStrict)
    }

    /// Whether values like these are for an overload of the standard library, so that the planner's own way of
    /// computing them is right.
    func isStandard(for samples: [Value]) -> Bool {
        candidates.first { $0.overload.accepts(samples) }?.overload.isStandard ?? false
    }

    /// The result of the call for arguments of any kind.
    @inline(never)
    func apply(_ arguments: [Value], _ frame: inout Frame) -> Value {
        var abnormal: Value?
        for argument in arguments where !argument.isKnown { abnormal = .outcome(abnormal, argument) }
        if let abnormal, allStrict { return abnormal }
        guard let candidate = isSettled ? candidates.first : candidates.first(where: { $0.overload.accepts(arguments) })
        else { return abnormal ?? misfit(arguments, &frame) }
        if let abnormal, candidate.overload.isStrict { return abnormal }
        frame.charge(candidate.baseCost + candidate.cost.steps(arguments, upTo: frame.remainingCost))
        guard !frame.isExhausted else { return .null }
        let result = candidate.apply(arguments)
        frame.charge(result: result, bySize: candidate.chargesResult)
        return outcome(result, arguments, &frame)
    }

    /// The result of an implementation as that of the call: an error says where it arose. Where the types settled the
    /// overload and an implementation then finds a value of another kind, `null` stands for one of the type, and the
    /// error is that of every call that no overload takes.
    @inline(__always)
    func outcome(_ result: Value, _ arguments: @autoclosure () -> [Value], _ frame: inout Frame) -> Value {
        guard case .error(let error) = result else { return result }
        return failure(error, arguments(), &frame)
    }

    @inline(never)
    private func failure(_ error: EvaluationError, _ arguments: [Value], _ frame: inout Frame) -> Value {
        let isMisfit =
            error.code == EvaluationError.wrongKind.code && !candidates.contains { $0.overload.accepts(arguments) }
        return isMisfit ? misfit(arguments, &frame) : .failed(error, range)
    }

    private func misfit(_ arguments: [Value], _ frame: inout Frame) -> Value {
        let error = EvaluationError.noSuchOverload(function, isMember: isMember, types: arguments.map(\.type))
        frame.charge(result: .error(error), bySize: false)
        return .failed(error, range)
    }

    /// The candidate that serves every call, where the types settle it and it wants proper values.
    var settled: Candidate? {
        guard isSettled, allStrict else { return nil }
        return candidates.first
    }
}

/// An overload that a call may mean, with the implementation that serves this call.
struct Candidate: Sendable {
    let overload: Overload
    let implementation: Overload.Implementation
    /// What a call is charged for the sizes of its arguments: nothing where their types have none to speak of.
    let cost: Overload.Cost
    /// Whether what a call makes is charged for by its size.
    let chargesResult: Bool
    /// What a call is charged for besides the sizes of its arguments: its own step, and the work that
    /// was not done beforehand where the arguments are no constants.
    let baseCost: Int

    init(_ overload: Overload, _ constants: [Value?], isFlat: Bool) {
        let prepared = overload.prepare?(constants)
        self.overload = overload
        implementation = prepared ?? overload.implementation
        cost = isFlat ? .constant : overload.cost
        chargesResult = overload.cost == .sizes || overload.cost == .product
        baseCost = prepared == nil ? 1 + overload.preparationCost : 1
    }

    func apply(_ values: [Value]) -> Value {
        switch implementation {
        case .unary(let function): values.count == 1 ? function(values[0]) : .error(.wrongKind)
        case .binary(let function): values.count == 2 ? function(values[0], values[1]) : .error(.wrongKind)
        case .general(let function): function(values)
        }
    }
}

extension Frame {
    /// Charges for what a call made: so what many calls have made never takes more memory than the steps that they took.
    /// What does not grow with its arguments was there before, or is small.
    @inline(__always)
    mutating func charge(result: Value, bySize: Bool) {
        switch result {
        // Wording one takes longer than most calls do.
        case .error: charge(50)
        case .string(let text) where bySize: charge(text.utf8.count)
        case .bytes(let bytes) where bySize: charge(bytes.count)
        case .list(let elements) where bySize: charge(elements.count)
        default: break
        }
    }
}

extension Overload.Cost {
    /// Counted no further than where a sum passes `limit`.
    func steps(_ values: [Value], upTo limit: Int) -> Int {
        switch self {
        case .constant: 0
        case .sizes: values.reduce(0) { $0 + $1.size(upTo: limit) }
        case .size(let index): values.indices.contains(index) ? values[index].size(upTo: limit) : 0
        case .product:
            values.reduce(1) { product, value in
                let (result, overflow) = product.multipliedReportingOverflow(by: value.size(upTo: limit))
                return overflow ? .max / 2 : result
            }
        }
    }

    func steps(_ left: Value, _ right: Value, upTo limit: Int) -> Int {
        switch self {
        case .constant: return 0
        case .size(let index): return (index == 0 ? left : right).size(upTo: limit)
        case .sizes: return left.size(upTo: limit) + right.size(upTo: limit)
        case .product:
            let (result, overflow) = left.size(upTo: limit).multipliedReportingOverflow(by: right.size(upTo: limit))
            return overflow ? .max / 2 : result
        }
    }
}

private extension Type {
    /// Whether values of the type have no size to speak of.
    var isFlat: Bool {
        switch self {
        case .null, .bool, .int, .uint, .double, .timestamp, .duration: true
        case .abstract(let name, _): name != Type.optionalName
        default: false
        }
    }
}
