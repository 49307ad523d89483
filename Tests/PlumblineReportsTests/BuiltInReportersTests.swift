import Plumbline
import PlumblineReports
import Testing

@Suite("The built-in reporters") struct BuiltInReportersTests {
    @Test("are listed in the order in which help shows them, each under its own name")
    func names() { #expect(builtInReporters.map { $0.name } == ["text", "json", "jsonl", "sarif"]) }
}
