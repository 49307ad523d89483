/// Trees built by code. The range is the text that a fault shall point at.
extension Expression {
    /// A value; a text stands for an abstract value where one is wanted, as a literal does.
    public static func constant(_ value: Value, range: Range<Int> = 0..<0) -> Expression {
        Expression(range: range, node: .constant(value))
    }

    /// A variable, a constant, or a name space before a field.
    public static func identifier(_ name: String, range: Range<Int> = 0..<0) -> Expression {
        Expression(range: range, node: .identifier(name))
    }

    /// `function(arguments)`; operators go by their function's name.
    public static func call(
        _ function: String, _ arguments: [Expression], range: Range<Int> = 0..<0, focus: Range<Int>? = nil
    ) -> Expression {
        Expression(range: range, focus: focus, node: .call(function: function, target: nil, arguments: arguments))
    }

    /// `target.function(arguments)`.
    public static func member(
        _ function: String, of target: Expression, _ arguments: [Expression] = [], range: Range<Int> = 0..<0,
        focus: Range<Int>? = nil
    ) -> Expression {
        Expression(range: range, focus: focus, node: .call(function: function, target: target, arguments: arguments))
    }

    /// `operand.field`.
    public static func select(
        _ operand: Expression, field: String, range: Range<Int> = 0..<0, focus: Range<Int>? = nil
    ) -> Expression {
        Expression(range: range, focus: focus, node: .select(operand: operand, field: field, isTest: false))
    }

    /// `has(operand.field)`.
    public static func has(
        _ operand: Expression, field: String, range: Range<Int> = 0..<0, focus: Range<Int>? = nil
    ) -> Expression {
        Expression(range: range, focus: focus, node: .select(operand: operand, field: field, isTest: true))
    }

    /// `[elements]`.
    public static func list(_ elements: [Expression], range: Range<Int> = 0..<0) -> Expression {
        Expression(range: range, node: .list(elements))
    }

    /// `{key: value, …}`.
    public static func map(_ entries: [MapEntry], range: Range<Int> = 0..<0) -> Expression {
        Expression(range: range, node: .map(entries))
    }

    /// `type{field: value, …}`.
    public static func record(
        _ type: String, _ fields: [FieldEntry], range: Range<Int> = 0..<0, focus: Range<Int>? = nil
    ) -> Expression {
        Expression(range: range, focus: focus, node: .record(type: type, fields: fields))
    }

    /// `condition ? whenTrue : whenFalse`.
    public static func conditional(
        _ condition: Expression, _ whenTrue: Expression, _ whenFalse: Expression, range: Range<Int> = 0..<0
    ) -> Expression {
        .call(Operator.conditional, [condition, whenTrue, whenFalse], range: range)
    }

    /// A loop; its variables hide others of their names.
    public static func comprehension(_ loop: Comprehension, range: Range<Int> = 0..<0) -> Expression {
        Expression(range: range, node: .comprehension(loop))
    }

    /// A value in the form that a list can hold, whatever becomes of it.
    public static func held(_ element: Expression) -> Expression { .call(InternalFunction.hold, [element], range: element.range, focus: element.focus) }

    /// The elements of a list, each replaced by what `element` makes of it; unknowns and errors stay in the list as held
    /// values, as functions over lists such as those of aggregates take them.
    ///
    /// - Parameter variable: The name that stands for an element in `element`; it hides others of its name.
    public static func holding(_ list: Expression, as variable: String, into element: Expression) -> Expression {
        let accumulator = "@result"
        return .comprehension(
            Comprehension(
                variable: variable, range: list, accumulator: accumulator, initial: .list([]), condition: .constant(.bool(true)),
                step: .call(InternalFunction.append, [.identifier(accumulator), .call(InternalFunction.hold, [element])]),
                result: .identifier(accumulator)))
    }
}
