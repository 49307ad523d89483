import CEL
import Testing

/// The code of the article "Why was it false?".
@Suite("The article 'Why was it false?'")
struct WhyWasItFalseTests {
    @Test("each part of an expression is told with what it came to")
    func lines() throws {
        // snippet: lines
        let environment = Environment(
            variables: ["beds": .int, "nurses": .int, "staff": .list(.map(key: .string, value: .dyn))])
        let text = "nurses * 4 >= beds && staff.all(s, s.licensed || s.years < 1)"
        let program = environment.tracingProgram(try environment.compile(text))

        let staff: [[String: Value]] = [
            ["name": .string("Wang"), "licensed": .bool(true), "years": .int(6)],
            ["name": .string("Li"), "licensed": .bool(false), "years": .int(3)],
        ]
        let trace = program.evaluate(["beds": .int(100), "nurses": .int(30), "staff": staff.expressionValue])
        let explanation = trace.lines(of: text).joined(separator: "\n")
        // trace.value == .bool(false)
        // end
        // output: lines
        let shown = """
            nurses * 4 >= beds && staff.all(s, s.licensed || s.years < 1) = false
              nurses * 4 >= beds = true
                nurses * 4 = 120
                  nurses = 30
                beds = 100
              staff.all(s, s.licensed || s.years < 1) = false ← [1] {'licensed': false, 'name': 'Li', 'years': 3}
                staff = [{'licensed': true, 'name': 'Wang', 'years': 6}, {'licensed': false, 'name': 'Li', 'years': 3}]
                s.licensed || s.years < 1 = false
                  s.licensed = false
                    s = {'licensed': false, 'name': 'Li', 'years': 3}
                  s.years < 1 = false
                    s.years = 3
                      s = {'licensed': false, 'name': 'Li', 'years': 3}
            """
        // end
        #expect(explanation == shown)
        #expect(trace.value == .bool(false))

        // snippet: steps
        for step in trace.steps {
            guard let decision = step.decision else { continue }
            print("\(ExpressionText(text).part(step.node.range)): element \(decision.index) decided")
        }
        // prints: staff.all(s, s.licensed || s.years < 1): element 1 decided
        // end
        let decided = trace.steps.filter { $0.decision != nil }
        #expect(decided.map { ExpressionText(text).part($0.node.range) } == ["staff.all(s, s.licensed || s.years < 1)"])
        #expect(decided.first?.decision?.index == 1)
    }

    @Test("what was not needed is not told; what failed or is unknown is")
    func errors() throws {
        // snippet: errors
        let environment = Environment(variables: ["a": .int, "b": .int])
        let text = "a / b > 1 || a > 5"
        let program = environment.tracingProgram(try environment.compile(text))
        let decided = program.evaluate(["a": .int(9), "b": .int(4)])
        let saved = program.evaluate(["a": .int(9), "b": .int(0)])
        // end
        // output: decided
        let shortened = """
            a / b > 1 || a > 5 = true
              a / b > 1 = true
                a / b = 2
                  a = 9
                  b = 4
            """
        // end
        // output: saved
        let whole = """
            a / b > 1 || a > 5 = true
              a / b > 1 = error(division-by-zero)
                a / b = error(division-by-zero)
                  a = 9
                  b = 0
              a > 5 = true
                a = 9
            """
        // end
        #expect(decided.lines(of: text).joined(separator: "\n") == shortened)
        #expect(saved.lines(of: text).joined(separator: "\n") == whole)
    }

    @Test("a program without a trace finds the records that are worth one")
    func both() throws {
        let environment = Environment(variables: ["beds": .int])
        let rows: [[String: Value]] = [["beds": .int(120)], ["beds": .int(80)]]
        // snippet: both
        let text = "beds >= 100"
        let checked = try environment.compile(text)
        let (plain, tracing) = (environment.program(checked), environment.tracingProgram(checked))

        var reasons: [[String]] = []
        for row in rows where plain.evaluate(row) == .bool(false) {
            reasons.append(tracing.evaluate(row).lines(of: text))
        }
        // reasons == [["beds >= 100 = false", "  beds = 80"]]
        // end
        #expect(reasons == [["beds >= 100 = false", "  beds = 80"]])
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("WhyWasItFalse.md") }
}
