public import CEL
import Diagnostics

extension ConformanceTest {
    /// Runs the test.
    ///
    /// - Parameter libraries: What the expression may use.
    public func verdict(libraries: [any FunctionLibrary] = ConformanceLibraries.all) -> Verdict {
        switch definition {
        case .failure(let unknown):
            return Verdict(failure: .init(expected: "a test that the runner can read", actual: unknown.description))
        case .success(let definition):
            return definition.judged(definition.attempt(expression, in: definition.environment(libraries)))
        }
    }

    /// What the test's expression is parsed and checked in; nil for a test that the runner cannot read.
    public func environment(libraries: [any FunctionLibrary] = ConformanceLibraries.all) -> Environment? {
        try? definition.get().environment(libraries)
    }
}

/// How far an expression got.
private enum Attempt {
    case faults(Verdict.Stage, ExpressionFaults)
    /// Checked only.
    case checked(Type)
    case evaluated(Value, Type?, disagreement: String?)
}

private extension ConformanceTest.Definition {
    func environment(_ libraries: [any FunctionLibrary]) -> Environment {
        Environment(
            libraries: libraries + [declarations], variables: declarations.variables, container: container)
    }

    func attempt(_ text: String, in environment: Environment) -> Attempt {
        var stage = Verdict.Stage.parsing
        do throws(ExpressionFaults) {
            let expression = try environment.parse(text)
            let unchecked = environment.uncheckedProgram(expression)
            if isUnchecked { return .evaluated(unchecked.evaluate(bindings), nil, disagreement: nil) }
            stage = .checking
            let checked = try environment.check(expression)
            if isCheckOnly { return .checked(checked.type) }
            let value = environment.program(checked).evaluate(bindings)
            let other = unchecked.evaluate(bindings)
            return .evaluated(value, checked.type, disagreement: value.agrees(with: other) ? nil : other.words)
        } catch {
            return .faults(stage, error)
        }
    }

    func judged(_ attempt: Attempt) -> Verdict {
        switch attempt {
        case .faults(let stage, let faults):
            if case .error = expectation { return Verdict(errorStage: stage) }
            let words = faults.all.map { "\($0.code.rawValue): \($0.message.en)" }.joined(separator: "; ")
            return Verdict(failure: .init(expected: expectation.words, actual: "an error of \(stage): \(words)"))
        case .checked(let type):
            return Verdict(failure: failure(actual: "the type \(type)", isRight: isRight(nil, type)))
        case .evaluated(let value, let type, let disagreement):
            let failure = failure(actual: words(value, type), isRight: isRight(value, type))
            let stage: Verdict.Stage? = failure == nil && value.isError ? .evaluation : nil
            return Verdict(failure: failure, errorStage: stage, disagreement: disagreement)
        }
    }

    func failure(actual: String, isRight: Bool) -> Verdict.Failure? {
        isRight ? nil : Verdict.Failure(expected: expectation.words, actual: actual)
    }

    func words(_ value: Value, _ type: Type?) -> String {
        guard case .typed = expectation, let type else { return value.words }
        return "\(value.words) of the type \(type)"
    }

    func isRight(_ value: Value?, _ type: Type?) -> Bool {
        switch expectation {
        case .error: value?.isError ?? false
        case .value(let expected): value?.isIdentical(to: expected) ?? false
        case .typed(let expectedType, let expected):
            type == expectedType && (isCheckOnly || expected.map { value?.isIdentical(to: $0) ?? false } ?? true)
        }
    }
}

private extension ConformanceTest.Expectation {
    var words: String {
        switch self {
        case .value(let value): value.words
        case .typed(let type, let value): value.map { "\($0.words) of the type \(type)" } ?? "the type \(type)"
        case .error: "an error"
        }
    }
}

private extension Value {
    var isError: Bool {
        if case .error = self { return true }
        return false
    }

    var words: String {
        guard case .error(let error) = self else { return description }
        return "an error of evaluation: \(error.code.rawValue): \(error.message.en)"
    }

    /// Whether two evaluations of the same came to the same; which error it is does not count.
    func agrees(with other: Value) -> Bool { (isError && other.isError) || isIdentical(to: other) }
}
