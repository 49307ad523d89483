import Foundation
import Plumbline
import Testing

@Suite("many groups, and many records of unknown group")
struct ManyGroupsTests {
    private static let count = 3000
    private static let table = "t: {key: [id], fields: {id: {type: integer}, g: {type: string}, h: {type: string}, x: {type: integer, range: 0..10}}}"
    /// As many groups as records of which nobody knows the group.
    private static let csv = "id,g,h,x\n" + (0..<count).map { "\($0),g\($0),h\($0 % 50),\($0 % 11)\n\(count + $0),,h\($0 % 50),\($0 % 11)\n" }.joined()

    @Test("take no longer than the records do, one by one", arguments: [
        ("require: x > 5, coverage: {at_least: 100000, per: g}", "coverage_short"),
        ("require: x > 5, coverage: {one_of: [2, 4], per: g}", "missing_decides"),
        ("require: x > 5, coverage: {between: [0, 100000], per: g}", "coverage_met"),
        ("require: x > 5, coverage: {at_least: {value: counted + 1}, per: g}", "coverage_short"),
        ("target: {unique: [g]}", "missing_decides"),
        ("target: {unique: [g, h]}", "missing_decides"),
        ("observe: x, target: {parity: {test: x > 3, within: [g], at_least: 50%}}", "missing_decides"),
        ("observe: x, target: {peers: {at_least: -100, among: [g], min_group: 1}}", "missing_decides"),
    ])
    func speed(rule: String, reason: String) throws {
        let start = Self.seconds
        let findings = try AuditFixture(table: Self.table, rule: "for: t, \(rule)").run([("t", Self.csv)]).findings
        let seconds = Self.seconds - start
        let told = findings.filter { $0.record.name != "?" && $0.record.name != "" }
        #expect(told.contains { $0.reason.rawValue == reason })
        // To hold every group against every such record takes three times as long.
        #expect(seconds < 5, "\(seconds) s: \(rule)")
    }

    /// How long this thread has worked, whatever others do besides.
    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
