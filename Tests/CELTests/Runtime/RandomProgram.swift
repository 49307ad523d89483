import CEL
import TestSupport

/// Makes up texts of expressions over variables of all kinds, and values for these variables.
///
/// Most are well typed; here and there a part is of a kind that does not fit. Loops nest, and their variables hide
/// each other and the variables of the environment.
struct RandomProgram {
    enum Kind: CaseIterable {
        case int, uint, double, bool, string, bytes, ints, strings, map, optional, any
    }

    static let types: [String: CEL.`Type`] = [
        "i": .int, "j": .int, "u": .uint, "d": .double, "e": .double, "p": .bool, "q": .bool, "s": .string, "t": .string,
        "b": .bytes, "l": .list(.int), "ls": .list(.string), "n": .list(.dyn), "m": .map(key: .string, value: .int),
        "o": .optional(.int), "r": .dyn, "c.f": .int,
    ]

    static let environment = Environment(
        libraries: [StandardLibrary(), BindingsLibrary(), TwoVariableLibrary(), OptionalsLibrary()], variables: types,
        limits: Limits(cost: 2_000_000))

    private var random: SeededGenerator
    private var scope: [(name: String, kind: Kind)] = []

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func text() -> String { make(pick(Kind.allCases), pick([2, 3, 3, 4, 4, 5])) }

    mutating func text(_ kind: Kind, depth: Int) -> String { make(kind, depth) }

    /// A loop that one element can decide, within other parts of a condition.
    mutating func decidableText(depth: Int) -> String {
        let loop = quantifier(depth)
        return chance(50) ? loop : "(\(make(.bool, depth - 2)) \(pick(["&&", "||"])) \(loop))"
    }

    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func make(_ wanted: Kind, _ depth: Int) -> String {
        let kind = chance(3) ? pick(Kind.allCases) : wanted
        if depth <= 0 || chance(10) { return leaf(kind) }
        if chance(12) { return general(kind, depth) }
        switch kind {
        case .int: return int(depth)
        case .uint: return number(kind, depth, ["uint(\(make(.int, depth - 1)))"])
        case .double: return number(kind, depth, ["double(\(make(.int, depth - 1)))"])
        case .bool: return bool(depth)
        case .string: return string(depth)
        case .bytes: return pick(["(\(make(.bytes, depth - 1)) + \(leaf(.bytes)))", "bytes(\(make(.string, depth - 1)))"])
        case .ints: return ints(depth)
        case .strings: return strings(depth)
        case .map: return map(depth)
        case .optional: return optional(depth)
        case .any: return chance(30) ? "dyn(\(make(pick(Kind.allCases), depth - 1)))" : make(pick(Kind.allCases), depth - 1)
        }
    }
}

// MARK: - Leaves

private extension RandomProgram {
    mutating func leaf(_ kind: Kind) -> String {
        let bound = scope.filter { $0.kind == kind }.map(\.name)
        if !bound.isEmpty, chance(70) { return pick(bound) }
        switch kind {
        case .int: return pick(["i", "j", ".i", "c.f", "0", "1", "2", "-1", "3", "9223372036854775807", "-9223372036854775808"])
        case .uint: return pick(["u", "0u", "1u", "2u", "18446744073709551615u"])
        case .double: return pick(["d", "e", "0.0", "-0.0", "1.0", "1.5", "1e300", "9223372036854775808.0"])
        case .bool: return pick(["p", "q", "true", "false", ".p"])
        case .string: return pick(["s", "t", "''", "'a'", "'准绳'", "'e\\u0301'", "'\\u00e9'", "'k'", "'1'"])
        case .bytes: return pick(["b", "b''", "b'a'", "b'\\xff'"])
        case .ints: return pick(["l", "[]", "[1, 2, 3]", "[0]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"])
        case .strings: return pick(["ls", "['a', '医']", "['']", "[s, t]"])
        case .map: return pick(["m", "{}", "{'k': 1}", "{'a': 0, 'k': 2}"])
        case .optional: return pick(["o", "optional.none()", "optional.of(1)"])
        case .any: return pick(["r", "n", "null", "i", "n[0]", "r.k", "int", "[null, 1.0, 'a']", "{1: 'a', true: 2}", "r.k.a"])
        }
    }

    mutating func name() -> String { pick(["x", "y", "i", "s", "l", "r", "x"]) }
}

// MARK: - Composites

private extension RandomProgram {
    mutating func general(_ kind: Kind, _ depth: Int) -> String {
        switch pick([0, 1, 2, 3]) {
        case 0: return "(\(make(.bool, depth - 1)) ? \(make(kind, depth - 1)) : \(make(kind, depth - 1)))"
        case 1:
            let (bound, name) = (pick(Kind.allCases), name())
            let value = make(bound, depth - 1)
            return "cel.bind(\(name), \(value), \(within([(name, bound)]) { $0.make(kind, depth - 1) }))"
        case 2: return "[\(make(kind, depth - 1)), \(make(kind, depth - 2))][\(pick(["0", "1", "i", "0u", "1.0", "2"]))]"
        default: return "{'k': \(make(kind, depth - 1))}\(pick([".k", "['k']", ".x"]))"
        }
    }

