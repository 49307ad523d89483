/// An expression made ready to be evaluated any number of times, from any thread.
///
/// Names are places in a table, and overloads are settled as far as the types decide.
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
    public func evaluate(_ activation: some Activation = NoVariables()) -> Value {
        run(Array(repeating: nil, count: variables.count), activation)
    }

    /// The expression's value with the variables in the order of ``variables``; nil for one that is
    /// not bound.
    /// - Precondition: There are as many values as variables.
    public func evaluate(slots: [Value?]) -> Value {
        precondition(slots.count == variables.count, "a value for each variable")
        return run(slots, NoVariables())
    }

    private func run(_ slots: [Value?], _ activation: some Activation) -> Value {
        var frame = Frame(
            slots: slots, localCount: localCount, names: variables, activation: activation, cost: costLimit)
        let result = root(&frame)
        return frame.isExhausted ? .error(.costLimit(costLimit)) : result
    }
}
