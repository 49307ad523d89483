import CEL
import Testing

@Suite("Checking")
struct CheckerTests {
    private let fixture = LibraryFixture(
        OptionalsLibrary(), BindingsLibrary(), TwoVariableLibrary(), MathLibrary(), StringsLibrary())

    /// Unbound variables of types end as `dyn`; of two types the more general one is kept.
    @Test(
        "the type of an expression follows from its parts, in whatever order they stand",
        arguments: [
            ("[]", "list(dyn)"), ("[1]", "list(int)"), ("[1, 'a']", "list(dyn)"), ("[[], [1]]", "list(list(int))"),
            ("[[1], []]", "list(list(int))"), ("[[], []]", "list(list(dyn))"), ("[[], [1], ['a']]", "list(dyn)"),
            ("[[1], ['a']]", "list(dyn)"), ("[[[]], [[1]]]", "list(list(list(int)))"), ("[null, 1]", "list(dyn)"),
            ("[1, null]", "list(dyn)"), ("[null, timestamp(0)]", "list(google.protobuf.Timestamp)"),
            ("[timestamp(0), null]", "list(google.protobuf.Timestamp)"),
            ("[null, duration('1s')]", "list(google.protobuf.Duration)"),
            ("[null, optional.of(1)]", "list(optional_type(int))"), ("[null, null]", "list(null_type)"),
            ("[null, [1]]", "list(dyn)"), ("[null, {}]", "list(dyn)"), ("[null, 'a']", "list(dyn)"),
            ("[dyn(1), 2]", "list(dyn)"), ("[2, dyn(1)]", "list(dyn)"), ("[1, dyn(1), 'a']", "list(dyn)"),
            ("[[dyn(1)], [1]]", "list(list(dyn))"), ("[[1], [dyn(1)]]", "list(list(dyn))"), ("{}", "map(dyn, dyn)"),
            ("{1: 'a'}", "map(int, string)"), ("{1: 'a', 'b': 2}", "map(dyn, dyn)"),
            ("{1: 'a', 2: 3}", "map(int, dyn)"), ("{'a': [], 'b': [1]}", "map(string, list(int))"),
            ("{'a': {}, 'b': {1: 2}}", "map(string, map(int, int))"),
            ("{'a': null, 'b': timestamp(0)}", "map(string, google.protobuf.Timestamp)"),
            ("{'a': null, 'b': 1}", "map(string, dyn)"), ("{dyn(1): 1, 2: 3}", "map(dyn, int)"),
            ("true ? [] : [1]", "list(int)"), ("true ? [1] : []", "list(int)"), ("true ? [] : []", "list(dyn)"),
            ("true ? {} : {'a': 1}", "map(string, int)"), ("true ? dyn(1) : 2", "dyn"), ("true ? 2 : dyn(1)", "dyn"),
            ("true ? null : timestamp(0)", "google.protobuf.Timestamp"),
            ("true ? timestamp(0) : null", "google.protobuf.Timestamp"), ("true ? null : null", "null_type"),
            ("true ? optional.none() : optional.of(1)", "optional_type(int)"),
            ("true ? optional.of(1) : optional.none()", "optional_type(int)"),
            ("true ? optional.of(1) : null", "optional_type(int)"),
            ("true ? optional.of(dyn(1)) : optional.of(1)", "optional_type(dyn)"),
            ("true ? [1] : [dyn('a')]", "list(dyn)"), ("true ? [dyn(1)] : [1]", "list(dyn)"),
            ("optional.none()", "optional_type(dyn)"), ("optional.of([])", "optional_type(list(dyn))"),
            ("optional.none().or(optional.of(1))", "optional_type(int)"), ("optional.none().orValue(1)", "int"),
            ("[].map(x, x)", "list(dyn)"), ("[].map(x, 1)", "list(int)"), ("[].filter(x, true)", "list(dyn)"),
            ("[1].filter(x, true)", "list(int)"), ("[[]].map(x, x)", "list(list(dyn))"),
            ("[1, 'a'].map(x, x)", "list(dyn)"), ("[] + [1]", "list(int)"), ("[1] + []", "list(int)"),
            ("[] + []", "list(dyn)"), ("[dyn(1)] + [1]", "list(dyn)"), ("[1] + [dyn(1)]", "list(dyn)"),
            ("[[]] + [[1]]", "list(list(int))"), ("[][0]", "dyn"), ("[1][0]", "int"), ("{}['a']", "dyn"),
            ("{}.a", "dyn"), ("{'a': 1}.a", "int"), ("{'a': 1}['a']", "int"), ("[][0].a", "dyn"),
            ("[].exists(x, x == 1)", "bool"), ("[].all(x, x.y == 1)", "bool"), ("1 in []", "bool"),
            ("'a' in []", "bool"), ("1 in {}", "bool"), ("dyn(1) + 1", "int"), ("dyn(1) + dyn(2)", "dyn"),
            ("dyn('a') + 'b'", "string"), ("-dyn(1)", "dyn"), ("dyn(1) < 2", "bool"), ("dyn(1) == 'a'", "bool"),
            ("dyn([1])[0]", "dyn"), ("dyn([1]) + [1]", "list(int)"), ("dyn({}).a.b", "dyn"),
            ("type(1)", "type(int)"), ("type([])", "type(list(dyn))"), ("type(type(1))", "type(type(int))"),
            ("int", "type(int)"), ("list", "type(list(dyn))"),
            ("google.protobuf.Timestamp", "type(google.protobuf.Timestamp)"),
            ("cel.bind(x, [], x + [1])", "list(int)"), ("[1].map(x, [x])", "list(list(int))"),
            ("{1: 2}.map(k, k)", "list(int)"), ("{1: 'a'}.transformList(k, v, v)", "list(string)"),
            ("{1: 'a'}.transformMap(k, v, size(v))", "map(int, int)"),
            ("['a'].transformMap(i, v, size(v))", "map(int, int)"),
            ("['a'].transformMapEntry(i, v, {v: i})", "map(string, int)"), ("{'a': 1}.?a", "optional_type(int)"),
            ("{'a': 1}[?'a']", "optional_type(int)"), ("[1][?0]", "optional_type(int)"),
            ("{'a': {'b': 1}}.?a.b", "optional_type(int)"), ("optional.of({'a': 1}).a", "optional_type(int)"),
            ("optional.of({'a': 1}).?a", "optional_type(int)"), ("optional.of([1])[0]", "optional_type(int)"),
            ("{?'a': optional.of(1)}", "map(string, int)"), ("{?'a': dyn(optional.of(1))}", "map(string, dyn)"),
            ("[?optional.of(1)]", "list(int)"), ("[?optional.none()]", "list(dyn)"),
            ("[?optional.none(), 1]", "list(int)"), ("[?optional.none(), 'a', ?optional.of('b')]", "list(string)"),
            ("optional.of(1).optMap(x, string(x))", "optional_type(string)"),
            ("optional.of(1).optFlatMap(x, optional.of('a'))", "optional_type(string)"),
            ("optional.none().optMap(x, x)", "optional_type(dyn)"), ("math.greatest(1, 2)", "int"),
            ("math.greatest(1, 2u)", "dyn"), ("math.greatest(1, 2.0, 3)", "dyn"), ("math.greatest([1, 2])", "int"),
            ("math.greatest([1.0])", "double"), ("math.greatest(1, 2, 3)", "int"), ("math.least([1, 2.0])", "dyn"),
            ("'a'.split(',')", "list(string)"), ("timestamp(0) - timestamp(0)", "google.protobuf.Duration"),
            ("timestamp(0) - duration('1s')", "google.protobuf.Timestamp"),
            ("dyn(1) - timestamp(0)", "google.protobuf.Duration"), ("[1, 2].exists_one(x, x > 1)", "bool"),
            ("[1].map(x, dyn(x))", "list(dyn)"),
            ("[1].map(x, x > 0 ? null : timestamp(0))", "list(google.protobuf.Timestamp)"), ("null", "null_type"),
            ("timestamp(0) == null", "bool"), ("[[timestamp(0)], [null]]", "list(list(google.protobuf.Timestamp))"),
            ("[[null], [timestamp(0)]]", "list(list(google.protobuf.Timestamp))"),
            ("[optional.none(), optional.of(1)]", "list(optional_type(int))"),
            ("[optional.of(1), optional.none()]", "list(optional_type(int))"),
            ("[optional.of(null), optional.of(1)]", "list(dyn)"),
        ])
    func types(text: String, expected: String) throws {
        #expect(try fixture.environment.compile(text).type.description == expected)
    }

    @Test(
        "what no types can make right is a fault",
        arguments: [
            "true ? 1 : 'a'", "true ? null : 1", "1 == null", "[] == null", "1 == 1u", "1 in ['a']", "{1: 2}['a']",
            "[1] + ['a']", "optional.of(1).orValue('a')", "[7][0u]", "{1: 2}.a", "{1.0: 2}", "{null: 2}",
        ])
    func faults(text: String) {
        #expect(!fixture.faultCodes(text).isEmpty)
    }

    @Test("any map may be asked for a name, also one whose keys are no texts")
    func fieldTests() throws {
        #expect(try fixture.value("has({1: 1}.a)") == .bool(false))
        #expect(try fixture.value("has({'a': 1}.a)") == .bool(true))
        #expect(fixture.faultCodes("has([1].a)") == ["no-fields"])
        #expect(fixture.faultCodes("has('a'.b)") == ["no-fields"])
    }
}
