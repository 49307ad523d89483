/// A node of an expression's tree, with everything below it.
///
/// Trees come from ``Environment/parse(_:)`` or are built by code with the static functions. Operators
/// are calls of functions named as in the language definition: `_+_`, `_>=_`, `!_`, `_?_:_`, `@in`, `_[_]`,
/// and for optional values `_?._` and `_[?_]`; an element, entry or field that is written with `?` is a
/// call of `?_` in the place of its value.
public struct Expression: Sendable {
    /// The node's number within a checked tree, where it is distinct; 0 before.
    public let id: Int
    /// The code points of the text that the node was read from, brackets around it included.
    public let range: Range<Int>
    /// The code points that a fault of this very node points at: an operator, a name, a literal.
    public let focus: Range<Int>
    /// What the node is, with its children.
    public let node: Node
    /// The call that a macro made into this node, as it is written; nil for nodes that stand for themselves.
    public let macroCall: Node?
    /// How many nodes the longest path down has, this one included; through the call that a macro expanded too.
    let height: Int

    init(id: Int = 0, range: Range<Int>, focus: Range<Int>? = nil, node: Node, macroCall: Node? = nil) {
        self.id = id
        self.range = range
        self.focus = focus ?? range
        self.node = node
        self.macroCall = macroCall
        height = 1 + max(node.tallestChild, macroCall?.tallestChild ?? 0)
    }

    /// What a node can be.
    public indirect enum Node: Sendable {
        /// A literal, or a value that code or planning put in.
        case constant(Value)
        /// A name, with dots within a checked tree, or with a dot before it where it is absolute.
        case identifier(String)
        /// `operand.field`, or `has(operand.field)` where `isTest`.
        case select(operand: Expression, field: String, isTest: Bool)
        /// `function(arguments)`, or `target.function(arguments)`.
        case call(function: String, target: Expression?, arguments: [Expression])
        /// `[a, b]`.
        case list([Expression])
        /// `{key: value, …}`.
        case map([MapEntry])
        /// `type{field: value, …}`.
        case record(type: String, fields: [FieldEntry])
        /// A loop, as macros such as `all` make one.
        case comprehension(Comprehension)
    }

    /// A key and its value in a map that is written out.
    public struct MapEntry: Sendable {
        /// What stands before the colon.
        public var key: Expression
        /// What stands after the colon; a call of ``Operator/optionalElement`` where the entry is written `?key: value`.
        public var value: Expression

        /// An entry `key: value`.
        public init(key: Expression, value: Expression) {
            self.key = key
            self.value = value
        }
    }

    /// A field and its value in a record that is written out.
    public struct FieldEntry: Sendable {
        /// The field's name, without back-quotes.
        public var name: String
        /// What stands after the colon; a call of ``Operator/optionalElement`` where the field is written `?name: value`.
        public var value: Expression

        /// A field `name: value`.
        public init(name: String, value: Expression) {
            self.name = name
            self.value = value
        }
    }

    /// A loop over a list's elements or a map's keys that folds into an accumulator.
    public struct Comprehension: Sendable {
        /// The name that stands for an element, or for a map's key, in `condition` and `step`; where there is a
        /// second name, for a list's index or a map's key.
        public var variable: String
        /// The name that stands for a list's element or a map's value beside its index or key; nil in loops
        /// with one variable.
        public var secondVariable: String?
        /// The list or the map that is gone over.
        public var range: Expression
        /// The name that stands for what was folded so far in `condition`, `step` and `result`.
        public var accumulator: String
        /// What the accumulator begins with.
        public var initial: Expression
        /// Asked before each element; the loop ends where it is false.
        public var condition: Expression
        /// The accumulator's next value.
        public var step: Expression
        /// What the loop gives when it is over.
        public var result: Expression

        /// A loop in its parts; `secondVariable` is nil for a loop with one variable.
        public init(
            variable: String, secondVariable: String? = nil, range: Expression, accumulator: String, initial: Expression, condition: Expression,
            step: Expression, result: Expression
        ) {
            self.variable = variable
            self.secondVariable = secondVariable
            self.range = range
            self.accumulator = accumulator
            self.initial = initial
            self.condition = condition
            self.step = step
            self.result = result
        }
    }
}

extension Expression {
    /// The same node with another range, as brackets around it make it.
    func widened(to range: Range<Int>) -> Expression {
        Expression(range: range, focus: focus, node: node, macroCall: macroCall)
    }

    /// The same node, which a macro made of a call.
    func written(as call: Node) -> Expression {
        Expression(range: range, focus: focus, node: node, macroCall: call)
    }
}

private extension Expression.Node {
    var tallestChild: Int {
        switch self {
        case .constant, .identifier: 0
        case .select(let operand, _, _): operand.height
        case .call(_, let target, let arguments): max(target?.height ?? 0, arguments.reduce(0) { max($0, $1.height) })
        case .list(let elements): elements.reduce(0) { max($0, $1.height) }
        case .map(let entries): entries.reduce(0) { max($0, $1.key.height, $1.value.height) }
        case .record(_, let fields): fields.reduce(0) { max($0, $1.value.height) }
        case .comprehension(let loop):
            max(
                max(loop.range.height, loop.initial.height), max(loop.condition.height, loop.step.height),
                loop.result.height)
        }
    }
}
