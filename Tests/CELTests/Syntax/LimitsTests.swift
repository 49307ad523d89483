import CEL
import Diagnostics
import Foundation
import Testing

@Suite("Limits keep hostile expressions from doing harm")
struct LimitsTests {
    private static func repeated(_ part: String, _ count: Int) -> String { String(repeating: part, count: count) }

    static let hostileTexts: [(name: String, text: String)] = [
        ("brackets", repeated("(", 49_999) + "1" + repeated(")", 49_999)),
        ("open brackets", repeated("(", 99_999)),
        ("open lists", repeated("[", 99_999)),
        ("open maps", repeated("{", 99_999)),
        ("nested maps", repeated("{1:", 33_000)),
        ("nots", repeated("!", 99_000) + "true"),
        ("minuses", repeated("-", 99_000) + "x"),
        ("fields", "a" + repeated(".b", 49_000)),
        ("calls", repeated("f(", 49_000)),
        ("member calls", "a" + repeated(".f()", 24_000)),
        ("indices", "a" + repeated("[0]", 33_000)),
        ("sums", "1" + repeated("+1", 49_000)),
        ("conditions", repeated("true?1:", 14_000) + "1"),
        ("loops", "[1]" + repeated(".map(x,x)", 10_000)),
        ("nested loops", repeated("[1].all(x,", 9_000)),
        ("quotes", repeated("'", 99_999)),
        ("question marks", repeated("?", 99_999)),
        ("too long", repeated(" ", 200_000)),
    ]

    /// 512 KiB, as worker threads have on some systems. Frames of a build without optimisation are
    /// several times as large, and so is the stack there.
    private static var stackSize: Int {
        #if DEBUG
            8 << 20
        #else
            512 << 10
        #endif
    }

