import CEL
import TestSupport

/// Makes up expressions of every kind of node that a text can write, as trees without macro calls.
struct RandomExpression {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func make(depth: Int = 8) -> Expression {
        let kind = Int.random(in: 0..<(depth > 1 ? 24 : 6), using: &random)
        switch kind {
        case 0...2: return .constant(constant())
        case 3...5: return .identifier(pick(["a", "b", "x", ".a", "for_", "_x1", "int", "e5"]))
        case 6...10: return binary(depth)
        case 11: return .call(pick(["!_", "-_"]), [make(depth: depth - 1)])
        case 12: return .conditional(make(depth: depth - 1), make(depth: depth - 2), make(depth: depth - 1))
        case 13, 14: return select(depth, isTest: kind == 14)
        case 15: return .call(pick(["_[_]", "_[?_]"]), [make(depth: depth - 1), make(depth: depth - 2)])
        case 16: return .call("_?._", [make(depth: depth - 1), .constant(.string(fieldName()))])
        case 17: return .call(pick(["f", ".g", "size", "in_"]), makeSome(depth) { $0.make(depth: $1) })
        case 18: return .member(pick(["f", "g", "for", "size"]), of: make(depth: depth - 1), makeSome(depth) { $0.make(depth: $1) })
        case 19: return .list(makeSome(depth) { $0.part($1) })
        case 20: return .map(makeSome(depth) { .init(key: $0.make(depth: $1), value: $0.part($1)) })
        case 21:
            return .record(pick(["T", "acme.T", ".acme.T"]), makeSome(depth) { .init(name: $0.fieldName(), value: $0.part($1)) })
        default: return loop(depth)
        }
    }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    private mutating func makeSome<T>(_ depth: Int, _ one: (inout Self, Int) -> T) -> [T] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in one(&self, depth - 1) }
    }

    private mutating func part(_ depth: Int) -> Expression {
        let value = make(depth: depth)
        return Bool.random(using: &random) ? value : .call("?_", [value])
    }

    private mutating func fieldName() -> String {
        pick(["f", "name", "for", "in", "true", "null", "a-b", "a.b", "1st", "x y", "/", "_"])
    }

    private mutating func select(_ depth: Int, isTest: Bool) -> Expression {
        let operand = make(depth: depth - 1)
        return isTest ? .has(operand, field: fieldName()) : .select(operand, field: fieldName())
    }

    private mutating func binary(_ depth: Int) -> Expression {
        let function = pick([
            "_+_", "_-_", "_*_", "_/_", "_%_", "_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_", "@in", "_&&_", "_||_", "_&&_", "_||_",
        ])
        return .call(function, [make(depth: depth - 1), make(depth: depth - 1)])
    }
}

// MARK: - Constants

private extension RandomExpression {
    mutating func constant() -> Value {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .int(pick([0, 1, -1, .min, .max, 42]))
        case 3: .int(Int64(bitPattern: random.next()))
        case 4: .uint(pick([0, 1, .max, random.next()]))
        case 5: .double(pick([0, -0.0, 1, -1, 0.1, 1e300, -1e300, .leastNonzeroMagnitude, 1.7976931348623157e308, 1e16, 123_456_789, 1e-7]))
        case 6: .double(finite())
        case 7: .bytes((0..<Int.random(in: 0...6, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        default: .string(text())
        }
    }

    mutating func finite() -> Double {
        let number = Double(bitPattern: random.next())
        return number.isFinite ? number : 0.5
    }

    mutating func text() -> String {
        let strange: [Unicode.Scalar] = [
            "'", "\"", "\\", "\n", "\r", "\t", "\0", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}", "\u{FEFF}", "e", "\u{301}", "医", "院",
            "🐱", "\u{200D}", "`", "?", "a", " ", "\u{E000}", "\u{10FFFF}", "{", "}",
        ]
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...5, using: &random) { view.append(pick(strange)) }
        return String(view)
    }
}

// MARK: - Loops in the shapes of the standard macros

private extension RandomExpression {
    mutating func loop(_ depth: Int) -> Expression {
        let range = make(depth: depth - 1)
        let folded = Expression.identifier("@result")
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return quantifier(range, true, folded, "_&&_", [folded, make(depth: depth - 2)])
        case 1: return quantifier(range, false, .call("!_", [folded]), "_||_", [folded, make(depth: depth - 2)])
        case 2: return collecting(range, nil, make(depth: depth - 2))
        case 3: return collecting(range, make(depth: depth - 2), .call("_+_", [make(depth: depth - 2), .identifier("x")]))
        case 4: return .call("@is_single", [collecting(range, make(depth: depth - 2), .identifier("x"))])
        default: return collecting(range, make(depth: depth - 2), .identifier("x"))
        }
    }

    func quantifier(_ range: Expression, _ initial: Bool, _ open: Expression, _ fold: String, _ operands: [Expression]) -> Expression {
        .comprehension(
            .init(
                variable: "x", range: range, accumulator: "@result", initial: .constant(.bool(initial)),
                condition: .call("@not_strictly_false", [open]), step: .call(fold, operands), result: .identifier("@result")))
    }

    func collecting(_ range: Expression, _ condition: Expression?, _ element: Expression) -> Expression {
        let folded = Expression.identifier("@result")
        let appended = Expression.call("@append", [folded, element])
        return .comprehension(
            .init(
                variable: "x", range: range, accumulator: "@result", initial: .list([]), condition: .constant(.bool(true)),
                step: condition.map { .conditional($0, appended, folded) } ?? appended, result: folded))
    }
}

extension Expression {
    /// The same tree without a word of the macros that made it.
    var withoutMacroCalls: Expression { mapChildren { $0.withoutMacroCalls } }
}
