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

    init(root: @escaping Step, variables: [String], localCount: Int, costLimit: Int) {
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
        run(activation, recorder: nil) { cells in cells.initialize(repeating: nil) }
    }

    /// The expression's value with the variables in the order of ``variables``; nil for one that is
    /// not bound.
    /// - Precondition: There are as many values as variables.
    public func evaluate(slots: [Value?]) -> Value {
        precondition(slots.count == variables.count, "a value for each variable")
        return run(NoVariables(), recorder: nil) { cells in
            for index in slots.indices { cells.initializeElement(at: index, to: slots[index]) }
            cells[slots.count...].initialize(repeating: nil)
        }
    }

    /// Evaluates with cells that `fill` initialises, all of them.
    func run(
        _ activation: some Activation, recorder: Recorder?, fill: (UnsafeMutableBufferPointer<Value?>) -> Void
    ) -> Value {
        withUnsafeTemporaryAllocation(of: Value?.self, capacity: variables.count + localCount) { cells in
            fill(cells)
            defer { cells.deinitialize() }
            guard let base = cells.baseAddress else { return .error(.costLimit(costLimit)) }
            var frame = Frame(
                cells: base, variableCount: variables.count, names: variables, activation: activation, cost: costLimit,
                recorder: recorder)
            let result = root(&frame)
            return frame.isExhausted ? .error(.costLimit(costLimit)) : result
        }
    }
}