    /// Compiles and evaluates on a thread with a small stack.
    private func onSmallStack(_ text: String) async -> String {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                let environment = Environment(variables: ["a": .dyn, "x": .int, "x0": .bool])
                let result: String
                do throws(ExpressionFaults) {
                    let checked = try environment.compile(text)
                    result = environment.program(checked).evaluate(["x": .int(1), "x0": .bool(true)]).description
                } catch {
                    result = error.all.first?.code.rawValue ?? "no fault"
                }
                continuation.resume(returning: result)
            }
            thread.stackSize = LimitsTests.stackSize
            thread.start()
        }
    }

    @Test("a hostile text gives a fault, on a small stack too", arguments: hostileTexts.map(\.name))
    func hostileText(name: String) async throws {
        let text = try #require(LimitsTests.hostileTexts.first { $0.name == name }).text
        let result = await onSmallStack(text)
        let accepted: Set = ["nesting-too-deep", "expression-too-long", "unclosed-quote", "operand-expected"]
        #expect(accepted.contains(result), "\(result)")
    }

    @Test(
        "what nests as deep as allowed is evaluated, on a small stack too",
        arguments: [
            ("(", "1", ")", 240), ("[", "1", "]", 240), ("-", "x", "", 240), ("!", "x0", "", 240), ("x+", "x", "", 240),
            ("true?1:", "1", "", 240), ("[1].map(x,", "x", ")", 80), ("x+(", "x", ")", 200), ("[[1].all(x, true) ? x : ", "x", "][0]", 80),
        ])
    func deepest(open: String, inner: String, close: String, levels: Int) async {
        let text = LimitsTests.repeated(open, levels) + inner + LimitsTests.repeated(close, levels)
        let result = await onSmallStack(text)
        #expect(!result.contains("-"), "\(result)")
    }

    @Test("a chain of a thousand conditions is no deep expression")
    func longLogicalChain() throws {
        let text = (0..<1_000).map { "x != \($0)" }.joined(separator: " && ")
        let environment = Environment(variables: ["x": .int])
        let program = environment.program(try environment.compile(text))
        #expect(program.evaluate(["x": .int(-1)]) == .bool(true))
        #expect(program.evaluate(["x": .int(999)]) == .bool(false))
    }

    @Test("an evaluation that takes too many steps ends with cost-limit, whatever absorbs errors around it")
    func costLimit() throws {
        let environment = Environment(variables: ["l": .list(.int)], limits: Limits(cost: 10_000))
        let list = Value.list((0..<200).map { .int($0) })
        for text in ["l.all(a, l.all(b, l.all(c, a + b + c >= 0)))", "true || l.map(a, l.map(b, l)).size() > 0"] {
            let program = environment.program(try environment.compile(text))
            let result = program.evaluate(["l": list])
            if text.hasPrefix("true") {
                #expect(result == .bool(true))
            } else {
                #expect(result == .error(.costLimit(10_000)))
            }
        }
    }

    @Test("texts and lists are charged by their size before they are copied")
    func costOfSizes() throws {
        let environment = Environment(variables: ["s": .string], limits: Limits(cost: 100_000))
        let doubled = "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20].map(i, s + s + s + s + s + s + s + s)"
        let program = environment.program(try environment.compile(doubled))
        #expect(program.evaluate(["s": .string("ab")]).isKnown)
        #expect(program.evaluate(["s": .string(String(repeating: "a", count: 10_000))]) == .error(.costLimit(100_000)))
    }

    /// A list of lists `levels` deep that takes little memory, because each holds the one below it twice.
    private static func doubled(_ levels: Int) -> String { "[0]" + repeated(".map(a, [a, a])", levels) }

    @Test(
        "lists that share their elements are charged for all that they hold, before anything goes over them",
        arguments: ["\(doubled(60)) == \(doubled(60))", "{dyn(\(doubled(60))): 1}", "[\(doubled(60))].distinct(x, x)", "0 in \(doubled(60))[0]"])
    func sharedElements(text: String) throws {
        let environment = Environment(libraries: [StandardLibrary(), AggregateLibrary()], limits: Limits(cost: 100_000))
        let result = environment.uncheckedProgram(try environment.parse(text)).evaluate()
        #expect(result == .error(.costLimit(100_000)))
    }

    @Test("comparing lists of long texts is charged by the texts")
    func listsOfLongTexts() throws {
        let environment = Environment(variables: ["l": .list(.string)], limits: Limits(cost: 100_000))
        let program = environment.program(try environment.compile("l == l"))
        let text = Value.string(String(repeating: "a", count: 10_000))
        #expect(program.evaluate(["l": .list([text])]) == .bool(true))
        #expect(program.evaluate(["l": .list(Array(repeating: text, count: 10))]) == .error(.costLimit(100_000)))
    }

    @Test("ratios within ratios do not double with every level")
    func nestedRatios() throws {
        let environment = Environment(
            libraries: [StandardLibrary(), AggregateLibrary()], variables: ["l": .list(.int)])
        let text = LimitsTests.repeated("l.ratio(x, ", 40) + "1" + LimitsTests.repeated(", 2)", 40)
        let value = environment.program(try environment.compile(text)).evaluate(["l": .list([.int(1)])])
        #expect(value == .double(1 / Double(1 << 40)))
    }

    @Test("an error's message shows no more than the beginning of a long text")
    func longTextInMessage() throws {
        let environment = Environment(variables: ["s": .string])
        let program = environment.program(try environment.compile("int(s)"))
        guard case .error(let error) = program.evaluate(["s": .string(String(repeating: "院", count: 10_000))]) else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.message.zh.count < 120)
    }

    @Test("a built tree that is too tall is a fault, as a text would be")
    func tallTree() {
        var tree = Expression.constant(.int(1))
        for _ in 0..<300 { tree = .call("_+_", [tree, .constant(.int(1))]) }
        #expect { try Environment().check(tree) } throws: { ($0 as? ExpressionFaults)?.all.first?.code == "nesting-too-deep" }
        guard case .error(let error) = Environment().uncheckedProgram(tree).evaluate() else {
            Issue.record("an error is expected")
            return
        }
        #expect(error.code == "nesting-too-deep")
    }
}
