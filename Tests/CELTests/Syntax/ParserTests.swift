import CEL
import Diagnostics
import Testing

@Suite("Parsing")
struct ParserTests {
    private func tree(_ expression: Expression) -> String {
        switch expression.node {
        case .constant(let value): return value.description
        case .identifier(let name): return name
        case .select(let operand, let field, let isTest): return "\(isTest ? "has " : "")\(tree(operand)).\(field)"
        case .call(let function, nil, let arguments): return "\(function)(\(arguments.map(tree).joined(separator: ", ")))"
        case .call(let function, let target?, let arguments):
            return "\(tree(target)).\(function)(\(arguments.map(tree).joined(separator: ", ")))"
        case .list(let elements): return "[\(elements.map(tree).joined(separator: ", "))]"
        case .map(let entries): return "{\(entries.map { "\(tree($0.key)): \(tree($0.value))" }.joined(separator: ", "))}"
        case .record(let name, let fields):
            return "\(name){\(fields.map { "\($0.name): \(tree($0.value))" }.joined(separator: ", "))}"
        case .comprehension(let loop): return "loop \(loop.variable) in \(tree(loop.range)): \(tree(loop.step))"
        }
    }

    @Test(
        "operators bind as the language definition says",
        arguments: [
            ("a + b * c", "_+_(a, _*_(b, c))"), ("a - b - c", "_-_(_-_(a, b), c)"),
            ("a || b && c", "_||_(a, _&&_(b, c))"), ("a == b ? c : d ? e : f", "_?_:_(_==_(a, b), c, _?_:_(d, e, f))"),
            ("-a.b", "-_(a.b)"), ("!a[0]", "!_(_[_](a, 0))"), ("-1", "-1"), ("- 1", "-1"), ("1 -1", "_-_(1, 1)"),
            ("--1", "-_(-1)"), ("a in b + c", "@in(a, _+_(b, c))"), ("a < b == c", "_==_(_<_(a, b), c)"),
            ("a.b(c).d", "a.b(c).d"), (".a.b", ".a.b"), ("a.`b-c`", "a.b-c"), ("has(a.b)", "has a.b"),
            ("[1, 2,]", "[1, 2]"), ("{1: 'a', }", "{1: 'a'}"), ("a.map(x, x)", "loop x in a: @append(@result, x)"),
            ("1 // one\n + 2", "_+_(1, 2)"), ("a && b && c && d", "_&&_(_&&_(a, b), _&&_(c, d))"),
            ("0x1F", "31"), ("-0x1F", "-31"), ("1u", "1u"), ("1.5e3", "1500.0"), (".5", "0.5"),
            ("r'\\' + 'a'", "_+_('\\\\', 'a')"), ("br'\\x41'", "b'\\\\x41'"), ("r\"\"\"a\\\"\"\"", "'a\\\\'"),
        ])
    func structure(text: String, expected: String) throws {
        #expect(tree(try Environment().parse(text)) == expected)
    }

    @Test("the base of a hexadecimal number is written with a small letter only")
    func capitalBase() throws {
        let faults = try #require(throws: ExpressionFaults.self) { try Environment().parse("0X1F") }
        #expect(faults.all.map(\.code) == ["bad-number"])
        #expect(faults.all.map(\.range) == [0..<4])
    }

    @Test("ranges count code points, brackets included, and the focus is the node's own part")
    func positions() throws {
        let sum = try Environment().parse("'医院' == (a + b)")
        #expect(sum.range == 0..<15)
        #expect(sum.focus == 5..<7)
        #expect(sum.children.map(\.range) == [0..<4, 8..<15])
        #expect(sum.children[1].focus == 11..<12)
        let select = try Environment().parse("'🐱'.size() + ab.cd")
        #expect(select.children[0].range == 0..<10)
        #expect(select.children[0].focus == 4..<8)
        #expect(select.children[1].focus == 16..<18)
        let absolute = try Environment().parse("'医院' == . a.b")
        #expect(absolute.children[1].range == 8..<13)
        let call = try Environment().parse("size([1, 2])")
        #expect(call.range == 0..<12)
        #expect(call.focus == 0..<4)
    }

    @Test("a macro's loop has the range of the call, and the parts the user wrote keep theirs")
    func macroPositions() throws {
        let loop = try Environment().parse("l.all(x, x > 0)")
        #expect(loop.range == 0..<15)
        guard case .comprehension(let parts) = loop.node else {
            Issue.record("a comprehension is expected")
            return
        }
        #expect(parts.range.range == 0..<1)
        #expect(parts.step.children[1].range == 9..<14)
    }
}
