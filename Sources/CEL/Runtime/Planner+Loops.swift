extension Planner {
    @inline(never)
    mutating func comprehension(_ loop: Expression.Comprehension) -> Step {
        let range = plan(loop.range)
        let rangeText = loop.range.range
        let initial = plan(loop.initial)
        let folded = enter(loop.accumulator)
        let element = enter(loop.variable)
        let condition: Step? = loop.condition.isTrue ? nil : plan(loop.condition)
        let step = plan(loop.step)
        leave()
        let result = plan(loop.result)
        leave()
        return { frame in
            let source = range(&frame)
            let elements: [Value]
            switch source {
            case .list(let list): elements = list
            case .map(let map): elements = map.keys
            case .unknown, .error: return source
            default: return .failed(.notIterable(source.type), rangeText)
            }
            frame.locals[folded] = initial(&frame)
            for value in elements {
                frame.charge(1)
                if frame.isExhausted { break }
                frame.locals[element] = value
                if let condition, case .bool(false) = condition(&frame) { break }
                let next = step(&frame)
                frame.locals[folded] = next
            }
            let outcome = result(&frame)
            // The places are used again by other loops: nothing of this one is held for longer.
            frame.locals[folded] = .null
            frame.locals[element] = .null
            return outcome
        }
    }

    /// `@append(list, element)`, which grows a loop's own accumulator in place.
    @inline(never)
    mutating func append(_ arguments: [Expression], _ range: Range<Int>) -> Step {
        let element = plan(arguments[1])
        guard case .identifier(let name) = arguments[0].node, let place = place(of: name) else {
            let list = plan(arguments[0])
            return { frame in list(&frame).appending(element(&frame), range) }
        }
        return { frame in
            frame.charge(1)
            let value = element(&frame)
            frame.charge(holding: value)
            guard value.isKnown, var elements = frame.takeList(place) else {
                return frame.locals[place].appending(value, range)
            }
            elements.append(value)
            return .list(elements)
        }
    }
}

private extension Frame {
    /// Takes a list out of its place, so that the caller holds the only reference and can grow the
    /// array where it is. Never inlined: a copy that lingers in the caller would make each append a
    /// copy of the whole list.
    @inline(never)
    mutating func takeList(_ place: Int) -> [Value]? {
        guard case .list(let elements) = locals[place] else { return nil }
        locals[place] = .null
        return elements
    }
}

private extension Expression {
    var isTrue: Bool {
        if case .constant(.bool(true)) = node { return true }
        return false
    }
}

private extension Value {
    /// The list with one more element; an error or unknowns where either side is no value proper.
    func appending(_ element: Value, _ range: Range<Int>) -> Value {
        guard isKnown, element.isKnown else {
            if isKnown { return element }
            return element.isKnown ? self : .outcome(self, element)
        }
        guard case .list(let elements) = self else { return .failed(.wrongKind, range) }
        return .list(elements + [element])
    }
}
