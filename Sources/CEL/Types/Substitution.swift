/// What type variables stand for, as far as checking has found out.
struct Substitution {
    private var bindings: [String: Type] = [:]
    /// What the assignment under way has overwritten, to be put back should it fail.
    private var overwritten: [(name: String, binding: Type?)] = []
    private var fresh = 0

    /// A type variable that occurs nowhere else.
    mutating func newParameter() -> Type {
        fresh += 1
        return .parameter("%\(fresh)")
    }

    /// The types with their variables renamed apart from all others.
    mutating func instantiated(_ types: [Type]) -> [Type] {
        guard types.contains(where: \.hasParameters) else { return types }
        var names: [String: Type] = [:]
        return types.map { renamed($0, &names) }
    }

    private mutating func renamed(_ type: Type, _ names: inout [String: Type]) -> Type {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let new = newParameter()
            names[name] = new
            return new
        case .list(let element): return .list(renamed(element, &names))
        case .map(let key, let value): return .map(key: renamed(key, &names), value: renamed(value, &names))
        case .type(let inner): return .type(renamed(inner, &names))
        case .abstract(let name, let arguments):
            var result: [Type] = []
            for argument in arguments { result.append(renamed(argument, &names)) }
            return .abstract(name, result)
        default: return type
        }
    }

    /// The type with everything known about its variables put in; unbound ones stay, or become `dyn`.
    func applied(to type: Type, unboundAsDyn: Bool = false) -> Type {
        switch type {
        case .parameter(let name):
            if let bound = bindings[name] { return applied(to: bound, unboundAsDyn: unboundAsDyn) }
            return unboundAsDyn ? .dyn : type
        case .list(let element): return .list(applied(to: element, unboundAsDyn: unboundAsDyn))
        case .map(let key, let value):
            return .map(
                key: applied(to: key, unboundAsDyn: unboundAsDyn), value: applied(to: value, unboundAsDyn: unboundAsDyn))
        case .type(let inner): return .type(applied(to: inner, unboundAsDyn: unboundAsDyn))
        case .abstract(let name, let arguments):
            return .abstract(name, arguments.map { applied(to: $0, unboundAsDyn: unboundAsDyn) })
        default: return type
        }
    }
}

extension Substitution {
    /// Whether a type has more levels than `limit`, with what is known about its variables put in.
    func isDeep(_ type: Type, past limit: Int) -> Bool {
        var pending = [(type: type, level: 1)]
        while let (type, level) = pending.popLast() {
            guard level <= limit else { return true }
            switch type {
            case .list(let element), .type(let element): pending.append((element, level + 1))
            case .map(let key, let value): pending += [(key, level + 1), (value, level + 1)]
            case .abstract(_, let arguments): pending += arguments.map { ($0, level + 1) }
            case .parameter(let name): if let bound = bindings[name] { pending.append((bound, level)) }
            default: break
            }
        }
        return false
    }
}

// MARK: - Assignability

extension Substitution {
    /// Whether a value of `source` may stand where `target` is wanted. Binds variables on success;
    /// on failure the substitution is as it was.
    mutating func assign(_ source: Type, to target: Type) -> Bool { assign([source], to: [target]) }

    mutating func assign(_ sources: [Type], to targets: [Type]) -> Bool {
        guard sources.count == targets.count else { return false }
        overwritten.removeAll(keepingCapacity: true)
        for (source, target) in zip(sources, targets) where !unify(source, target) {
            for (name, binding) in overwritten.reversed() { bindings[name] = binding }
            return false
        }
        return true
    }

    private mutating func record(_ type: Type, for name: String) {
        overwritten.append((name, bindings[name]))
        bindings[name] = type
    }

    private mutating func unify(_ source: Type, _ target: Type) -> Bool {
        if source == target { return true }
        if case .parameter(let name) = target, let decided = bind(name, to: source) { return decided }
        if case .parameter(let name) = source, let decided = bind(name, to: target) { return decided }
        switch (source, target) {
        case (.dyn, _), (_, .dyn): return true
        case (.null, _): return target.isNullable
        case (_, .null): return source.isNullable
        case (.list(let a), .list(let b)): return unify(a, b)
        // All types are of one type: which they are is what a comparison of types is about.
        case (.type, .type): return true
        case (.map(let keyA, let valueA), .map(let keyB, let valueB)): return unify(keyA, keyB) && unify(valueA, valueB)
        case (.abstract(let nameA, let a), .abstract(let nameB, let b)):
            guard nameA == nameB, a.count == b.count else { return false }
            for (x, y) in zip(a, b) where !unify(x, y) { return false }
            return true
        default: return false
        }
    }

    /// Makes a variable stand for a type too; nil where that would be circular.
    private mutating func bind(_ name: String, to type: Type) -> Bool? {
        let parameter = Type.parameter(name)
        if type == parameter { return true }
        if let known = bindings[name] {
            guard unify(type, known) else { return false }
            let general = Substitution.moreGeneral(type, known)
            if !isReferenced(name, in: general) { record(general, for: name) }
            return true
        }
        guard !isReferenced(name, in: type) else { return nil }
        record(type, for: name)
        return true
    }

    private func isReferenced(_ name: String, in type: Type) -> Bool {
        switch type {
        case .parameter(let other): other == name || (bindings[other].map { isReferenced(name, in: $0) } ?? false)
        case .list(let element): isReferenced(name, in: element)
        case .map(let key, let value): isReferenced(name, in: key) || isReferenced(name, in: value)
        case .type(let inner): isReferenced(name, in: inner)
        case .abstract(_, let arguments): arguments.contains { isReferenced(name, in: $0) }
        default: false
        }
    }

    /// The type that values of both types have: the more general one, or `dyn` where neither is.
    mutating func join(_ first: Type, _ second: Type) -> Type {
        assign(first, to: second) ? Substitution.moreGeneral(first, second) : .dyn
    }

    private static func moreGeneral(_ first: Type, _ second: Type) -> Type {
        isNoMoreSpecific(first, than: second) ? first : second
    }

    private static func isNoMoreSpecific(_ first: Type, than second: Type) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.parameter, _): true
        case (_, .dyn), (_, .parameter): false
        case (.null, _): false
        case (_, .null): true
        case (.list(let a), .list(let b)), (.type(let a), .type(let b)): isNoMoreSpecific(a, than: b)
        case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
            isNoMoreSpecific(keyA, than: keyB) && isNoMoreSpecific(valueA, than: valueB)
        case (.abstract(_, let a), .abstract(_, let b)):
            a.count == b.count && zip(a, b).allSatisfy { isNoMoreSpecific($0, than: $1) }
        default: true
        }
    }
}

private extension Type {
    /// Whether `null` may stand for a value of the type.
    var isNullable: Bool {
        switch self {
        case .null, .abstract, .record, .timestamp, .duration: true
        default: false
        }
    }
}
