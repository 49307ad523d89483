import CEL

extension Expression {
    /// The rules that `meets` names, each with the range of its name.
    var namedRules: [(name: String, range: Range<Int>)] {
        let inner = children.flatMap(\.namedRules)
        guard case .call(RecordFunctions.meets, .some, let arguments) = node, let argument = arguments.first,
              case .constant(.string(let name)) = argument.node
        else { return inner }
        return [(name, argument.range)] + inner
    }
}
