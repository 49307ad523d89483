/// Expressions as an optimiser writes them, with common parts taken out: `cel.block([x + 1, cel.index(0) * 2],
/// cel.index(1) > 4)`.
///
/// `cel.index(i)` stands for slot i of the block, in its result and in later slots. Each slot is evaluated at most
/// once, and an error in one counts only where the slot is used. `cel.iterVar(depth, number)` and
/// `cel.accuVar(depth, number)` are names for the variables of loops. People have `cel.bind`.
public struct BlockLibrary: FunctionLibrary {
    public let name = "block"

    /// The library, ready for the `libraries` of an ``Environment``.
    public init() {}

    public var functions: [Function] { [] }

    public var macros: [Macro] {
        [block, index, numbered("cel.iterVar", prefix: "@it"), numbered("cel.accuVar", prefix: "@ac")]
    }
}

private extension BlockLibrary {
    var block: Macro {
        Macro(name: "cel.block", argumentCount: 2, isMember: false) {
            (context, _, arguments) throws(ExpressionFault) in
            guard case .list(let slots) = arguments[0].node, !slots.contains(where: \.isOptionalElement) else {
                throw .blockSlotsExpected(at: arguments[0].range)
            }
            var body = arguments[1]
            for (index, slot) in slots.enumerated().reversed() {
                body = context.binding(BlockLibrary.slot(index), to: slot, in: body)
            }
            return body
        }
    }

    var index: Macro {
        Macro(name: "cel.index", argumentCount: 1, isMember: false) {
            (context, _, arguments) throws(ExpressionFault) in
            .identifier(BlockLibrary.slot(try BlockLibrary.number(arguments[0])), range: context.range)
        }
    }

    /// A name with two numbers in it, such as `@it:0:1`.
    func numbered(_ name: String, prefix: String) -> Macro {
        Macro(name: name, argumentCount: 2, isMember: false) { (context, _, arguments) throws(ExpressionFault) in
            let (depth, number) = (try BlockLibrary.number(arguments[0]), try BlockLibrary.number(arguments[1]))
            return .identifier("\(prefix):\(depth):\(number)", range: context.range)
        }
    }

    static func slot(_ index: some BinaryInteger) -> String { "@index\(index)" }

    static func number(_ argument: Expression) throws(ExpressionFault) -> Int64 {
        guard case .constant(.int(let number)) = argument.node, number >= 0 else {
            throw .slotNumberExpected(at: argument.range)
        }
        return number
    }
}

private extension Expression {
    var isOptionalElement: Bool {
        if case .call(Operator.optionalElement, nil, _) = node { return true }
        return false
    }
}
