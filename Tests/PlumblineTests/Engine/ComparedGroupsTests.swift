import Diagnostics
import Plumbline
import Testing

@Suite("groups compared over periods and strata")
struct ComparedGroupsTests {
    private static let tables = [
        "home: {key: [id], label: name, fields: {id: {type: string}, name: {type: string}, kind: {type: string}}}",
        """
        worker: {key: [id], fields: {id: {type: string}, home: {references: home, list: staff}, role: {type: string}, band: {type: string}}}
        """,
        """
        worker_year: {key: [worker, year], period: year, fields: {worker: {references: worker, list: years}, year: {type: period}, \
        pay: {type: decimal, unit: 元, range: 0..100}}}
        """,
    ]
    private static let homes = "id,name,kind\nH,甲院,k\nI,乙院,k\n"
    private static let workers = "id,home,role,band\na,H,nurse,1\nb,H,doctor,1\nc,I,nurse,1\nd,I,doctor,2\n"

    private func lines(_ rule: String, workers: String = workers, years: [String]) throws -> [String] {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: worker_year, \(rule)"])
        return try fixture.lines([
            ("home", Self.homes), ("worker", workers), ("worker_year", "worker,year,pay\n" + years.joined(separator: "\n")),
        ])
    }

    private static let parity = "observe: pay, target: {parity: {test: worker.role == 'nurse', against: worker.role != 'nurse', within: [worker.home], at_least: 100%}}"
    private static let years = ["a,2024,10", "b,2024,10", "c,2024,9", "d,2024,10", "a,2025,8", "b,2025,10", "c,2025,10", "d,2025,10"]

    @Test("each stratum has a finding for each period")
    func each() throws {
        #expect(try lines("period: {each: 2024..2025}, \(Self.parity)", years: Self.years) == [
            "[甲院]@2024 within_limit 10 元, 0 元", "[甲院]@2025 beyond_limit 8 元, -2 元, raise 2",
            "[乙院]@2024 beyond_limit 9 元, -1 元, raise 1", "[乙院]@2025 within_limit 10 元, 0 元",
        ])
    }

    @Test("over all periods one that falls short decides, over any one that does not")
    func whole() throws {
        let all = try lines("period: {all: 2024..2025}, \(Self.parity)", years: Self.years)
        #expect(all == ["[甲院] beyond_limit 8 元, -2 元, raise 2", "[乙院] beyond_limit 9 元, -1 元, raise 1"])
        let any = try lines("period: {any: 2024..2025}, \(Self.parity)", years: Self.years)
        #expect(any == ["[甲院] within_limit 10 元, 0 元", "[乙院] within_limit 10 元, 0 元"])
    }

    @Test("strata join on the values of several expressions, whatever the parent")
    func joinedValues() throws {
        let rule = "period: 2024, observe: pay, target: {parity: {test: worker.role == 'nurse', against: worker.role != 'nurse', within: [worker.home.kind, worker.band], at_least: 100%}}"
        #expect(try lines(rule, years: Self.years) == ["[k/1]@2024 beyond_limit 9.50 元, -0.50 元, raise 1", "[k/2]@2024 no_tested_group"])
    }

    @Test("a year under way is told as it stands")
    func notDue() throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: worker_year, period: 2025, \(Self.parity)"])
        let lines = try fixture.lines(
            [("home", Self.homes), ("worker", Self.workers), ("worker_year", "worker,year,pay\n" + Self.years.joined(separator: "\n"))],
            asOf: "2025-12-31")
        #expect(lines == ["[甲院]@2025 before_due (beyond_limit) 8 元, -2 元, raise 2", "[乙院]@2025 before_due (within_limit) 10 元, 0 元"])
    }

    @Test("a home whose staff came without a single year is told, and not only one whose years are blank")
    func nobodyPaid() throws {
        let rule = "period: {each: 2024..2025}, \(Self.parity)"
        #expect(try lines(rule, years: ["a,2024,10", "b,2024,10", "a,2025,8", "b,2025,10"]) == [
            "[甲院]@2024 within_limit 10 元, 0 元", "[甲院]@2025 beyond_limit 8 元, -2 元, raise 2",
            "[乙院]@2024 no_record", "[乙院]@2025 no_record",
        ])
        #expect(try lines(rule, years: ["a,2024,10", "c,2024,10"]).contains("[甲院]@2024 no_record"))
    }

    @Test("a home on the roster of which no staff came is told, and one that is known to have none is not")
    func rosteredHomes() throws {
        let fixture = try AuditFixture(
            tables: Self.tables, rules: ["for: worker_year, period: 2024, \(Self.parity)"],
            rosters: [("home", Self.homes + "J,丙院,k\nK,丁院,k\n")])
        #expect(try fixture.lines([
            ("home", "id,name,kind\nH,甲院,k\nI,乙院,k\nK,丁院,k\n"), ("worker", Self.workers),
            ("worker_year", "worker,year,pay\n" + Self.years.joined(separator: "\n")),
        ]) == ["[甲院]@2024 within_limit 10 元, 0 元", "[乙院]@2024 beyond_limit 9 元, -1 元, raise 1", "[丙院]@2024 no_record"])
    }

    @Test("a home of which no staff came is left alone where the home itself says that none are in scope")
    func rosteredOutOfScope() throws {
        let fixture = try AuditFixture(
            tables: Self.tables,
            rules: ["for: worker_year, where: worker.home.kind == 'k' && worker.role != 'cook', period: 2024, \(Self.parity)"],
            rosters: [("home", Self.homes + "J,丙院,k\nK,丁院,m\n")])
        let lines = try fixture.lines([
            ("home", "id,name,kind\nH,甲院,k\nI,乙院,k\n"), ("worker", Self.workers),
            ("worker_year", "worker,year,pay\n" + Self.years.joined(separator: "\n")),
        ])
        #expect(lines.suffix(1) == ["[丙院]@2024 no_record"])
    }

    @Test("a year of nobody is told once, by name")
    func dangling() throws {
        let fixture = try AuditFixture(tables: Self.tables, rules: ["for: worker_year, period: {each: 2024..2025}, \(Self.parity)"])
        let findings = try fixture.run([
            ("home", Self.homes), ("worker", Self.workers),
            ("worker_year", "worker,year,pay\n" + (Self.years + ["z,2025,9"]).joined(separator: "\n")),
        ]).findings
        #expect(findings.filter { $0.record.key == "?" }.map(fixture.line) == ["[?]@2025 no_such_record"])
        #expect(findings.filter { $0.record.key == "?" }.map(memberLines) == [["z no_such_record"]])
    }

    @Test("a pay that is missing decides where it could, and leaves the others as they are")
    func missing() throws {
        let years = ["a,2024,10", "b,2024,", "c,2024,9", "d,2024,10"]
        #expect(try lines("period: 2024, \(Self.parity)", years: years) == ["[甲院]@2024 missing_decides", "[乙院]@2024 beyond_limit 9 元, -1 元, raise 1"])
    }
}
