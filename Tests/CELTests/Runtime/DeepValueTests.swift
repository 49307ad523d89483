import CEL
import Testing

@Suite("Values that a host nests very deep do no harm")
struct DeepValueTests {
    private static let levels = 100_000

    /// Kept for ever: releasing what nests so deep takes a level of the stack for each.
    private static let lists = nested { .list([$0]) }
    private static let otherLists = nested { .list([$0]) }
    private static let maps = nested { value in .map((try? MapValue([(.string("k"), value)])) ?? MapValue()) }
    private static let otherMaps = nested { value in .map((try? MapValue([(.string("k"), value)])) ?? MapValue()) }
    private static let optionals = nested { .optional($0) }
    private static let otherOptionals = nested { .optional($0) }

    private static func nested(_ wrap: (Value) -> Value) -> Value {
        (0..<levels).reduce(Value.int(1)) { value, _ in wrap(value) }
    }

    private static var pairs: [(Value, Value)] { [(lists, otherLists), (maps, otherMaps), (optionals, otherOptionals)] }

    @Test("they are compared, hashed and written", arguments: 0..<3)
    func basics(kind: Int) async {
        let isSame = await SmallStack.run(byteCount: 512 << 10) {
            let (value, other) = Self.pairs[kind]
            return value == other && value.hashValue == other.hashValue && value.description.utf8.count > Self.levels * 2
                && value.description(upTo: 10).unicodeScalars.count == 11 && Set([value, other]).count == 1
                && value != Self.pairs[(kind + 1) % 3].0
        }
        #expect(isSame)
    }

    @Test(
        "expressions over them end with a value or an error",
        arguments: [
            ("v == w", true), ("v in [1, 2]", true), ("size([1]) == 1 || v == w", true), ("type(v) == type(w)", true), ("[v]", false), ("{'a': v}", false),
            ("optional.of(v) == optional.of(w)", nil), ("[1].map(x, v)", false), ("dyn(v) == dyn(w) ? v != w : true", true), ("v == 1", true),
            ("'%s'.format(l)", nil), ("l.distinct().size() == 1", true), ("l.flatten(50).size() > 0", nil), ("l.flatten(200000).size() == 1", nil), ("l.sort()", false), ("v + 1 == 2", false),
            ("v.f", false), ("has(v.f)", nil), ("v.?k", nil), ("v[?0]", nil), ("{v: 1}", false), ("{'a': 1}[v]", false), ("sets.contains(l, l)", true), ("int(v)", false),
        ] as [(String, Bool?)], 0..<3)
    func expressions(text: (String, Bool?), kind: Int) async throws {
        let environment = Environment(
            libraries: [StandardLibrary(), OptionalsLibrary(), ListsLibrary(), StringsLibrary(), SetsLibrary()],
            variables: ["v": .dyn, "w": .dyn, "l": .list(.dyn)])
        let checked = try environment.compile(text.0)
        let outcomes = await SmallStack.run {
            let (value, other) = Self.pairs[kind]
            let values = ["v": value, "w": other, "l": Value.list([value, other])]
            let trace = environment.tracingProgram(checked).evaluate(values)
            let partial = environment.partialProgram(checked).evaluate(values, unknowns: [AttributePattern("w")])
            return [
                environment.program(checked).evaluate(values).isKnown, trace.value.isKnown,
                !trace.lines(of: text.0).isEmpty && !partial.value.isKnown,
            ]
        }
        if let isValue = text.1 { #expect(outcomes[0] == isValue) }
        #expect(outcomes[0] == outcomes[1])
    }
}
