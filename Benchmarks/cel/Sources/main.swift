import CEL
import Foundation

// cel-benchmark rates [--quick]          a JSON line for each expression and way: best and median a second
// cel-benchmark repeat EXPRESSION TIMES  evaluates one expression that often by slots, for counts of allocations

do {
    let benchmark = try Benchmark()
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("rates", 1): try benchmark.printRates(Stopwatch(runs: 10, secondsPerRun: 0.3))
    case ("rates", 2) where arguments.last == "--quick":
        try benchmark.printRates(Stopwatch(runs: 3, secondsPerRun: 0.05))
    case ("repeat", 3):
        guard let times = Int(CommandLine.arguments[3]) else { throw BenchmarkFailure(text: "TIMES is no number") }
        try benchmark.repeatEvaluation(of: CommandLine.arguments[2], times: times)
    default:
        throw BenchmarkFailure(text: "usage: cel-benchmark rates [--quick] | repeat EXPRESSION TIMES")
    }
} catch let failure as BenchmarkFailure {
    FileHandle.standardError.write(Data("\(failure.text)\n".utf8))
    exit(1)
}
