import CEL
import Testing

/// The code of the article "Partly known data".
@Suite("The article 'Partly known data'")
struct PartlyKnownTests {
    @Test("a value that is unknown matters only where it decides")
    func values() throws {
        // snippet: values
        let environment = Environment(variables: ["kind": .string, "beds": .int])
        let program = environment.program(try environment.compile("kind == 'hospital' && beds >= 100"))
        let missing = Value.unknown(UnknownSet(UnknownCause(code: "not-reported", subject: "beds")))

        let hospital = program.evaluate(["kind": .string("hospital"), "beds": missing])
        let clinic = program.evaluate(["kind": .string("clinic"), "beds": missing])
        // hospital is .unknown with the cause "not-reported", clinic == .bool(false)
        // end
        #expect(hospital == missing)
        #expect(clinic == .bool(false))
    }

    @Test("what is left of an expression is an expression")
    func residual() throws {
        // snippet: residual
        let environment = Environment(variables: ["kind": .string, "beds": .int, "nurses": .int])
        let checked = try environment.compile("kind == 'hospital' && beds >= 100 && nurses * 4 >= beds")
        let partial = environment.partialProgram(checked)

        let result = partial.evaluate(
            ["kind": .string("hospital"), "nurses": .int(30)], unknowns: [AttributePattern("beds")])
        let rest = result.residual.unparsed()
        // rest == "beds >= 100 && 120 >= beds"
        // end
        #expect(rest == "beds >= 100 && 120 >= beds")
        #expect(!result.value.isKnown)

        // snippet: later
        let later = environment.program(try environment.check(result.residual))
        // later.variables == ["beds"]
        let verdict = later.evaluate(["beds": .int(110)])
        // verdict == .bool(true)
        // end
        #expect(later.variables == ["beds"])
        #expect(verdict == .bool(true))
        #expect(environment.program(try environment.compile(rest)).evaluate(["beds": .int(110)]) == .bool(true))
    }

    @Test("a part of a variable is unknown, the rest is not")
    func patterns() throws {
        // snippet: patterns
        let environment = Environment(variables: ["request": .map(key: .string, value: .dyn)])
        let checked = try environment.compile("request.path == '/beds' && request.headers['x-id'] == '7'")
        let headers = ["host": "example.org", "x-id": "7"].expressionValue
        let request = ["path": Value.string("/beds"), "headers": headers].expressionValue

        let result = environment.partialProgram(checked).evaluate(
            ["request": request], unknowns: [AttributePattern("request", ["headers", "x-id"])])
        let rest = result.residual.unparsed()
        // rest == "request.headers['x-id'] == '7'"
        // end
        #expect(rest == "request.headers['x-id'] == '7'")
        guard case .unknown(let causes) = result.value else {
            Issue.record("\(result.value)")
            return
        }
        #expect(causes.causes.map(\.subject) == ["request.headers.x-id"])
        #expect(causes.causes.map(\.code) == ["unknown"])
    }

    @Test("what the article says of single cases is so", arguments: [
        ("plan.exists(x, x > beds)", "[1, 2].exists(x, x > beds)"), ("plan[0] > 1 || plan[1] > 1", "true"),
        ("beds > 1 ? plan[1] : plan[0]", "beds > 1 ? plan[1] : plan[0]"), ("plan.size() == 2 ? beds > 1 : beds > 2", "beds > 1"),
        ("plan[0] / 0 > 1 || beds > 1", "1 / 0 > 1 || beds > 1"),
    ])
    func cases(text: String, rest: String) throws {
        let environment = Environment(variables: ["plan": .list(.int), "beds": .int])
        let partial = environment.partialProgram(try environment.compile(text))
        let plan = Value.list([.int(1), .int(2)])
        #expect(partial.evaluate(["plan": plan], unknowns: [AttributePattern("beds")]).residual.unparsed() == rest)
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("PartlyKnown.md") }
}
