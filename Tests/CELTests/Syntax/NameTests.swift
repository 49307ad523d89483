import CEL
import Testing

@Suite("The names an expression mentions")
struct NameTests {
    @Test(
        "variables are paths as they are written, without what loops name, in the order of the text",
        arguments: [
            ("a + b + a", ["a", "b"]), ("a.b.c > a.b && has(d.e)", ["a.b.c", "a.b", "d.e"]), (".a.b + a", [".a.b", "a"]),
            ("f(a)[b].c.?d", ["a", "b"]), ("[a, ?b]", ["a", "b"]), ("{a: b, ?c: d}", ["a", "b", "c", "d"]), ("T{f: a}", ["a"]), ("x ? y : z", ["x", "y", "z"]),
            ("l.all(x, x > y)", ["l", "y"]), ("l.all(x, x.y.z > .x)", ["l", ".x"]), ("x.all(x, x) && x", ["x"]), ("l.map(x, x) == x", ["l", "x"]),
            ("l.all(x, m.exists(x, x == y) || x) && k.filter(y, y > x)", ["l", "m", "y", "k", "x"]), ("l.map(x, a, x + b)", ["l", "a", "b"]),
            ("l.exists_one(x, has(x.f) && has(a.f))", ["l", "a.f"]), ("[l].map(l, l.map(l, l))", ["l"]), ("a.startsWith(b)", ["a", "b"]),
            ("math.abs(a)", ["math", "a"]), ("a.b().c", ["a"]), ("'医院' == name", ["name"]), ("1", []),
        ] as [(String, [String])])
    func variables(text: String, names: [String]) throws {
        let tree = try Environment().parse(text)
        #expect(tree.freeNames == names)
        #expect(tree.withoutMacroCalls.freeNames == names)
    }

    @Test(
        "functions and operators stand in the order of the text, macros by their name",
        arguments: [
            ("a + b * c - d", ["_+_", "_*_", "_-_"]), ("a * b + c", ["_*_", "_+_"]), ("!a || -b in c", ["!_", "_||_", "-_", "@in"]),
            ("f(g(a)).h(k())", ["f", "g", "h", "k"]), ("a ? f() : g()", ["_?_:_", "f", "g"]), ("a[b].?c[?d]", ["_[_]", "_?._", "_[?_]"]),
            ("[?a]", ["?_"]), ("l.all(x, has(x.y) && size(x) > 1)", ["all", "has", "_&&_", "size", "_>_"]), ("math.abs(a)", ["abs"]), ("a.b", []),
            ("l.map(x, x).map(x, f(x))", ["map", "f"]),
        ] as [(String, [String])])
    func functions(text: String, names: [String]) throws {
        #expect(try Environment().parse(text).calledFunctions == names)
    }

    @Test("a loop by code hides its variables from condition and step, and its accumulator from the result too")
    func scopes() {
        let names = ["acc", "i", "x", "l"].map { Expression.identifier($0) }
        let loop = Expression.comprehension(
            .init(
                variable: "i", secondVariable: "x", range: .list(names), accumulator: "acc", initial: .list([names[0]]), condition: .list(names),
                step: .list(names), result: .list(names)))
        #expect(loop.freeNames == ["acc", "i", "x", "l"])
        let closed = Expression.comprehension(
            .init(
                variable: "i", secondVariable: "x", range: names[3], accumulator: "acc", initial: .constant(.int(0)), condition: .list(names),
                step: .list(names), result: .list([names[0], names[1]])))
        #expect(closed.freeNames == ["l", "i"])
        #expect(closed.calledFunctions == [])
    }

    @Test("a checked tree has full names, and tells variables from name spaces and types")
    func checked() throws {
        let environment = Environment(variables: ["org.beds": .int, "org.x": .list(.int)], container: "org")
        let checked = try environment.compile("beds > 1 && x.all(x, type(x) == int && .org.beds > x)")
        #expect(checked.root.freeNames == ["org.beds", "org.x"])
        #expect(checked.root.calledFunctions == ["_>_", "_&&_", "all", "type", "_==_"])
    }
}
