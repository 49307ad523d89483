import Plumbline
import TestSupport
import Testing

/// The verdict on groups with undecided members, against trying everything that these could be.
@Suite("undecided members against every value of theirs")
struct CoveragePropertyTests {
    private struct Group {
        var passing, failing, undecided, unplaced: Int

        init(using random: inout SeededGenerator, unplaced: ClosedRange<Int>) {
            passing = Int.random(in: 0...4, using: &random)
            failing = Int.random(in: 0...4, using: &random)
            undecided = Int.random(in: 0...4, using: &random)
            self.unplaced = Int.random(in: unplaced, using: &random)
        }

        func rows(of name: Int) -> String {
            func rows(_ count: Int, _ kind: String, _ beds: String) -> String {
                (0..<count).map { "\(name)-\(kind)\(beds)-\($0),\(name),\(kind),\(beds)\n" }.joined()
            }
            return rows(passing, "k", "5") + rows(failing, "k", "4") + rows(undecided, "k", "") + rows(unplaced, "", "5")
        }

        /// Whether the limit holds, for everything that those who are not decided could be; whom nothing is counted of
        /// has no share.
        func outcomes(_ limit: PlainLimit) -> Set<Bool> {
            var outcomes: Set<Bool> = []
            for inScope in 0...unplaced {
                let counted = passing + failing + undecided + inScope
                guard counted > 0 || !limit.isShare else { continue }
                // One of whom the scope is open passes once it is in: its beds are known.
                for more in 0...undecided { outcomes.insert(limit.holds(passing + more + inScope, of: counted)) }
            }
            return outcomes
        }

        func needed(_ limit: PlainLimit) -> Int? {
            let least = (0...undecided).first { limit.holds(passing + $0, of: passing + failing + undecided) }
            return least == 0 ? nil : least
        }
    }

    /// A limit by the book, in hundredths or in records.
    struct PlainLimit: Sendable, CustomTestStringConvertible {
        let kind: String
        let bounds: [Int]
        let isShare: Bool

        func holds(_ passed: Int, of counted: Int) -> Bool {
            let value = isShare ? passed * 100 : passed
            let bounds = bounds.map { isShare ? $0 * counted : $0 }
            return switch kind {
            case "at_least": value >= bounds[0]
            case "at_most": value <= bounds[0]
            case "more_than": value > bounds[0]
            case "less_than": value < bounds[0]
            case "equals": value == bounds[0]
            default: value >= bounds[0] && value <= bounds[1]
            }
        }

        var text: String {
            let texts = bounds.map { "\($0)\(isShare ? "%" : " 个")" }
            return "{per: area, \(kind): \(texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")}"
        }

        var testDescription: String { text }
    }

    private static let limits: [PlainLimit] = ["at_least", "at_most", "more_than", "less_than", "equals", "between"].flatMap { kind in
        [(50, true), (75, true), (2, false), (4, false)].map { bound, isShare in
            PlainLimit(kind: kind, bounds: kind == "between" ? [bound, bound + (isShare ? 5 : 1)] : [bound], isShare: isShare)
        }
    }

    private static let table = """
        unit: {key: [id], fields: {id: {type: string}, area: {type: string}, kind: {type: string}, beds: {type: integer, range: 0..1000}}}
        """

    private func findings(_ limit: PlainLimit, _ groups: [Group], missing: String = "bounds") throws -> [Int: Finding] {
        let fixture = try AuditFixture(
            table: Self.table,
            rule: "for: unit, where: kind == 'k', observe: beds, target: {at_least: 5}, coverage: \(limit.text), missing: \(missing)")
        let csv = "id,area,kind,beds\n" + groups.enumerated().map { $1.rows(of: $0) }.joined()
        let findings = try fixture.run([("unit", csv)]).findings
        return Dictionary(findings.compactMap { finding in Int(finding.record.key).map { ($0, finding) } }) { first, _ in first }
    }

    @Test("a group is decided exactly where no value of its undecided members changes the verdict", arguments: limits)
    func exact(limit: PlainLimit) throws {
        var random = SeededGenerator(seed: 7)
        let groups = (0..<200).map { _ in Group(using: &random, unplaced: 0...0) }
        let findings = try findings(limit, groups)
        for (place, group) in groups.enumerated() {
            guard let finding = findings[place] else {
                #expect(group.passing + group.failing + group.undecided == 0)
                continue
            }
            let outcomes = group.outcomes(limit)
            let reason: Reason = outcomes.count > 1 ? .missingDecides : outcomes == [true] ? .coverageMet : .coverageShort
            #expect(finding.reason == reason, "\(group)")
            if reason == .missingDecides { #expect(finding.group?.neededOfUndecided == group.needed(limit), "\(group)") }
        }
    }

    @Test("where it is open who is in scope, nothing is decided that could still change", arguments: limits)
    func sound(limit: PlainLimit) throws {
        var random = SeededGenerator(seed: 8)
        let groups = (0..<200).map { _ in Group(using: &random, unplaced: 0...3) }
        let findings = try findings(limit, groups)
        for (place, group) in groups.enumerated() {
            guard let finding = findings[place], finding.reason.outcome != .notMeasured else { continue }
            let outcomes = group.outcomes(limit)
            #expect(outcomes == [finding.reason == .coverageMet], "\(group) \(finding.reason)")
        }
    }

    @Test("the measured stand for all, or what the others leave open fails, where the rule says so", arguments: limits)
    func otherPolicies(limit: PlainLimit) throws {
        var random = SeededGenerator(seed: 9)
        let groups = (0..<100).map { _ in Group(using: &random, unplaced: 0...0) }
        let (skipped, against) = (try findings(limit, groups, missing: "skip"), try findings(limit, groups, missing: "against"))
        for (place, group) in groups.enumerated() {
            let measured = group.passing + group.failing
            if let finding = skipped[place], measured > 0 {
                #expect((finding.reason == .coverageMet) == limit.holds(group.passing, of: measured), "\(group)")
            }
            if let finding = against[place] {
                #expect((finding.reason == .coverageMet) == (group.outcomes(limit) == [true]), "\(group)")
            }
        }
    }
}
