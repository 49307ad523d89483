import CEL

/// Why nothing can be measured.
struct BenchmarkFailure: Error {
    let text: String
}

/// Evaluates the expressions, on one thread.
struct Benchmark {
    private let environment = Environment(variables: Dataset.types)
    private let values: [String: Value]

    init() throws { values = try Dataset.values() }

    /// Prints a JSON line for each expression and way to hand over the variables, then the rate of compiling.
    func printRates(_ stopwatch: Stopwatch) throws {
        for subject in Subject.all {
            let program = try program(of: subject)
            let slots = slots(of: program)
            let bySlots = stopwatch.rates { times in
                for _ in 0..<times { keep(program.evaluate(slots: slots)) }
            }
            printLine(subject.name, "slots", bySlots)
            let byDictionary = stopwatch.rates { times in
                for _ in 0..<times { keep(program.evaluate(values)) }
            }
            printLine(subject.name, "dictionary", byDictionary)
        }
        let text = Subject.all[1].text
        let compiling = stopwatch.rates { times in
            for _ in 0..<times { keep(compiled(text)?.variables.count ?? 0) }
        }
        printLine(Subject.all[1].name, "compile", compiling)
    }

    /// Evaluates an expression again and again, and does nothing else that would grow with `times`.
    func repeatEvaluation(of name: String, times: Int) throws {
        guard let subject = Subject.all.first(where: { $0.name == name }) else {
            throw BenchmarkFailure(text: "no expression is named \(name)")
        }
        let program = try program(of: subject)
        let slots = slots(of: program)
        for _ in 0..<times { keep(program.evaluate(slots: slots)) }
    }
}

private extension Benchmark {
    /// The program of an expression, once it gave the right result both ways.
    func program(of subject: Subject) throws -> Program {
        guard let program = compiled(subject.text) else {
            throw BenchmarkFailure(text: "\(subject.name) does not compile")
        }
        for result in [program.evaluate(values), program.evaluate(slots: slots(of: program))] {
            guard subject.isRight(result) else { throw BenchmarkFailure(text: "\(subject.name) gives \(result)") }
        }
        return program
    }

    func compiled(_ text: String) -> Program? {
        (try? environment.compile(text)).map { environment.program($0) }
    }

    func slots(of program: Program) -> [Value?] { program.variables.map { values[$0] } }

    /// Lets the optimiser believe that a result is needed.
    @inline(never)
    func keep<T>(_ result: T) {}

    func printLine(_ expression: String, _ way: String, _ rates: Stopwatch.Rates) {
        print(
            #"{"engine":"ours","expression":"\#(expression)","way":"\#(way)","best":\#(rates.best),"median":\#(rates.median)}"#)
    }
}
