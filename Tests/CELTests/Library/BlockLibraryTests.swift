import CEL
import Testing

@Suite("Expressions with their common parts taken out")
struct BlockLibraryTests {
    private let fixture = LibraryFixture(BlockLibrary(), variables: ["x": .int], limits: Limits(cost: 10_000))

    @Test(
        "a slot can be used by later ones and by the result",
        arguments: [
            ("cel.block([1, cel.index(0) + 1, cel.index(1) + cel.index(0)], cel.index(2) * 10)", Value.int(30)),
            ("cel.block([], 1)", .int(1)),
            ("cel.block([x], cel.index(0)) + cel.block([x + 1], cel.index(0))", .int(11)),
            (
                "cel.block([[1, 2]], cel.index(0).map(cel.iterVar(0, 0), cel.iterVar(0, 0) + cel.index(0)[0]))",
                .list([.int(2), .int(3)])
            ),
            (
                "[1, 2].map(cel.iterVar(0, 0), "
                    + "[cel.iterVar(0, 0)].exists(cel.iterVar(1, 0), cel.iterVar(1, 0) == cel.iterVar(0, 0)))",
                .list([.bool(true), .bool(true)])
            ),
            ("cel.block([{'a': true}, has(cel.index(0).a)], cel.index(1) && cel.index(0).a)", .bool(true)),
        ])
    func values(text: String, expected: Value) throws {
        #expect(try fixture.value(text, ["x": .int(5)]) == expected)
    }

    @Test("an error in a slot counts only where the slot is used")
    func errors() throws {
        #expect(try fixture.value("cel.block([1 / 0, cel.index(0) + 1, 2], cel.index(2))") == .int(2))
        #expect(try fixture.value("cel.block([1 / 0], true ? 1 : cel.index(0))") == .int(1))
        #expect(try fixture.errorCode("cel.block([1 / 0, cel.index(0) + 1], cel.index(1))") == "division-by-zero")
    }

    @Test("slots that double their value do not double the work")
    func once() throws {
        let slots = (1...60).map { "cel.index(\($0 - 1)) + cel.index(\($0 - 1))" }
        #expect(try fixture.value("cel.block([1, \(slots.joined(separator: ", "))], cel.index(60))") == .int(1 << 60))
    }

    @Test(
        "a slot that is not there yet, and one of another block, is no name",
        arguments: [
            "cel.index(0)", "cel.block([1], cel.index(1))", "cel.block([cel.index(0)], 1)",
            "cel.block([cel.index(1), 1], 1)",
        ])
    func unknownSlots(text: String) {
        #expect(fixture.faultCodes(text) == ["undeclared-name"])
    }

    @Test(
        "slots are a list that is written out, and their numbers stand as they are",
        arguments: [
            ("cel.block(x, 1)", "block-slots-expected: x"), ("cel.block([?x], 1)", "block-slots-expected: [?x]"),
            ("cel.index(-1)", "slot-number-expected: -1"), ("cel.index(x)", "slot-number-expected: x"),
            ("cel.iterVar(0, '一')", "slot-number-expected: '一'"), ("cel.accuVar(1u, 0)", "slot-number-expected: 1u"),
        ])
    func faults(text: String, expected: String) {
        #expect(fixture.faults(text) == [expected])
    }

    @Test("names for variables of loops differ where their numbers do")
    func variables() throws {
        let text = "[cel.iterVar(0, 1), cel.iterVar(0, 11), cel.accuVar(0, 1), cel.index(2)]"
        #expect(try fixture.environment.parse(text).written == "[@it:0:1, @it:0:11, @ac:0:1, @index2]")
    }
}
