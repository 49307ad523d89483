/// Loops. Those that the standard macros make are recognised and run without an accumulator; all others fold as the
/// language definition says.
extension Planner {
    /// The places of a loop's variables.
    struct Places {
        let first: Int
        let second: Int?
    }

    @inline(never)
    mutating func comprehension(_ expression: Expression) -> Step {
        guard case .comprehension(let loop) = expression.node else { return Step { _ in .null } }
        return step(loop, LoopShape(loop), expression)
    }

    @inline(never)
    private mutating func step(_ loop: Expression.Comprehension, _ shape: LoopShape?, _ expression: Expression) -> Step {
        switch shape {
        case .quantifier(let condition, let decider): quantified(loop, condition, decider, expression)
        case .gathering(let condition, let element): gathered(loop, condition, element)
        case nil: fold(loop)
        }
    }

    /// The step of one of a loop's parts. Kept apart, so that what planning gives besides takes no room on the stack.
    @inline(never)
    fileprivate mutating func plannedStep(of part: Expression) -> Step { plan(part).step }

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
        _ loop: Expression.Comprehension, _ asked: Expression, _ decider: Bool, _ expression: Expression
    ) -> Step {
        let (source, sourceRange) = (plannedStep(of: loop.range), loop.range.range)
        let places = enter(loop)
        let condition = plannedStep(of: asked)
        leave(places)
        let ranges = (left: expression.range, right: asked.range)
        let id = expression.id
        let isRecorded = isRecording
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), sourceRange)
            guard let elements = found else { return outcome }
            var result = Value.bool(!decider)
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                let doubt = frame.enter(elements, index, places)
                let start = isRecorded ? frame.recorder?.time ?? 0 : 0
                var value = condition(&frame)
                if let doubt, value.isKnown, value != .bool(!decider) { value = .unknown(doubt) }
                if case .bool(let holds) = value {
                    guard holds == decider else { continue }
                    if isRecorded {
                        let decision = LoopDecision(index: index, element: elements.element(index))
                        frame.recorder?.note(decision, of: id, since: start + 1)
                    }
                    frame.leave(places)
                    return value
                }
                result = .junction(result, value, decider: decider, ranges)
            }
            if isRecorded { frame.recorder?.note(nil, of: id, since: 0) }
            frame.leave(places)
            return result
        }
    }
}

// MARK: - map and filter

private extension Planner {
    @inline(never)
    mutating func gathered(_ loop: Expression.Comprehension, _ taken: Expression?, _ made: Expression) -> Step {
        let (source, sourceRange) = (plannedStep(of: loop.range), loop.range.range)
        let places = enter(loop)
        let condition = taken.map { plannedStep(of: $0) }
        let conditionRange = taken?.range ?? sourceRange
        let element = plannedStep(of: made)
        let (madeRange, isHeld) = (made.range, made.isHeld)
        // An element that is passed on as it is makes nothing larger than what is gone over.
        let isPassedOn = made.isName(loop.secondVariable ?? loop.variable)
        leave(places)
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), sourceRange)
            guard let elements = found else { return outcome }
            var gathered: [Value] = []
            if condition == nil { gathered.reserveCapacity(elements.count) }
            var abnormal: Value?
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                let doubt = frame.enter(elements, index, places)
                if let condition {
                    let value = condition(&frame)
                    guard case .bool(let holds) = value else {
                        abnormal = .outcome(
                            abnormal, value.isKnown ? .failed(.conditionExpected(value.type), conditionRange) : value)
                        if abnormal.isError { break }
                        continue
                    }
                    if !holds { continue }
                }
                var value = element(&frame)
                if !isPassedOn { value = frame.holding(value, madeRange) }
                if let doubt { value = .doubted(value, doubt, isHeld: isHeld) }
                if value.isKnown {
                    gathered.append(value)
                } else {
                    // An error outdoes whatever comes after it.
                    abnormal = .outcome(abnormal, value)
                    if abnormal.isError { break }
                }
            }
            frame.leave(places)
            return abnormal ?? .list(gathered)
        }
    }
}

// MARK: - All others

