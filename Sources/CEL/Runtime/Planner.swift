/// Turns a tree into a program: a closure for each node, with names turned into places and overloads picked.
///
/// The functions that call each other are kept apart (`@inline(never)`), so that their frames stay small and the
/// deepest tree that is allowed fits on the 512 KiB stack of a worker thread.
struct Planner {
    /// A node made ready.
    struct Planned {
        let step: Step
        /// The node's value, where it does not depend on anything.
        let constant: Value?

        init(_ step: Step) {
            self.step = step
            constant = nil
        }

        init(_ step: Step, constant: Value?) {
            self.step = step
            self.constant = constant
        }

        init(constant value: Value) {
            step = Step { _ in value }
            constant = value
        }
    }

    let environment: Environment
    /// The types and overloads; nil where the expression was not checked.
    let checked: CheckedExpression?
    /// What the program's evaluations note down.
    let recording: Recording
    private var variables: [String] = []
    private var slots: [String: Int] = [:]
    private var scopes: [(name: String, place: Int)] = []
    private var localCount = 0
    /// How many steps may still be spent beforehand on parts that are constant.
    private var foldingSteps = 10_000
    /// How many calls may still have dear work done beforehand.
    private var preparations = 100

    /// What evaluations of a program note down on their way.
    enum Recording {
        case nothing
        /// The value of every node.
        case values
        /// The value of every node, and which parts of variables are unknown is asked.
        case valuesAndAttributes
    }

    /// Whether evaluations note anything down.
    var isRecording: Bool {
        if case .nothing = recording { false } else { true }
    }

    init(environment: Environment, checked: CheckedExpression?, recording: Recording = .nothing) {
        self.environment = environment
        self.checked = checked
        self.recording = recording
    }

    mutating func program(_ expression: Expression) -> Program {
        let root = plan(expression).step
        return Program(root: root, variables: variables, localCount: localCount, costLimit: environment.limits.cost)
    }

    /// Makes a node ready; one without variables is computed here, unless the values of nodes are to be noted.
    @inline(never)
    mutating func plan(_ expression: Expression) -> Planned {
        guard !isRecording else { return noting(planNode(expression), of: expression) }
        return planNode(expression)
    }

    @inline(never)
    private mutating func planNode(_ expression: Expression) -> Planned {
        switch expression.node {
        case .constant(let value): return Planned(constant: value)
        case .identifier(let name): return Planned(identifier(name, expression))
        case .select(let operand, let field, let isTest):
            return Planned(isTest ? test(operand, field, expression) : select(operand, field, expression))
        case .call(let function, let target, let arguments): return call(expression, function, target, arguments)
        case .list(let elements): return list(elements, expression.range)
        case .map(let entries): return map(entries, expression.range)
        case .record(let name, let fields): return Planned(record(name, fields, expression.range))
        case .comprehension: return Planned(comprehension(expression))
        }
    }

    @inline(never)
    private func noting(_ planned: Planned, of expression: Expression) -> Planned {
        let (inner, id) = (planned.step, expression.id)
        let step = Step { frame in
            let value = inner(&frame)
            frame.recorder?.note(value, of: id)
            return value
        }
        return Planned(step, constant: planned.constant)
    }

    /// The value of a step whose operands are all constants, as a constant; the step itself where that fails, makes
    /// something large, takes more steps than are left for such work, or where the values of nodes are to be noted.
    @inline(never)
    mutating func folded(_ step: Step, _ operands: [Planned]) -> Planned {
        guard !isRecording, foldingSteps > 0, !operands.isEmpty, operands.allSatisfy({ $0.constant != nil }) else {
            return Planned(step)
        }
        let program = Program(root: step, variables: [], localCount: 0, costLimit: foldingSteps)
        let (value, remaining) = program.evaluateCounting()
        foldingSteps = remaining
        let isSmall = value.isKnown && value.size(upTo: Planner.largestFolded + 1) <= Planner.largestFolded
        return isSmall ? Planned(constant: value) : Planned(step)
    }

    /// Whether a call whose work can be done beforehand shall have it done now. What is dear, such as compiling a
    /// pattern, is done for so many calls only; the others are charged for it when they are evaluated.
    mutating func mayPrepare(_ overload: Overload) -> Bool {
        guard overload.preparationCost > 0 else { return true }
        preparations -= 1
        return preparations >= 0
    }

    private static let largestFolded = 1_000
}

// MARK: - Places

extension Planner {
    func place(of name: String) -> Int? { scopes.last { $0.name == name }?.place }

    func isLocal(_ path: String) -> Bool { place(of: String(path.prefix { $0 != "." })) != nil }

    /// Gives a name a place of its own until `leave` is called.
    mutating func enter(_ name: String) -> Int {
        let place = scopes.count
        scopes.append((name, place))
        localCount = max(localCount, scopes.count)
        return place
    }

    mutating func leave() { scopes.removeLast() }

    mutating func slot(_ name: String) -> Int {
        if let known = slots[name] { return known }
        variables.append(name)
        slots[name] = variables.count - 1
        return variables.count - 1
    }
}
