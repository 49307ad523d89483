/// Lists, maps and records.
extension Checker {
    @inline(never)
    mutating func list(_ expression: Expression, _ elements: [Expression]) -> Typed {
        var joined: Type?
        var checked: [Expression] = []
        for element in elements {
            let typed = part(element)
            checked.append(typed.expression)
            joined = joined.map { substitution.join($0, typed.type) } ?? typed.type
        }
        return finish(expression, .list(checked), .list(joined ?? substitution.newParameter()))
    }

    /// An element, or an entry's or field's value, which may be an optional one that is left out where it is absent.
    @inline(never)
    private mutating func part(_ expression: Expression) -> Typed {
        guard case .call(Operator.optionalElement, nil, let arguments) = expression.node, arguments.count == 1 else {
            return check(expression)
        }
        let inner = check(arguments[0])
        if !environment.hasOptionals { report(.noOptionals(at: expression.focus)) }
        let wrapped = substitution.newParameter()
        let type = substitution.applied(to: inner.type)
        if !substitution.assign(type, to: .optional(wrapped)) { report(.optionalExpected(type, at: arguments[0].range)) }
        let node = Expression.Node.call(
            function: Operator.optionalElement, target: nil, arguments: [inner.expression])
        return finish(expression, node, wrapped)
    }

    @inline(never)
    mutating func map(_ expression: Expression, _ entries: [Expression.MapEntry]) -> Typed {
        var joinedKey: Type?
        var joinedValue: Type?
        var checked: [Expression.MapEntry] = []
        for entry in entries {
            let (key, value) = (check(entry.key), part(entry.value))
            if !canBeKey(key.type) { report(.unsupportedKeyType(key.type, at: entry.key.range)) }
            checked.append(.init(key: key.expression, value: value.expression))
            joinedKey = joinedKey.map { substitution.join($0, key.type) } ?? key.type
            joinedValue = joinedValue.map { substitution.join($0, value.type) } ?? value.type
        }
        let type = Type.map(
            key: joinedKey ?? substitution.newParameter(), value: joinedValue ?? substitution.newParameter())
        return finish(expression, .map(checked), type)
    }

    @inline(never)
    mutating func record(_ expression: Expression, _ name: String, _ fields: [Expression.FieldEntry]) -> Typed {
        let full = environment.recordName(for: name)
        if full == nil { report(.unknownRecord(name, at: expression.focus)) }
        var checked: [Expression.FieldEntry] = []
        for field in fields {
            let value = part(field.value)
            checked.append(.init(name: field.name, value: value.expression))
            if let full { recordField(field, of: full, value.type) }
        }
        return finish(expression, .record(type: full ?? name, fields: checked), full.map { .record($0) } ?? .dyn)
    }

    @inline(never)
    private mutating func recordField(_ field: Expression.FieldEntry, of record: String, _ found: Type) {
        guard let wanted = environment.types.type(ofField: field.name, of: record) else {
            let known = environment.types.fields(of: record) ?? []
            return report(.unknownField(field.name, of: record, known: known, at: field.value.range))
        }
        let type = substitution.applied(to: found)
        if !substitution.assign(type, to: wanted) {
            report(.fieldMismatch(field.name, wanted: wanted, found: type, at: field.value.range))
        }
    }

    private func canBeKey(_ type: Type) -> Bool {
        switch substitution.applied(to: type) {
        case .bool, .int, .uint, .string, .dyn, .parameter: true
        default: false
        }
    }
}
