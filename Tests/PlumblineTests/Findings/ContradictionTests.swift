import Diagnostics
import Testing

@testable import Plumbline

@Suite("Rows that contradict themselves") struct ContradictionTests {
    private static let address = RecordAddress(file: "a.csv", row: 2, line: 3)

    private static func problem(_ code: DiagnosticCode, _ text: String = "") -> DataProblem {
        DataProblem(code: code, table: "t", file: "a.csv", address: address, message: Localized(same: text))
    }

    @Test("a row that fails a check of its table is not told again by rules that observe its share") func once() {
        var totals = RunTotals(ruleCount: 1)
        totals.add(Self.problem(.failedCheck))
        totals.add(Self.problem(.partExceedsWhole))
        #expect(totals.dataProblems.map(\.code) == [.failedCheck])
        #expect(totals.contradictoryRows == [Self.address])
    }

    @Test("the same share is told once, two shares of a row both") func shares() {
        var totals = RunTotals(ruleCount: 2)
        for text in ["a of b", "a of b", "c of d"] { totals.add(Self.problem(.partExceedsWhole, text)) }
        #expect(totals.dataProblems.count == 2)
    }
}
