import Diagnostics
import Testing

@testable import Plumbline

@Suite("Cases put into the text of rules") struct CaseInsertionTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          school: {key: [id], fields: {id: {type: string}, beds: {type: integer, unit: 张, range: 0..}}}

        """

    private static let rules = """
        ruleset: test
        plan: {title: test, to: 2025-12-31}
        uses: [vocabulary.yaml]
        rules:
          - id: r
            title: 床位
            for: school
            observe: beds
            target: {at_least: 10 张}
          - id: s
            title: 床位
            for: school
            observe: beds
            target: {at_most: 30 张}
            cases:
              - {name: 很多, given: {beds: 99}, outcome: fail}

              # 以上为人工核对
          - id: t
            title: 床位
            for: school
            require: beds > 1

        """

    private static func inserted(_ rules: String) throws -> (text: String, again: AuditPlan) {
        let plan = try Fixture.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": rules])
        let insertions = plan.rules.indices.compactMap { CaseInsertion(CaseGenerator(plan).cases(ofRule: $0)) }
        #expect(insertions.count == 3)
        let text = CaseInsertion.text(rules, inserting: insertions)
        return (text, try Fixture.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": text]))
    }

    @Test("a text with carriage returns keeps one at the end of every line, and says the same as one without")
    func carriageReturns() throws {
        let plain = try Self.inserted(Self.rules)
        let other = try Self.inserted(Self.rules.replacing("\n", with: "\r\n"))
        #expect(other.text == plain.text.replacing("\n", with: "\r\n"))
        #expect(other.again.rules.map(\.rule.cases.count) == plain.again.rules.map(\.rule.cases.count))
        #expect(plain.again.rules.allSatisfy { !$0.rule.cases.isEmpty })
        #expect(CaseRunner(other.again).run().failures.sorted == [])
    }

    @Test("every line that was there stays, in its order")
    func kept() throws {
        var rest = try Self.inserted(Self.rules).text.split(separator: "\n", omittingEmptySubsequences: false)[...]
        for line in Self.rules.split(separator: "\n", omittingEmptySubsequences: false) {
            let place = try #require(rest.firstIndex(of: line), "\(line)")
            rest = rest[(place + 1)...]
        }
    }
}
