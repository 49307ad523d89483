import CEL
import Diagnostics
import Testing

/// The code of the article "Getting started": each block of the article is the text between two marks here.
@Suite("The article 'Getting started'")
struct GettingStartedTests {
    @Test("an expression is compiled once and evaluated with values")
    func evaluating() throws {
        // snippet: evaluate
        let environment = Environment(variables: ["posts": .int, "professionals": .int])
        let checked = try environment.compile("professionals * 100 >= posts * 85")
        let program = environment.program(checked)

        let verdict = program.evaluate(["posts": .int(100), "professionals": .int(87)])
        // verdict == .bool(true)
        // end
        #expect(verdict == .bool(true))
        #expect(checked.type == .bool)
    }

    @Test("values are handed over in slots")
    func slots() throws {
        let environment = Environment(variables: ["posts": .int, "professionals": .int])
        let program = environment.program(try environment.compile("professionals * 100 >= posts * 85"))
        let rows: [[String: Value]] = [
            ["posts": .int(100), "professionals": .int(87)], ["posts": .int(100), "professionals": .int(80)],
        ]
        // snippet: slots
        var verdicts: [Value] = []
        for row in rows {
            verdicts.append(program.evaluate(slots: program.variables.map { row[$0] }))
        }
        // end
        #expect(verdicts == [.bool(true), .bool(false)])
    }

    @Test("faults say where the text is wrong")
    func faults() throws {
        let environment = Environment(variables: ["posts": .int])
        // snippet: faults
        var found: [String] = []
        do throws(ExpressionFaults) {
            _ = try environment.compile("post > 'a'")
        } catch {
            found = error.all.map { "\($0.range): \($0.code.rawValue)" }
        }
        // found == ["0..<4: undeclared-name"]
        // end
        #expect(found == ["0..<4: undeclared-name"])
    }

    @Test("errors and unknowns are values")
    func errors() throws {
        // snippet: errors
        let environment = Environment(variables: ["a": .int, "b": .int])
        let program = environment.program(try environment.compile("a / b > 1"))

        var outcome = ""
        switch program.evaluate(["a": .int(1), "b": .int(0)]) {
        case .bool(let holds): outcome = holds ? "holds" : "does not hold"
        case .unknown(let set): outcome = "waits for \(set.causes.map(\.subject))"
        case .error(let error): outcome = "failed: \(error.code.rawValue)"
        default: outcome = "no condition"
        }
        // outcome == "failed: division-by-zero"
        // end
        #expect(outcome == "failed: division-by-zero")
    }

    @Test("a Swift function is a function of the language")
    func functions() throws {
        // snippet: functions
        struct Greetings: FunctionLibrary {
            let name = "greetings"

            var functions: [Function] {
                [
                    Function("greet", [
                        Overload("greet_string") { (name: String) throws(EvaluationError) -> String in "Hello, \(name)!" }
                    ])
                ]
            }
        }

        let environment = Environment(libraries: [StandardLibrary(), Greetings()], variables: ["name": .string])
        let program = environment.program(try environment.compile("greet(name)"))
        let greeting = program.evaluate(["name": .string("Ada")])
        // greeting == .string("Hello, Ada!")
        // end
        #expect(greeting == .string("Hello, Ada!"))
    }

    @Test("the article shows the code that is run here")
    func article() throws { try CodeBlocks.expect("GettingStarted.md") }
}
