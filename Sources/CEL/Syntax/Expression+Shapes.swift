/// What planners look for in the trees that macros make.
extension Expression {
    func isName(_ name: String) -> Bool {
        if case .identifier(name) = node { return true }
        return false
    }

    var isTrue: Bool {
        if case .constant(.bool(true)) = node { return true }
        return false
    }

    /// Whether a name that stands for a loop's accumulator or variable is asked for, and not for another loop's of the
    /// same name.
    func mentions(_ name: String) -> Bool {
        switch node {
        case .identifier(let own): return own == name
        case .comprehension(let loop) where loop.names.contains(name):
            return loop.range.mentions(name) || loop.initial.mentions(name)
        default: return children.contains { $0.mentions(name) }
        }
    }
}
