/// What the parts of an expression came to in one evaluation: why the whole is what it is.
public struct Trace: Sendable {
    /// The expression that was evaluated.
    public let expression: CheckedExpression
    /// What the whole came to.
    public let value: Value
    private let values: [Value?]
    private let decisions: [Int: LoopDecision]

    init(_ expression: CheckedExpression, _ value: Value, _ recorder: Recorder) {
        self.expression = expression
        self.value = value
        recorder.settle(expression.root)
        values = recorder.values
        decisions = recorder.decisions
    }

    /// What a node of the checked tree came to; nil where it was not needed, and for nodes within a loop that no
    /// element decided, which came to something for each turn.
    public func value(of node: Expression) -> Value? { values.indices.contains(node.id) ? values[node.id] : nil }

    /// The element that decided a loop such as `all` or `exists`; nil for other nodes and where none did. What the
    /// nodes within the loop came to is what they came to for this element.
    public func decision(of loop: Expression) -> LoopDecision? { decisions[loop.id] }
}

extension Trace {
    /// One part of an expression with what it came to.
    public struct Step: Sendable {
        /// The node of the checked tree; its range is that of its text.
        public let node: Expression
        /// What the part came to; for a part of a loop, what it came to for the element that decided.
        public let value: Value
        /// How many parts it is nested in.
        public let depth: Int
        /// The element that decided the part, where it is a loop that one decided.
        public let decision: LoopDecision?
    }

    /// The parts that were evaluated, each before those it is made of. Literals and what macros put in are left out,
    /// but for a whole that is nothing else.
    ///
    /// - Complexity: O(*n*) in the nodes of the tree.
    public var steps: [Step] {
        var steps: [Step] = []
        collect(expression.root, depth: 0, within: nil, into: &steps)
        return steps
    }

    private func collect(_ node: Expression, depth: Int, within outer: Range<Int>?, into steps: inout [Step]) {
        if case .constant = node.node, outer != nil { return }
        var (depth, outer) = (depth, outer)
        if !node.range.isEmpty, node.range != outer, let value = value(of: node) {
            steps.append(Step(node: node, value: value, depth: depth, decision: decision(of: node)))
            depth += 1
            outer = node.range
        }
        for child in node.children { collect(child, depth: depth, within: outer, into: &steps) }
    }

    /// How many code points of a value a line shows.
    private static let lineLength = 200

    /// The steps as lines, each with its part of the text, what that came to, and what decided a loop. A long value is
    /// cut short.
    ///
    /// - Parameter text: The text that the expression was read from.
    public func lines(of text: String) -> [String] {
        let text = ExpressionText(text)
        return steps.map { step in
            let indent = String(repeating: "  ", count: step.depth)
            let decided = step.decision.map { " ← [\($0.index)] \($0.element.description(upTo: Trace.lineLength))" } ?? ""
            return "\(indent)\(text.part(step.node.range)) = \(step.value.description(upTo: Trace.lineLength))\(decided)"
        }
    }
}

/// An expression made ready to be evaluated with a trace. Programs that are planned without one pay nothing for it.
public struct TracingProgram: Sendable {
    private let program: Program
    private let expression: CheckedExpression

    init(_ program: Program, _ expression: CheckedExpression) {
        self.program = program
        self.expression = expression
    }

    /// The expression's value with these variables, and what its parts came to.
    public func evaluate(_ activation: some Activation = NoVariables()) -> Trace {
        let recorder = Recorder(nodeCount: expression.nodeCount)
        let value = program.evaluate(activation, recorder: recorder)
        return Trace(expression, value, recorder)
    }
}