private extension Planner {
    @inline(never)
    mutating func fold(_ loop: Expression.Comprehension) -> Step {
        let (source, sourceRange) = (plannedStep(of: loop.range), loop.range.range)
        let initial = plannedStep(of: loop.initial)
        let folded = enter(loop.accumulator)
        let places = enter(loop)
        let condition: Step? = loop.condition.isTrue ? nil : plannedStep(of: loop.condition)
        let step = plannedStep(of: loop.step)
        let isHeld = loop.appended(by: loop.step)?.isHeld ?? false
        leave(places)
        let result = plannedStep(of: loop.result)
        leave()
        return Step { frame in
            let (found, outcome) = LoopElements.of(source(&frame), sourceRange)
            guard let elements = found else { return outcome }
            let first = initial(&frame)
            frame.setLocal(folded, first)
            for index in 0..<elements.count {
                frame.charge()
                if frame.isExhausted { break }
                let doubt = frame.enter(elements, index, places)
                if let condition, case .bool(false) = condition(&frame) { break }
                let next = step(&frame)
                if let doubt {
                    frame.setLocal(folded, next.doubtingLast(doubt, isHeld: isHeld))
                } else {
                    frame.setLocal(folded, next)
                }
            }
            frame.leave(places)
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
        let element = plannedStep(of: arguments[1])
        guard case .identifier(let name) = arguments[0].node, let place = place(of: name) else {
            let list = plannedStep(of: arguments[0])
            return Step { frame in
                let elements = list(&frame)
                return elements.appending(element(&frame), range)
            }
        }
        return Step { frame in
            frame.charge()
            let value = frame.holding(element(&frame), range)
            guard value.isKnown else { return frame.local(place).appending(value, range) }
            guard frame.local(place).isKnown else { return frame.local(place) }
            let folded = frame.takeLocal(place)
            return folded.grown(by: value, range)
        }
    }

    /// `@insert(map, key, value)`, which grows a loop's own accumulator in place.
    @inline(never)
    mutating func insert(_ arguments: [Expression], _ range: Range<Int>) -> Step? {
        guard case .identifier(let name) = arguments[0].node, let place = place(of: name) else { return nil }
        let (key, value) = (plannedStep(of: arguments[1]), plannedStep(of: arguments[2]))
        return Step { frame in
            frame.charge()
            let (key, value) = (key(&frame), frame.holding(value(&frame), range))
            guard key.isKnown, value.isKnown else {
                let entry = key.isKnown ? value : (value.isKnown ? key : .outcome(key, value))
                let folded = frame.local(place)
                return folded.isKnown ? entry : .outcome(folded, entry)
            }
            guard frame.local(place).isKnown else { return frame.local(place) }
            let folded = frame.takeLocal(place)
            return folded.grown(by: value, for: key, range)
        }
    }
}

private extension Value? {
    var isError: Bool {
        if case .error = self { true } else { false }
    }
}

private extension Value {
    /// What a loop makes of a doubtful element: as doubtful, where the list can hold that.
    static func doubted(_ value: Value, _ causes: UnknownSet, isHeld: Bool) -> Value {
        guard isHeld else { return .unknown(value.unknownCauses.map(causes.union) ?? causes) }
        return .object(DoubtfulElement(value, causes: causes))
    }

    private var unknownCauses: UnknownSet? { if case .unknown(let causes) = self { causes } else { nil } }

    /// What a loop gathered, the last of it made of a doubtful element; unknown for what cannot hold such.
    consuming func doubtingLast(_ causes: UnknownSet, isHeld: Bool) -> Value {
        guard isHeld else { return .doubted(self, causes, isHeld: false) }
        switch consume self {
        case .list(var elements) where !elements.isEmpty:
            elements[elements.count - 1] = .doubted(elements[elements.count - 1], causes, isHeld: true)
            return .list(elements)
        case let other: return .doubted(other, causes, isHeld: false)
        }
    }

    /// The list with one more element, in place where nobody else holds the list.
    consuming func grown(by element: Value, _ range: Range<Int>) -> Value {
        guard case .list(var elements) = consume self else { return .failed(.wrongKind, range) }
        elements.append(element)
        return .list(elements)
    }

    /// The map with one more entry, in place where nobody else holds the map.
    consuming func grown(by value: Value, for key: Value, _ range: Range<Int>) -> Value {
        guard case .map(var map) = consume self else { return .failed(.wrongKind, range) }
        do throws(EvaluationError) {
            try map.insert(value, for: key)
            return .map(map)
        } catch {
            return .failed(error, range)
        }
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
