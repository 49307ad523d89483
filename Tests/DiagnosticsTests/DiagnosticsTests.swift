import Diagnostics
import Testing

@Suite("Collected faults") struct DiagnosticsTests {
    private func fault(_ file: String?, _ line: Int = 1, _ column: Int = 1, _ message: String = "m") -> Diagnostic {
        Diagnostic(
            code: "x", at: file.map { Location(file: $0, start: Position(line: line, column: column), lineText: "") },
            message: Localized(same: message))
    }

    @Test("faults are sorted by file, line and column; those at one place stay in order") func sorting() {
        var faults = Diagnostics()
        let ordered = [
            fault(nil, 1, 1, "nowhere"), fault("a", 2, 9), fault("a", 10, 1), fault("a", 10, 3, "z"), fault("a", 10, 3, "b"),
            fault("b", 1, 1),
        ]
        for index in [5, 3, 2, 0, 4, 1] { faults.append(ordered[index]) }
        #expect(faults.sorted == ordered)
    }

    @Test("the same fault is kept once") func twice() {
        var faults = Diagnostics(fault("a"))
        faults.append(fault("a"))
        #expect(faults.all.count == 1)
    }

    @Test("past the cap faults are counted, also when collections are joined") func cap() {
        var faults = Diagnostics()
        for line in 1...(Diagnostics.limit + 5) { faults.append(fault("a", line)) }
        #expect(faults.all.count == Diagnostics.limit)
        #expect(faults.leftOut == 5)
        var more = Diagnostics(fault("b"))
        more.append(faults)
        #expect(more.all.count == Diagnostics.limit)
        #expect(more.leftOut == 6)
    }

    @Test("a warning is no error") func warnings() {
        var warning = fault("a")
        warning.severity = .warning
        var faults = Diagnostics(warning)
        #expect(!faults.isEmpty && !faults.hasErrors && faults.errorCount == 0)
        faults.append(fault("a"))
        #expect(faults.hasErrors && faults.errorCount == 1)
    }
}
