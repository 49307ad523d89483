/// An expression made ready to be evaluated any number of times, from any thread.
///
/// Names are places in a table, overloads are settled as far as the types decide, and what does not depend on
/// variables is computed already.
public struct Program: Sendable {
    /// The full names of the variables that an evaluation may ask for.
    public let variables: [String]
    private let root: Step
    private let localCount: Int
    private let costLimit: Int

    init(root: Step, variables: [String], localCount: Int, costLimit: Int) {
        self.root = root
        self.variables = variables
        self.localCount = localCount
        self.costLimit = costLimit
    }

    /// The expression's value with these variables. `.unknown` and `.error` come back as values.
    ///
    /// - Complexity: No more steps than ``Limits/cost``. Evaluation itself allocates nothing for numbers, bools,
    ///   and texts that it only passes on.
    public func evaluate(_ activation: some Activation = NoVariables()) -> Value {
        evaluate(activation, recorder: nil)
    }

    /// The expression's value with the variables of a dictionary.
    public func evaluate(_ values: [String: Value]) -> Value {
        run(source: nil, recorder: nil) { cells in
            for index in 0..<variables.count { (cells + index).initialize(to: values[variables[index]]) }
        }
    }

    /// The expression's value with the variables in the order of ``variables``; nil for one that is
    /// not bound. As fast as any way, and free of names.
    /// - Precondition: There are as many values as variables.
    public func evaluate(slots: [Value?]) -> Value {
        precondition(slots.count == variables.count, "a value for each variable")
        return run(source: nil, recorder: nil) { cells in
            for index in 0..<slots.count { (cells + index).initialize(to: slots[index]) }
        }
    }

    /// The expression's value with variables that are asked for one by one, by their places in ``variables``, each once,
    /// whether the value depends on it or not; nil for one that is not bound. As fast as ``evaluate(slots:)``, without a list.
    public func evaluate(_ variable: (Int) -> Value?) -> Value {
        run(source: nil, recorder: nil) { cells in
            for index in 0..<variables.count { (cells + index).initialize(to: variable(index)) }
        }
    }

    /// The value of an expression without variables, and how many of its steps are left.
    func evaluateCounting() -> (value: Value, remaining: Int) {
        var remaining = 0
        let value = run(source: nil, recorder: nil, remaining: &remaining) { _ in }
        return (value, remaining)
    }

    func evaluate(_ activation: some Activation, recorder: Recorder?) -> Value {
        let source = VariableSource(names: variables, activation: activation)
        return withUnsafePointer(to: source) { source in
            run(source: source, recorder: recorder) { cells in
                for index in 0..<variables.count { (cells + index).initialize(to: nil) }
            }
        }
    }

    @inline(__always)
    private func run(
        source: UnsafePointer<VariableSource>?, recorder: Recorder?, fill: (UnsafeMutablePointer<Value?>) -> Void
    ) -> Value {
        var remaining = 0
        return run(source: source, recorder: recorder, remaining: &remaining, fill: fill)
    }

    /// Evaluates with cells of which `fill` initialises those of the variables.
    @inline(__always)
    private func run(
        source: UnsafePointer<VariableSource>?, recorder: Recorder?, remaining: inout Int,
        fill: (UnsafeMutablePointer<Value?>) -> Void
    ) -> Value {
        let variableCount = variables.count
        let count = variableCount + localCount
        return withUnsafeTemporaryAllocation(of: Value?.self, capacity: max(1, count)) { buffer in
            guard let cells = buffer.baseAddress else { return .error(.wrongKind) }
            fill(cells)
            for index in variableCount..<count { (cells + index).initialize(to: nil) }
            var frame = Frame(
                cells: cells, variableCount: variableCount, source: source, cost: costLimit, recorder: recorder)
            let result = withExtendedLifetime(recorder) { root(&frame) }
            // One by one: destroying them as a buffer asks the runtime what they are.
            for index in 0..<count { (cells + index).deinitialize(count: 1) }
            remaining = frame.remainingCost
            return frame.isExhausted ? .error(.costLimit(costLimit)) : result
        }
    }
}
