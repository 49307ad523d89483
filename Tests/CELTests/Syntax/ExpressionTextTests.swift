import CEL
import Diagnostics
import Testing

@Suite("Faults shown in the text of an expression")
struct ExpressionTextTests {
    private let environment = Environment(variables: ["beds": .int, "机构": .dyn, "kind": .string])

    @Test("a fault stands with line, column, code, carets under Chinese text, and help")
    func rendered() throws {
        let text = "kind == '医院' &&\n  '医院'.size() > bed"
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile(text) }
        #expect(
            ExpressionText(text).rendered(faults, in: .en) == """
                <expression>:2:17: error[undeclared-name]: there is no variable 'bed'
                 2 |   '医院'.size() > bed
                   |                   ^^^
                  help: did you mean 'beds'?

                """)
        #expect(ExpressionText(text, name: "a.cel").rendered(faults, in: .zh).hasPrefix("a.cel:2:17: 错误[undeclared-name]"))
    }

    @Test("all faults are told, in the order of the text")
    func all() throws {
        let text = "bed > 1 && knd == 'x'"
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile(text) }
        let columns = ExpressionText(text).diagnostics(faults).map { $0.location?.start.column }
        #expect(columns == [1, 12])
    }

    @Test("an error of an evaluation stands where it arose")
    func evaluationError() throws {
        let text = "beds + 1 / (beds - beds)"
        let value = environment.program(try environment.compile(text)).evaluate(["beds": .int(3)])
        guard case .error(let error) = value else {
            Issue.record("\(value)")
            return
        }
        #expect(
            ExpressionText(text).rendered(error, in: .en) == """
                <expression>:1:8: error[division-by-zero]: division by zero
                 1 | beds + 1 / (beds - beds)
                   |        ^^^^^^^^^^^^^^^^^

                """)
    }

    @Test("a fault past the end of the text, and one in an empty one, have a place", arguments: ["", "1 +", "(", "'a"])
    func atTheEnd(text: String) throws {
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile(text) }
        #expect(ExpressionText(text).rendered(faults, in: .en).contains("<expression>:1:"))
    }

    @Test(
        "a misspelt function of a library is told by its whole name, and nothing else is",
        arguments: [
            ("sets.contain([1], [1])", "sets.contain", "did you mean 'sets.contains'?"),
            ("optional.off(1)", "optional.off", "did you mean 'optional.of'?"),
            ("cel.bind(x, 1)", "cel.bind", nil),
        ] as [(String, String, String?)])
    func misspeltInNameSpace(text: String, name: String, help: String?) throws {
        let environment = Environment(libraries: [StandardLibrary()] + extensionLibraries)
        let faults = try #require(throws: ExpressionFaults.self) { try environment.compile(text) }
        #expect(faults.all.count == 1)
        #expect(faults.all.first?.message.en.contains("'\(name)'") == true)
        if let help { #expect(faults.all.first?.help?.en == help) }
    }
}