    mutating func within(_ names: [(String, Kind)], _ body: (inout Self) -> String) -> String {
        scope += names.map { ($0.0, $0.1) }
        defer { scope.removeLast(names.count) }
        return body(&self)
    }

    mutating func number(_ kind: Kind, _ depth: Int, _ others: [String]) -> String {
        if chance(25) { return pick(others) }
        return "(\(make(kind, depth - 1)) \(pick(["+", "-", "*", "/", "%"])) \(make(kind, depth - 1)))"
    }

    mutating func int(_ depth: Int) -> String {
        switch pick([0, 1, 2, 3, 4, 5, 6, 7]) {
        case 0: return "size(\(make(pick([.string, .ints, .map, .bytes]), depth - 1)))"
        case 1: return "\(make(pick([.string, .ints, .map, .strings]), depth - 1)).size()"
        case 2: return "\(make(.ints, depth - 1))[\(make(.int, depth - 1))]"
        case 3: return "\(make(.map, depth - 1))\(pick([".k", ".a", "['a']"]))"
        case 4: return "int(\(make(pick([.uint, .double, .string, .int]), depth - 1)))"
        case 5: return "\(make(.optional, depth - 1)).\(pick(["orValue(\(make(.int, depth - 1)))", "value()"]))"
        default: return number(.int, depth, ["-\(make(.int, depth - 1))"])
        }
    }

    mutating func bool(_ depth: Int) -> String {
        switch pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
        case 0, 1: return "(\(make(.bool, depth - 1)) \(pick(["&&", "||"])) \(make(.bool, depth - 1)))"
        case 2: return "!\(make(.bool, depth - 1))"
        case 3, 4: return comparison(depth)
        case 5, 6, 7: return quantifier(depth)
        case 8: return "(\(make(.any, depth - 1)) in \(make(pick([.ints, .strings, .map, .any]), depth - 1)))"
        case 9: return pick(["has(\(make(.map, depth - 1)).k)", "has(r.k)", "has(r.k.a)", "\(make(.optional, depth - 1)).hasValue()"])
        default:
            return "\(make(.string, depth - 1)).\(pick(["contains", "startsWith", "endsWith", "matches"]))(\(leaf(.string)))"
        }
    }

    mutating func comparison(_ depth: Int) -> String {
        let kind = pick([Kind.int, .int, .double, .uint, .string, .bool, .bytes, .any, .ints, .map, .optional])
        let other = chance(25) ? pick([Kind.int, .uint, .double]) : kind
        return "(\(make(kind, depth - 1)) \(pick(["==", "!=", "==", "<", "<=", ">", ">="])) \(make(other, depth - 1)))"
    }

    mutating func quantifier(_ depth: Int) -> String {
        let (list, element) = pick([(Kind.ints, Kind.int), (.strings, .string), (.map, .string), (.any, .any)])
        let range = make(list, depth - 1)
        if chance(30) {
            let names = twoNames()
            let kinds: (Kind, Kind) = list == .map ? (.string, .int) : (.int, element)
            let body = within([(names.0, kinds.0), (names.1, kinds.1)]) { $0.make(.bool, depth - 1) }
            return "\(range).\(pick(["all", "exists", "existsOne"]))(\(names.0), \(names.1), \(body))"
        }
        let name = name()
        let body = within([(name, element)]) { $0.make(.bool, depth - 1) }
        return "\(range).\(pick(["all", "exists", "exists_one"]))(\(name), \(body))"
    }

    mutating func twoNames() -> (String, String) {
        let first = name()
        let second = pick(["v", "w", "x", "i"].filter { $0 != first })
        return (first, second)
    }

    mutating func string(_ depth: Int) -> String {
        switch pick([0, 1, 2]) {
        case 0: return "(\(make(.string, depth - 1)) + \(make(.string, depth - 1)))"
        case 1: return "string(\(make(pick([.int, .uint, .double, .bool, .bytes, .string]), depth - 1)))"
        default: return "\(make(.strings, depth - 1))[\(make(.int, depth - 2))]"
        }
    }

    mutating func ints(_ depth: Int) -> String {
        switch pick([0, 1, 2, 3, 4, 5]) {
        case 0: return "[\(make(.int, depth - 1)), \(make(.int, depth - 2))]"
        case 1: return "[?\(make(.optional, depth - 1)), \(make(.int, depth - 2))]"
        case 2: return "(\(make(.ints, depth - 1)) + \(make(.ints, depth - 1)))"
        default: return gathering(.ints, .int, .int, depth)
        }
    }

    mutating func strings(_ depth: Int) -> String {
        if chance(40) { return "[\(make(.string, depth - 1)), \(make(.string, depth - 2))]" }
        return gathering(pick([.strings, .map]), .string, .string, depth)
    }

    /// A loop that makes a list.
    mutating func gathering(_ list: Kind, _ element: Kind, _ made: Kind, _ depth: Int) -> String {
        let range = make(list, depth - 1)
        if chance(25) {
            let names = twoNames()
            let body = within([(names.0, list == .map ? .string : .int), (names.1, list == .map ? .int : element)]) {
                let condition = $0.chance(40) ? $0.make(.bool, depth - 2) + ", " : ""
                return condition + $0.make(made, depth - 1)
            }
            return "\(range).transformList(\(names.0), \(names.1), \(body))"
        }
        let name = name()
        return within([(name, element)]) {
            switch $0.pick([0, 1, 2]) {
            case 0: "\(range).map(\(name), \($0.make(made, depth - 1)))"
            case 1: "\(range).filter(\(name), \($0.make(.bool, depth - 1)))"
            default: "\(range).map(\(name), \($0.make(.bool, depth - 2)), \($0.make(made, depth - 1)))"
            }
        }
    }

    mutating func map(_ depth: Int) -> String {
        switch pick([0, 1, 2]) {
        case 0:
            let optional = chance(30)
            let value = make(optional ? .optional : .int, depth - 1)
            return "{\(optional ? "?" : "")\(make(.string, depth - 2)): \(value), 'z': \(make(.int, depth - 2))}"
        case 1:
            let range = make(.map, depth - 1)
            let names = twoNames()
            return within([(names.0, .string), (names.1, .int)]) {
                let condition = $0.chance(40) ? $0.make(.bool, depth - 2) + ", " : ""
                return "\(range).transformMap(\(names.0), \(names.1), \(condition)\($0.make(.int, depth - 1)))"
            }
        default:
            let range = make(.ints, depth - 1)
            let names = twoNames()
            return within([(names.0, .int), (names.1, .int)]) {
                "\(range).transformMapEntry(\(names.0), \(names.1), {string(\(names.0)): \($0.make(.int, depth - 1))})"
            }
        }
    }

    mutating func optional(_ depth: Int) -> String {
        switch pick([0, 1, 2, 3, 4, 5]) {
        case 0: return "optional.of(\(make(.int, depth - 1)))"
        case 1: return "\(make(.ints, depth - 1))[?\(make(.int, depth - 1))]"
        case 2: return "\(make(pick([.map, .map, .any]), depth - 1)).?\(pick(["k", "a", "x"]))"
        case 3: return "\(make(.optional, depth - 1)).or(\(make(.optional, depth - 1)))"
        case 4: return "\(make(.map, depth - 1))[?\(make(.string, depth - 1))]"
        default:
            let (target, name) = (make(.optional, depth - 1), name())
            return within([(name, .int)]) {
                $0.chance(70)
                    ? "\(target).optMap(\(name), \($0.make(.int, depth - 1)))"
                    : "\(target).optFlatMap(\(name), \($0.make(.optional, depth - 1)))"
            }
        }
    }
}

