/// Loops. Those that the standard macros make are recognised and run without an accumulator; all others fold as the
/// language definition says.
extension Planner {
    /// The places of a loop's variables.
    struct Places {
        let first: Int
        let second: Int?
    }

    @inline(never)
    mutating func comprehension(_ loop: Expression.Comprehension, _ expression: Expression) -> Step {
        if let quantifier = QuantifierShape(loop) { return quantified(loop, quantifier, expression) }
        if let gathering = GatheringShape(loop) { return gathered(loop, gathering) }
        return fold(loop)
    }

    private mutating func enter(_ loop: Expression.Comprehension) -> Places {
        let first = enter(loop.variable)
        return Places(first: first, second: loop.secondVariable.map { enter($0) })
    }

    private mutating func leave(_ places: Places) {
        if places.second != nil { leave() }
        leave()
    }
}

// MARK: - all and exists

private extension Planner {
    /// Goes on over errors and unknowns until an element decides.
    @inline(never)
    mutating func quantified(
        _ loop: Expression.Comprehension, _ shape: QuantifierShape, _ expression: Expression
    ) -> Step {
        let (source, sourceRange) = (plan(loop.range).step, loop.range.range)
        let places = enter(loop)
        let condition = plan(shape.condition).step
        leave(places)
        let (decider, ranges) = (shape.decider, (left: expression.range, right: shape.condition.range))
        let (id, body) = (expression.id, loop.step.bodyIDs)
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), pairs: places.second != nil, sourceRange)
            guard let elements = found else { return outcome }
            var result = Value.bool(!decider)
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                frame.enter(elements, index, places)
                let value = condition(&frame)
                if case .bool(let holds) = value {
                    guard holds == decider else { continue }
                    frame.recorder?.note(LoopDecision(index: index, element: elements.element(index)), of: id)
                    frame.leave(places)
                    return value
                }
                result = .junction(result, value, decider: decider, ranges)
            }
            frame.recorder?.forget(body)
            frame.leave(places)
            return result
        }
    }
}

/// A loop that one element can decide, as `all` and `exists` make it.
private struct QuantifierShape {
    /// What is asked of each element.
    let condition: Expression
    /// The answer that decides.
    let decider: Bool

    init?(_ loop: Expression.Comprehension) {
        guard case .constant(.bool(let initial)) = loop.initial.node, loop.result.isName(loop.accumulator),
            case .call(InternalFunction.notStrictlyFalse, nil, let asked) = loop.condition.node, asked.count == 1,
            case .call(initial ? Operator.and : Operator.or, nil, let sides) = loop.step.node, sides.count == 2,
            sides[0].isName(loop.accumulator), !sides[1].mentions(loop.accumulator),
            QuantifierShape.isOpen(asked[0], loop.accumulator, initial: initial)
        else { return nil }
        condition = sides[1]
        decider = !initial
    }

    /// Whether the loop goes on for as long as the accumulator is what it began with.
    private static func isOpen(_ asked: Expression, _ accumulator: String, initial: Bool) -> Bool {
        if initial { return asked.isName(accumulator) }
        guard case .call(Operator.not, nil, let operand) = asked.node, operand.count == 1 else { return false }
        return operand[0].isName(accumulator)
    }
}

// MARK: - map and filter

private extension Planner {
    @inline(never)
    mutating func gathered(_ loop: Expression.Comprehension, _ shape: GatheringShape) -> Step {
        let (source, sourceRange) = (plan(loop.range).step, loop.range.range)
        let places = enter(loop)
        let condition = shape.condition.map { plan($0).step }
        let conditionRange = shape.condition?.range ?? sourceRange
        let element = plan(shape.element).step
        leave(places)
        let body = loop.step.bodyIDs
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), pairs: places.second != nil, sourceRange)
            guard let elements = found else { return outcome }
            var gathered: [Value] = []
            if condition == nil { gathered.reserveCapacity(elements.count) }
            var abnormal: Value?
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                frame.enter(elements, index, places)
                if let condition {
                    let value = condition(&frame)
                    guard case .bool(let holds) = value else {
                        abnormal = .outcome(
                            abnormal, value.isKnown ? .failed(.conditionExpected(value.type), conditionRange) : value)
                        continue
                    }
                    if !holds { continue }
                }
                let value = element(&frame)
                frame.charge(holding: value)
                if value.isKnown { gathered.append(value) } else { abnormal = .outcome(abnormal, value) }
            }
            frame.recorder?.forget(body)
            frame.leave(places)
            return abnormal ?? .list(gathered)
        }
    }
}

