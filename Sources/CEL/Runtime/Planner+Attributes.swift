/// Variables and parts of them in programs that ask which are unknown.
extension Planner {
    /// The step of a variable, or of a chain of fields and indices that begins with one; nil for everything else, and in
    /// programs that do not ask.
    @inline(never)
    mutating func attribute(_ expression: Expression) -> Step? {
        guard case .valuesAndAttributes = recording, let (variable, qualifiers) = chain(expression) else { return nil }
        return attribute(variable, qualifiers, field: nil, expression.range) { $0 }
    }

    /// The step of what is asked of a field of a chain, such as whether it is there; nil as above.
    @inline(never)
    mutating func attribute(
        _ field: String, of operand: Expression, _ range: Range<Int>, asked: @escaping @Sendable (Value) -> Value
    ) -> Step? {
        guard case .valuesAndAttributes = recording, let (variable, qualifiers) = chain(operand) else { return nil }
        return attribute(variable, qualifiers, field: field, range, asked: asked)
    }

    private mutating func attribute(
        _ variable: String, _ qualifiers: [AttributeStep], field: String?, _ range: Range<Int>,
        asked: @escaping @Sendable (Value) -> Value
    ) -> Step {
        let slot = slot(variable)
        return Step { frame in
            let patterns = frame.recorder?.unknowns.filter { $0.variable == variable } ?? []
            var keys: [Value] = []
            if !patterns.isEmpty {
                for qualifier in qualifiers {
                    let key = qualifier.key(&frame)
                    guard key.isKnown else { return key }
                    keys.append(key)
                }
                let path = keys + (field.map { [.string($0)] } ?? [])
                if patterns.contains(where: { $0.touches(path) }) {
                    return .unknown(UnknownSet(UnknownCause(code: "unknown", subject: Planner.text(variable, path))))
                }
            }
            guard let value = frame.variable(slot) else { return .failed(.unbound(variable), range) }
            return asked(frame.following(qualifiers, from: value, patterns.isEmpty ? nil : keys))
        }
    }

    /// A step from a value to a part of it.
    struct AttributeStep: Sendable {
        let key: Step
        let isField: Bool
        let site: CallSite?
        let range: Range<Int>
    }

    /// The variable that a chain begins with, and the way from it.
    private mutating func chain(_ expression: Expression) -> (variable: String, steps: [AttributeStep])? {
        switch expression.node {
        case .identifier(let name):
            let plain = name.hasPrefix(".") ? String(name.dropFirst()) : name
            return place(of: name) == nil ? (plain, []) : nil
        case .select(let operand, let field, false):
            guard let (variable, steps) = chain(operand) else { return nil }
            let key = Step { _ in .string(field) }
            let step = AttributeStep(key: key, isField: true, site: nil, range: expression.range)
            return (variable, steps + [step])
        case .call(Operator.index, nil, let arguments) where arguments.count == 2:
            guard let checked, let (variable, steps) = chain(arguments[0]) else { return nil }
            let types = arguments.map { checked.type(of: $0) }
            let site = CallSite(
                Operator.index, expression.range, isMember: false, overloads: checked.overloads(of: expression),
                constants: [nil, nil], types: types)
            let step = AttributeStep(
                key: plan(arguments[1]).step, isField: false, site: site, range: expression.range)
            return (variable, steps + [step])
        default: return nil
        }
    }

    private static func text(_ variable: String, _ path: [Value]) -> String {
        path.reduce(variable) { text, key in
            if case .string(let field) = key { "\(text).\(field)" } else { "\(text)[\(key)]" }
        }
    }
}

private extension Frame {
    /// The part at the end of a way, each key asked for or taken from `keys`.
    mutating func following(_ steps: [Planner.AttributeStep], from value: Value, _ keys: [Value]? = nil) -> Value {
        var value = value
        for (index, step) in steps.enumerated() {
            let key = keys?[index] ?? step.key(&self)
            charge()
            if step.isField, case .string(let field) = key {
                value = value.selecting(field, step.range)
            } else if let site = step.site {
                value = site.apply([value, key], &self)
            }
        }
        return value
    }
}
