import CEL
import Diagnostics
import Testing

@Suite("Hostile expressions end within their cost, in bounded time, on a small stack")
struct CostTests {
    private static let environment = Environment(
        libraries: [
            StandardLibrary(), BindingsLibrary(), BlockLibrary(), TwoVariableLibrary(), OptionalsLibrary(), ListsLibrary(),
            SetsLibrary(), StringsLibrary(), RegexLibrary(), EncodersLibrary(), MathLibrary(), NetworkLibrary(), AggregateLibrary(),
        ],
        variables: ["l": .list(.int), "big": .string, "x": .dyn], limits: Limits(cost: 1_000_000))

    private static let values: [String: Value] = [
        "l": .list((0..<100_000).map { .int($0) }), "big": .string(String(repeating: "医", count: 300_000)),
        "x": .list([.int(1)]),
    ]

    private static func chain(_ count: Int, _ link: (Int) -> String, from first: String, to last: String) -> String {
        var text = "cel.bind(v0, \(first), "
        for index in 1...count { text += "cel.bind(v\(index), \(link(index - 1)), " }
        return text + last.replacing("LAST", with: "v\(count)") + String(repeating: ")", count: count + 1)
    }

    private static func repeated(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

    /// Each with what it may come to: codes of faults and errors, or `value`.
    static let bombs: [(name: String, text: String, outcomes: Set<String>)] = [
        ("texts doubled by names", chain(60, { "v\($0) + v\($0)" }, from: "'xxxx'", to: "LAST.size()"), ["cost-limit"]),
        ("lists doubled by names", chain(60, { "[v\($0), v\($0)]" }, from: "[0]", to: "LAST.size()"), ["cost-limit"]),
        ("lists put together by names", chain(60, { "v\($0) + v\($0)" }, from: "[0]", to: "LAST.size()"), ["cost-limit"]),
        ("maps doubled by names", chain(60, { "{'a': v\($0), 'b': v\($0)}" }, from: "{'a': 0}", to: "LAST.size()"), ["cost-limit"]),
        ("optional values doubled", chain(60, { "optional.of([v\($0), v\($0)])" }, from: "optional.of([0])", to: "LAST == LAST"), ["cost-limit"]),
        ("doubled lists that are compared", chain(19, { "[v\($0), v\($0)]" }, from: "[0]", to: "LAST == LAST"), ["cost-limit"]),
        ("texts that replace nothing by themselves", chain(10, { "v\($0).replace('', v\($0))" }, from: "'xxxx'", to: "LAST.size()"), ["cost-limit", "result-too-large"]),
        ("texts joined by themselves", chain(10, { "[v\($0), v\($0), v\($0)].join(v\($0))" }, from: "'xxxx'", to: "LAST.size()"), ["cost-limit", "result-too-large", "value"]),
        ("texts written into themselves", chain(30, { "'%s%s%s'.format([v\($0), v\($0), v\($0)])" }, from: "'xxxx'", to: "LAST.size()"), ["cost-limit", "result-too-large"]),
        ("quotes of quotes", repeated("strings.quote(", 100) + "'\"'" + repeated(")", 100), ["cost-limit"]),
        ("texts encoded again and again", "big" + repeated("", 0) + ".size() > 0 ? " + repeated("base64.encode(bytes(", 60) + "big" + repeated("))", 60) + " : ''", ["cost-limit"]),
        ("slots of a block", "cel.block(['x', " + (0..<60).map { "cel.index(\($0)) + cel.index(\($0))" }.joined(separator: ", ") + "], cel.index(60).size())", ["cost-limit"]),
        ("names of optional values", "optional.of('x')" + repeated(".optMap(v, v + v)", 50), ["cost-limit", "nesting-too-deep"]),
        ("loops that double", "['x']" + repeated(".map(s, s + s)", 60), ["cost-limit"]),
        ("loops that nest", "l.map(a, l.map(b, l.map(c, [a, b, c])))", ["cost-limit"]),
        ("products", "l.exists(a, l.exists(b, l.exists(c, a + b + c < 0)))", ["cost-limit"]),
        ("loops with two names", "l.transformList(i, a, l.transformMap(j, b, l.all(c, c >= 0)))", ["cost-limit"]),
        ("a loop over nothing with a large body", "l.map(a, [].map(b, [" + repeated("b, ", 20_000) + "b]))", ["value", "cost-limit"]),
        ("a part that each turn skips", "l.exists(a, false && [" + repeated("a, ", 20_000) + "a].size() > 0)", ["value"]),
        ("members of long lists", "l.all(a, a in l)", ["cost-limit"]),
        ("a long constant list", "l.all(a, a in [" + (0..<10_000).map { "\($0)" }.joined(separator: ", ") + "])", ["value", "cost-limit"]),
        ("ranges", "lists.range(1000000).map(i, lists.range(1000000))", ["cost-limit"]),
        ("a range too long", "lists.range(9223372036854775807)", ["range-too-long"]),
        ("ranges as constants", "[" + repeated("lists.range(9000), ", 5_000) + "[0]]", ["cost-limit"]),
        ("flattening", "[[0]]" + repeated(".map(a, [a, a])", 40) + ".flatten(1000)", ["cost-limit", "no-such-overload"]),
        ("sorting", "l.map(i, -i).sort().reverse().sort().sortBy(i, -i).size()", ["cost-limit", "value"]),
        ("distinct texts", "l.map(i, big + string(i)).distinct()", ["cost-limit"]),
        ("sets of sets", "sets.equivalent(l.map(i, [i, l]), l.map(i, [l, i]))", ["cost-limit"]),
        ("patterns made anew", "l.exists(i, 'x'.matches(string(i)))", ["cost-limit"]),
        ("a long pattern", "big.matches('" + repeated("a|", 40_000) + "b')", ["bad-pattern", "cost-limit", "value"]),
        ("patterns that repeat", "big.matches('((((.*)*)*)*)*x')", ["value", "bad-pattern", "cost-limit"]),
        ("digits", "l.map(i, '%.1000f'.format([1.0 / double(i + 1)]))", ["cost-limit", "value"]),
        ("more digits than there are", "'%.999999999f'.format([1.0])", ["bad-format-precision"]),
        ("splitting", "l.map(i, big.split('')).size()", ["cost-limit"]),
        ("a long text as a key that is not there", "l.exists(i, {'a': 1}[big] == 1)", ["cost-limit"]),
        ("a long text that is asked for", "l.exists(i, big in {'a': 1})", ["cost-limit"]),
        ("a long text as an optional key", "l.exists(i, {'a': 1}[?big].hasValue())", ["cost-limit"]),
        ("a long optional value as a key", "l.exists(i, dyn({'a': 1})[dyn(optional.of(l))] == 1)", ["cost-limit", "no-such-key"]),
        ("a long text that is no number", "l.exists(i, int(big) == 1)", ["cost-limit"]),
        ("a long text that is no bool", "l.exists(i, bool(big))", ["bad-conversion", "cost-limit"]),
        ("a long field that is not there", "l.exists(i, {'a': 1}." + repeated("b", 90_000) + " == 1)", ["cost-limit"]),
        ("a long field that is tested", "l.exists(i, has({'a': 1}." + repeated("b", 90_000) + "))", ["cost-limit"]),
        ("many errors", "l.all(i, {'a': 1}.b == 1)", ["no-such-key", "cost-limit"]),
        ("maps as keys", "{{'a': 1}: 1}", ["unsupported-key"]),
        ("many names that are not there", "[" + repeated("zz, ", 24_000) + "zz]", ["undeclared-name"]),
        ("values within values by names", chain(100, { repeated("[", 100) + "v\($0)" + repeated("]", 100) }, from: "[dyn(0)]", to: "LAST == LAST"), ["nesting-too-deep", "value-too-deep"]),
        ("anything within values by names", chain(100, { repeated("[", 100) + "dyn(v\($0))" + repeated("]", 100) }, from: "[dyn(0)]", to: "dyn(LAST) == dyn(LAST)"), ["value-too-deep"]),
        ("optional values within others by names", chain(60, { repeated("optional.of(", 60) + "dyn(v\($0))" + repeated(")", 60) }, from: "dyn(0)", to: "LAST == LAST"), ["value-too-deep"]),
        ("maps within maps by names", chain(60, { repeated("{'a': ", 60) + "dyn(v\($0))" + repeated("}", 60) }, from: "dyn(0)", to: "LAST == LAST"), ["value-too-deep"]),
        ("brackets", repeated("(", 100_000) + "1" + repeated(")", 100_000), ["nesting-too-deep", "expression-too-long"]),
        ("ten million bytes", repeated("1 + ", 2_500_000) + "1", ["expression-too-long"]),
        ("ten million bytes of text", "'" + repeated("医", 3_300_000) + "'", ["expression-too-long"]),
        ("a chain of conditions", repeated("true && ", 12_000) + "true", ["value"]),
        ("a chain of fields and indices", "x" + repeated("[0].a", 19_000), ["nesting-too-deep"]),
        ("signs", repeated("-", 99_000) + "x", ["nesting-too-deep"]),
        ("conditionals in the middle", repeated("(true ? ", 7_000) + "1" + repeated(" : 1)", 7_000), ["nesting-too-deep"]),
        ("addresses", "l.exists(i, ip.isCanonical(big))", ["cost-limit", "bad-address", "bad-ip", "value", "invalid-address"]),
    ]

    // The limit catches what never ends; how long the rest waits for its turn is the machine's affair.
    @Test("checked, unchecked, traced and in part", .timeLimit(.minutes(5)), arguments: bombs.map(\.name))
    func bomb(name: String) async throws {
        let bomb = try #require(Self.bombs.first { $0.name == name })
        let outcomes = await SmallStack.run { Self.outcomes(of: bomb.text) }
        #expect(Set(outcomes).isSubset(of: bomb.outcomes), "\(outcomes)")
    }

    private static func outcomes(of text: String) -> [String] {
        let tree: Expression
        let checked: CheckedExpression
        do throws(ExpressionFaults) {
            tree = try environment.parse(text)
        } catch {
            return [error.all[0].code.rawValue]
        }
        var outcomes: [String] = []
        func add(_ value: Value) {
            if case .error(let error) = value { outcomes.append(error.code.rawValue) } else { outcomes.append("value") }
        }
        add(environment.uncheckedProgram(tree).evaluate(values))
        do throws(ExpressionFaults) {
            checked = try environment.check(tree)
        } catch {
            return (outcomes + [error.all[0].code.rawValue]).filter { $0 != "unbound-variable" }
        }
        add(environment.program(checked).evaluate(values))
        let trace = environment.tracingProgram(checked).evaluate(values)
        add(trace.value)
        _ = trace.lines(of: text)
        add(environment.partialProgram(checked).evaluate(values, unknowns: [AttributePattern("x")]).value)
        return outcomes
    }

    @Test("what tells of a tree as deep as allowed takes no more stack than evaluating it", arguments: [
        ("(", "l", ")", 240), ("[", "l", "]", 240), ("-", "l.size()", "", 240), ("true ? 1 : ", "l.size()", "", 240),
        ("[1].map(y, ", "l", ")", 80), ("{'a': ", "l", "}", 240), ("cel.bind(y, l, ", "y", ")", 240), ("l.size() + (", "1", ")", 120),
        ("dyn(", "l", ")", 240), ("[?optional.of(", "l", ")]", 78), ("l.exists(y, ", "y > 0", ")", 115), ("l.map(y, y > 0, ", "y", ")", 78),
        ("l.transformList(i, y, ", "[]", ")", 110), ("optional.of(l).optMap(y, ", "y", ")", 40), ("!(l == [1] && ", "true", ")", 80), ("x.a[", "l.size()", "]", 120),
        ("l.all(i, y, ", "true", ")", 110), ("cel.block([l], ", "cel.index(0)", ")", 240), ("l[", "0", "]", 240),
    ])
    func deepest(open: String, inner: String, close: String, levels: Int) async throws {
        let text = Self.repeated(open, levels) + inner + Self.repeated(close, levels)
        let isSame = await SmallStack.run {
            guard let tree = try? Self.environment.parse(text), let checked = try? Self.environment.check(tree) else { return false }
            let written = tree.unparsed()
            guard let again = try? Self.environment.parse(written) else { return false }
            _ = Self.environment.uncheckedProgram(tree).evaluate(["l": .list([.int(1)])])
            _ = Self.environment.program(checked).evaluate(["l": .list([.int(1)])])
            _ = Self.environment.tracingProgram(checked).evaluate(["l": .list([.int(1)])]).lines(of: text)
            let partial = Self.environment.partialProgram(checked).evaluate(Self.values, unknowns: [AttributePattern("l")])
            return again == tree && checked.json.utf8.count > 10 && tree.freeNames.contains("l") && tree.calledFunctions.count < 10
                && checked.parts.count > 0 && (try? Self.environment.check(partial.residual)) != nil
                && (try? Self.environment.parse(partial.residual.unparsed())) != nil
        }
        #expect(isSame)
    }
}