// MARK: - Values

extension RandomProgram {
    /// A value for each variable; where `someMissing`, a few have none.
    mutating func values(someMissing: Bool = true) -> [String: Value] {
        var values: [String: Value] = [:]
        for (name, type) in Self.types.sorted(by: { $0.key < $1.key }) {
            if someMissing, chance(2) { continue }
            values[name] = value(of: type)
        }
        return values
    }

    mutating func value(of type: CEL.`Type`, depth: Int = 2) -> Value {
        switch type {
        case .int: return .int(pick([0, 1, 2, -1, 3, .max, .min, .max - 1, 1 << 53 + 1, 7]))
        case .uint: return .uint(pick([0, 1, 2, .max, 1 << 63, 3]))
        case .double: return .double(pick([0, -0.0, 1, 1.5, .nan, .infinity, -.infinity, 0x1p53, 0x1p63, 3]))
        case .bool: return .bool(pick([true, false]))
        case .string: return .string(pick(["", "a", "k", "1", "准绳", "e\u{301}", "\u{e9}", "医院🐱", "\u{0}", "true"]))
        case .bytes: return .bytes(pick([[], [97], [0, 255], Array("医".utf8)]))
        case .list(let element): return .list(pick([0, 1, 3, 4]).elements { value(of: element, depth: depth - 1) })
        case .map(_, let inner):
            let keys = pick([["k"], ["a", "k"], [], ["准绳", "a"]])
            return .map((try? MapValue(keys.map { (.string($0), value(of: inner, depth: depth - 1)) })) ?? MapValue())
        case .abstract: return .optional(chance(40) ? nil : value(of: .int))
        default:
            let kinds: [CEL.`Type`] = [.int, .double, .string, .bool, .uint, .list(.dyn), .map(key: .string, value: .dyn)]
            return depth > 0 && chance(90) ? value(of: pick(kinds), depth: depth - 1) : .null
        }
    }
}

private extension Int {
    func elements(_ make: () -> Value) -> [Value] { (0..<self).map { _ in make() } }
}
