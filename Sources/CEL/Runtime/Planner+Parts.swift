/// Lists, maps and records that are written out.
extension Planner {
    /// An element, or the value of an entry or field.
    struct Part: Sendable {
        let step: Step
        /// Whether it is written with `?`, and left out where the optional value is absent.
        let isOptional: Bool
    }

    @inline(never)
    private mutating func part(_ expression: Expression) -> (part: Part, planned: Planned) {
        guard case .call(Operator.optionalElement, nil, let arguments) = expression.node, arguments.count == 1 else {
            let planned = plan(expression)
            return (Part(step: planned.step, isOptional: false), planned)
        }
        let (inner, range) = (plan(arguments[0]), arguments[0].range)
        let step = inner.step
        let unwrapping = Step { frame in
            let value = step(&frame)
            guard value.isKnown, OptionalValue(other: value) == nil else { return value }
            return .failed(.optionalExpected(value.type), range)
        }
        return (Part(step: unwrapping, isOptional: true), inner)
    }

    @inline(never)
    mutating func list(_ elements: [Expression], _ range: Range<Int>) -> Planned {
        let planned = elements.map { part($0) }
        let parts = planned.map(\.part)
        let step = Step { frame in
            frame.charge(1 + parts.count)
            var values: [Value] = []
            values.reserveCapacity(parts.count)
            var abnormal: Value?
            for part in parts {
                let value = frame.holding(part.step(&frame), range)
                guard value.isKnown else {
                    abnormal = .outcome(abnormal, value)
                    continue
                }
                if let kept = part.kept(value) { values.append(kept) }
            }
            return abnormal ?? .list(values)
        }
        return elements.isEmpty ? Planned(constant: .list([])) : folded(step, planned.map(\.planned))
    }

    @inline(never)
    mutating func map(_ entries: [Expression.MapEntry], _ range: Range<Int>) -> Planned {
        var operands: [Planned] = []
        var steps: [(key: Step, value: Part)] = []
        for entry in entries {
            let (key, value) = (plan(entry.key), part(entry.value))
            operands += [key, value.planned]
            steps.append((key.step, value.part))
        }
        let parts = steps
        let step = Step { frame in
            frame.charge(1 + parts.count)
            var map = MapValue()
            var abnormal: Value?
            for part in parts {
                let (key, value) = (part.key(&frame), frame.holding(part.value.step(&frame), range))
                guard key.isKnown, value.isKnown else {
                    if !key.isKnown { abnormal = .outcome(abnormal, key) }
                    if !value.isKnown { abnormal = .outcome(abnormal, value) }
                    continue
                }
                do throws(EvaluationError) {
                    if let kept = part.value.kept(value) { try map.insert(kept, for: key) }
                } catch {
                    abnormal = .outcome(abnormal, .failed(error, range))
                }
            }
            return abnormal ?? .map(map)
        }
        return entries.isEmpty ? Planned(constant: .map(MapValue())) : folded(step, operands)
    }

    @inline(never)
    mutating func record(_ name: String, _ fields: [Expression.FieldEntry], _ range: Range<Int>) -> Step {
        let types = environment.types
        let full = environment.recordName(for: name) ?? name
        let parts = fields.map { (name: $0.name, part: part($0.value).part) }
        return Step { frame in
            frame.charge(1 + parts.count)
            var values: [(name: String, value: Value)] = []
            var abnormal: Value?
            for field in parts {
                let value = frame.holding(field.part.step(&frame), range)
                guard value.isKnown else {
                    abnormal = .outcome(abnormal, value)
                    continue
                }
                if let kept = field.part.kept(value) { values.append((field.name, kept)) }
            }
            if let abnormal { return abnormal }
            do throws(EvaluationError) {
                if let repeated = values.firstRepeatedName { throw .repeatedField(repeated) }
                return try types.construct(full, values)
            } catch {
                return .failed(error, range)
            }
        }
    }
}

private extension Planner.Part {
    /// The value that is put in; nil for an absent optional one.
    func kept(_ value: Value) -> Value? {
        guard isOptional, let optional = OptionalValue(other: value) else { return value }
        return optional.wrapped
    }
}

private extension [(name: String, value: Value)] {
    var firstRepeatedName: String? {
        var seen: Set<String> = []
        return first { !seen.insert($0.name).inserted }?.name
    }
}

extension Value {
    /// What a strict operation gives where it met `known` and then `new`, neither a value proper: the
    /// first error, else the causes of all unknowns.
    static func outcome(_ known: Value?, _ new: Value) -> Value {
        switch (known, new) {
        case (nil, _): new
        case (.some(.error(let error)), _): .error(error)
        case (_, .error): new
        case (.some(.unknown(let a)), .unknown(let b)): .unknown(a.union(b))
        case (.some(let value), _): value
        }
    }
}