/// A loop that gathers a list, as `map` and `filter` make it.
private struct GatheringShape {
    /// Which elements are taken; nil for all.
    let condition: Expression?
    /// What is gathered of each.
    let element: Expression

    init?(_ loop: Expression.Comprehension) {
        guard case .list(let initial) = loop.initial.node, initial.isEmpty, loop.condition.isTrue,
            loop.result.isName(loop.accumulator)
        else { return nil }
        var appended = loop.step
        if case .call(Operator.conditional, nil, let branches) = loop.step.node {
            guard branches.count == 3, branches[2].isName(loop.accumulator) else { return nil }
            (condition, appended) = (branches[0], branches[1])
        } else {
            condition = nil
        }
        guard case .call(InternalFunction.append, nil, let arguments) = appended.node, arguments.count == 2,
            arguments[0].isName(loop.accumulator), !arguments[1].mentions(loop.accumulator),
            condition?.mentions(loop.accumulator) != true
        else { return nil }
        element = arguments[1]
    }
}

// MARK: - All others

private extension Planner {
    @inline(never)
    mutating func fold(_ loop: Expression.Comprehension) -> Step {
        let (source, sourceRange) = (plan(loop.range).step, loop.range.range)
        let initial = plan(loop.initial).step
        let folded = enter(loop.accumulator)
        let places = enter(loop)
        let condition: Step? = loop.condition.isTrue ? nil : plan(loop.condition).step
        let step = plan(loop.step).step
        leave(places)
        let result = plan(loop.result).step
        leave()
        let body = loop.step.bodyIDs
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), pairs: places.second != nil, sourceRange)
            guard let elements = found else { return outcome }
            let first = initial(&frame)
            frame.setLocal(folded, first)
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                frame.enter(elements, index, places)
                if let condition, case .bool(false) = condition(&frame) { break }
                let next = step(&frame)
                frame.setLocal(folded, next)
            }
            frame.leave(places)
            frame.recorder?.forget(body)
            let answer = result(&frame)
            frame.clearLocal(folded)
            return answer
        }
    }
}

extension Planner {
    /// `@append(list, element)`, which grows a loop's own accumulator in place.
    @inline(never)
    mutating func append(_ arguments: [Expression], _ range: Range<Int>) -> Step {
        let element = plan(arguments[1]).step
        guard case .identifier(let name) = arguments[0].node, let place = place(of: name) else {
            let list = plan(arguments[0]).step
            return Step { frame in
                let elements = list(&frame)
                return elements.appending(element(&frame), range)
            }
        }
        return Step { frame in
            frame.charge()
            let value = element(&frame)
            frame.charge(holding: value)
            guard value.isKnown else { return frame.local(place).appending(value, range) }
            let folded = frame.takeLocal(place)
            return folded.grown(by: value, range)
        }
    }

    /// `@insert(map, key, value)`, which grows a loop's own accumulator in place.
    @inline(never)
    mutating func insert(_ arguments: [Expression], _ range: Range<Int>) -> Step? {
        guard case .identifier(let name) = arguments[0].node, let place = place(of: name) else { return nil }
        let (key, value) = (plan(arguments[1]).step, plan(arguments[2]).step)
        return Step { frame in
            frame.charge()
            let (key, value) = (key(&frame), value(&frame))
            frame.charge(holding: value)
            guard key.isKnown, value.isKnown else {
                let entry = key.isKnown ? value : (value.isKnown ? key : .outcome(key, value))
                let folded = frame.local(place)
                return folded.isKnown ? entry : .outcome(folded, entry)
            }
            let folded = frame.takeLocal(place)
            guard case .map(var map) = folded else { return folded }
            do throws(EvaluationError) {
                try map.insert(value, for: key)
                return .map(map)
            } catch {
                return .failed(error, range)
            }
        }
    }
}

private extension Value {
    /// The list with one more element, in place where nobody else holds the list.
    consuming func grown(by element: Value, _ range: Range<Int>) -> Value {
        guard case .list(var elements) = consume self else { return .failed(.wrongKind, range) }
        elements.append(element)
        return .list(elements)
    }

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
