import CEL
import Testing

/// The code of the article "Trees as data".
@Suite("The article 'Trees as data'")
struct TreesAsDataTests {
    @Test("a tree is gone through, asked, and compared")
    func looking() throws {
        // snippet: parse
        let environment = Environment(variables: ["beds": .int, "staff": .list(.map(key: .string, value: .dyn))])
        let expression = try environment.parse("beds * 2 > 100 && staff.all(s, s.age >= 18)")

        let names = expression.freeNames  // ["beds", "staff"]
        let functions = expression.calledFunctions  // ["_*_", "_>_", "_&&_", "all", "_>=_"]
        // end
        #expect(names == ["beds", "staff"])
        #expect(functions == ["_*_", "_>_", "_&&_", "all", "_>=_"])

        // snippet: visit
        var fields: [String] = []
        expression.visit { node in
            if case .select(_, let field, _) = node.node { fields.append(field) }
            return true
        }
        // fields == ["age"]
        // end
        #expect(fields == ["age"])

        // snippet: equal
        let same = try environment.parse("beds*2 > 100 && (staff.all(s, s.age >= 18)) // and nobody under age")
        // expression == same
        // end
        #expect(expression == same)
        #expect(try environment.parse("1") != environment.parse("1u"))
    }

    @Test("a tree is made into another, and written as text")
    func rewriting() throws {
        let environment = Environment(variables: ["beds": .int, "min_beds": .int])
        // snippet: replace
        func replacing(_ name: String, by value: Value, in expression: Expression) -> Expression {
            if case .identifier(name) = expression.node { return .constant(value, range: expression.range) }
            return expression.mapChildren { replacing(name, by: value, in: $0) }
        }

        let template = try environment.parse("beds >= min_beds && [1, 2].exists(x, x * min_beds > 150)")
        let rule = replacing("min_beds", by: .int(100), in: template)
        let text = rule.unparsed()
        // text == "beds >= 100 && [1, 2].exists(x, x * 100 > 150)"
        // end
        #expect(text == "beds >= 100 && [1, 2].exists(x, x * 100 > 150)")
        #expect(environment.program(try environment.check(rule)).evaluate(["beds": .int(120)]) == .bool(true))

        // snippet: build
        let both = Expression.call(
            Operator.and, [try environment.parse("beds > 10 || beds == 0"), try environment.parse("beds < 900")])
        let joined = both.unparsed()
        // joined == "(beds > 10 || beds == 0) && beds < 900"
        // end
        #expect(joined == "(beds > 10 || beds == 0) && beds < 900")
        #expect(try environment.parse(joined) == both)
    }

    @Test("a checked tree has types, and a form in JSON")
    func checked() throws {
        // snippet: checked
        let environment = Environment(variables: ["n": .int])
        let checked = try environment.compile("n > 1")
        let type = checked.type  // .bool
        let overloads = checked.overloadIDs(of: checked.root)  // ["greater_int64"]
        let json = checked.json
        // end
        #expect(type == .bool)
        #expect(overloads == ["greater_int64"])
        #expect(json.hasPrefix(#"{"version": 1, "type": "bool", "variables": ["n"], "root": {"id": "#))

        // snippet: parts
        let parts = checked.parts.map { "\($0.depth): \($0.expression.unparsed())" }
        // parts == ["0: n > 1", "1: n"]
        // end
        #expect(parts == ["0: n > 1", "1: n"])
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("TreesAsData.md") }
}
