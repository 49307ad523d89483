import Diagnostics
import Foundation
import OrderedCollections
import Plumbline
import TestSupport
import Testing

@Suite("the vocabulary for health plans in the language's examples") struct ExampleVocabularyTests {
    /// The first block of YAML of the examples.
    private static func text() throws -> String {
        let whole = try String(contentsOf: SharedData.url("language-examples.md"), encoding: .utf8)
        let parts = whole.components(separatedBy: "```yaml\n")
        let text = try #require(parts.dropFirst().first?.components(separatedBy: "\n```").first) + "\n"
        // A comma in braces ends an English title there.
        return text.replacing("10,000 residents", with: "10000 residents")
    }

    @Test("loads and compiles whole", .enabled(if: SharedData.isPresent, "\(SharedData.absence)"))
    func loads() throws {
        let text = try Self.text().split(separator: "\n").filter { !$0.contains("benchmarks:") }.joined(separator: "\n")
        let plan = try Fixture.plan(vocabulary: text, rules: "  - {id: a, title: t, for: institution, require: kind == '医院'}\n")
        let vocabulary = plan.vocabulary
        #expect(vocabulary.tables.count > 15)
        #expect(vocabulary.tables["region"]?.hierarchy?.levels.count == 6)
        #expect(vocabulary.tables["honour"]?.validity?.until == "lost_on")
        #expect(vocabulary.tables["observation"]?.observations?.breakdown == "breakdown")
        #expect(vocabulary.tables["region"]?.fields["youth_myopia_rate"]?.observation?.table == "observation")
        #expect(vocabulary.tables["project"]?.fields["status"]?.reachedOn.count == 4)
        #expect(plan.book.faults.all.isEmpty)
    }
}
