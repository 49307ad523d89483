import Plumbline
import Quantities
import TestSupport
import Testing

@Suite("peers")
struct PeersTargetTests {
    private static let table = """
        unit: {key: [id, year], period: year, label: name, fields: {id: {type: string}, year: {type: period}, name: {type: string}, \
        grade: {type: string}, kind: {type: string}, beds: {type: integer, unit: 张, range: 0..20}, \
        full: {type: integer, unit: 张, range: 0..20}, pay: {type: decimal, unit: 元, sensitive: true}}}
        """
    private static let header = "id,year,name,grade,kind,beds,full,pay\n"

    private static func fixture(_ rule: String) throws -> AuditFixture {
        try AuditFixture(table: table, rule: "for: unit, period: 2025, \(rule)")
    }

    private static func lines(_ rule: String, _ rows: [String]) throws -> [String] {
        try fixture(rule).lines(header + rows.joined(separator: "\n"))
    }

    private static let ofBeds = "observe: beds, target: {peers: {at_least: 0 张, among: [grade]}}"

    private static let examples: [(rule: String, rows: [String], lines: [String])] = [
        // The mean of 4 and 7 is 5.5; with 10 beds of its own the first stands at the mean of 7 and 7.
        (ofBeds, ["a,2025,,x,,4,,", "b,2025,,x,,7,,"], ["a@2025 beyond_limit 4 张, -1.5 张, add 3", "b@2025 within_limit 7 张, +1.5 张"]),
        (ofBeds, ["a,2025,,x,,4,,", "b,2025,,y,,7,,"], ["a@2025 group_too_small", "b@2025 group_too_small"]),
        (ofBeds, ["a,2025,,x,,4,,", "b,2024,,x,,7,,"], ["a@2025 group_too_small", "b@2025 no_such_period"]),
        (
            "observe: beds, target: {peers: {at_least: 0 张, among: [grade], min_group: 1}}", ["a,2025,,x,,4,,"],
            ["a@2025 within_limit 4 张, 0 张"]
        ),
        (
            "observe: beds, target: {peers: {more_than: 0 张, among: [grade], min_group: 1}}", ["a,2025,,x,,4,,"],
            ["a@2025 beyond_limit 4 张, 0 张, add impossible"]
        ),
        // With its one bed full it would still be short of 20 points over what all have together.
        (
            "observe: full / beds, target: {peers: {at_least: 20pp, among: [grade], pooled: true}}", ["a,2025,,x,,1,0,", "b,2025,,x,,1,1,"],
            ["a@2025 beyond_limit 0%, -70pp, convert impossible", "b@2025 within_limit 100%, +30pp"]
        ),
        (
            "observe: beds, target: {peers: {more_than: -2 张, among: [grade]}}", ["a,2025,,x,,4,,", "b,2025,,x,,8,,"],
            ["a@2025 beyond_limit 4 张, 0 张, add 1", "b@2025 within_limit 8 张, +4 张"]
        ),
        (
            "observe: beds, target: {peers: {at_most: 1 张, among: [grade, kind]}}",
            ["a,2025,,x,k,4,,", "b,2025,,x,k,8,,", "c,2025,,x,l,20,,", "d,2025,,x,l,20,,"],
            [
                "a@2025 within_limit 4 张, -3 张", "b@2025 beyond_limit 8 张, +1 张, remove 2", "c@2025 within_limit 20 张, -1 张",
                "d@2025 within_limit 20 张, -1 张",
            ]
        ),
        (
            "observe: full / beds, target: {peers: {at_least: 0pp, among: [grade]}}", ["a,2025,,x,,10,5,", "b,2025,,x,,20,20,"],
            ["a@2025 beyond_limit 50%, -25pp, convert 5, add impossible", "b@2025 within_limit 100%, +25pp"]
        ),
        // Together 25 of 30: with k more full ones, (5 + k) / 10 is no less than (25 + k) / 30 from k = 5 on.
        (
            "observe: full / beds, target: {peers: {at_least: 0pp, among: [grade], pooled: true}}",
            ["a,2025,,x,,10,5,", "b,2025,,x,,20,20,"],
            ["a@2025 beyond_limit 50%, -33.33pp, convert 5", "b@2025 within_limit 100%, +16.67pp"]
        ),
        (
            "where: kind == 'k', observe: beds, target: {peers: {at_least: 0 张, among: [grade]}}",
            ["a,2025,,x,k,4,,", "b,2025,,x,k,4,,", "c,2025,,x,l,20,,"],
            ["a@2025 within_limit 4 张, 0 张", "b@2025 within_limit 4 张, 0 张", "c@2025 out_of_scope"]
        ),
        (
            "except: [C], observe: beds, target: {peers: {at_least: 0 张, among: [grade]}}",
            ["a,2025,A,x,,4,,", "b,2025,B,x,,4,,", "c,2025,C,x,,20,,"],
            ["A@2025 within_limit 4 张, 0 张", "B@2025 within_limit 4 张, 0 张", "C@2025 excepted"]
        ),
        (
            "subjects: [A], observe: beds, target: {peers: {at_least: 0 张, among: [grade]}}",
            ["a,2025,A,x,,4,,", "b,2025,B,x,,6,,"], ["A@2025 beyond_limit 4 张, -1 张, add 2", "B@2025 out_of_scope"]
        ),
        // Of which grade one is nobody knows: it is not measured itself, and what it could change is not decided.
        (
            ofBeds, ["a,2025,,x,,4,,", "b,2025,,x,,4,,", "c,2025,,,,20,,"],
            ["a@2025 missing_decides", "b@2025 missing_decides", "c@2025 missing"]
        ),
        (
            ofBeds, ["a,2025,,x,,4,,", "b,2025,,x,,4,,", "c,2025,,,,3,,"],
            ["a@2025 within_limit 4 张, 0 张", "b@2025 within_limit 4 张, 0 张", "c@2025 missing"]
        ),
        // Whether one is in the scope decides for all of its peers.
        (
            "where: kind == 'k', observe: beds, target: {peers: {at_least: 0 张, among: [grade]}}",
            ["a,2025,,x,k,4,,", "b,2025,,x,k,4,,", "c,2025,,x,,20,,"],
            ["a@2025 missing_decides", "b@2025 missing_decides", "c@2025 scope_unknown"]
        ),
    ]

    @Test("each record is held against the figure of its peers, itself among them", arguments: examples)
    func example(rule: String, rows: [String], lines: [String]) throws {
        #expect(try Self.lines(rule, rows) == lines)
    }

    private static let missing: [(policy: String, rows: [String], reasons: [String])] = [
        ("bounds", ["a,2025,,x,,4,,", "b,2025,,x,,,,"], ["missing_decides", "missing"]),
        ("bounds", ["a,2025,,x,,20,,", "b,2025,,x,,,,"], ["within_limit", "missing"]),
        ("skip", ["a,2025,,x,,4,,", "b,2025,,x,,,,", "c,2025,,x,,3,,"], ["within_limit", "missing", "beyond_limit"]),
        ("{skip: {min_measured: 90%}}", ["a,2025,,x,,4,,", "b,2025,,x,,,,", "c,2025,,x,,3,,"], ["too_few_measured", "missing", "too_few_measured"]),
        ("against", ["a,2025,,x,,4,,", "b,2025,,x,,,,", "c,2025,,x,,3,,"], ["within_limit", "beyond_limit", "beyond_limit"]),
    ]

    @Test("what is missing among the peers is taken as the rule says", arguments: missing)
    func missingPeers(policy: String, rows: [String], reasons: [String]) throws {
        let fixture = try Self.fixture("\(Self.ofBeds), missing: \(policy)")
        let findings = try fixture.run([("unit", Self.header + rows.joined(separator: "\n"))]).findings
        #expect(findings.map(\.reason.rawValue) == reasons)
    }

    @Test("a coverage counts who is no worse than its peers")
    func coverage() throws {
        let lines = try Self.lines("\(Self.ofBeds), coverage: {at_least: 50%}", ["a,2025,,x,,4,,", "b,2025,,x,,7,,"])
        #expect(lines == ["all@2025 coverage_met 50%, 0pp"])
    }

    @Test("peers are who is in the register in the period judged")
    func register() throws {
        let table = """
            unit: {key: [id], valid: {from: opened_on, until: closed_on}, fields: {id: {type: string}, grade: {type: string}, \
            beds: {type: integer, unit: 张, range: 0..20}, opened_on: {type: date}, closed_on: {type: date, blank: none}}}
            """
        let csv = "id,grade,beds,opened_on,closed_on\na,x,4,2010-01-01,\nb,x,5,2010-01-01,\nc,x,20,2010-01-01,2024-06-30\n"
        func lines(_ period: String, _ csv: String = csv) throws -> [String] {
            try AuditFixture(table: table, rule: "for: unit, period: \(period), \(Self.ofBeds)").lines(csv)
        }
        #expect(try lines("2023") == [
            "a@2023 beyond_limit 4 张, -5.67 张, add 9", "b@2023 beyond_limit 5 张, -4.67 张, add 7", "c@2023 within_limit 20 张, +10.33 张",
        ])
        #expect(try lines("2025") == ["a@2025 beyond_limit 4 张, -0.5 张, add 1", "b@2025 within_limit 5 张, +0.5 张", "c@2025 other_period"])
        // When it closed nobody knows: it may be a peer or not.
        let open = csv.replacing("c,x,20,2010-01-01,2024-06-30", with: "c,x,20,,2026-06-30")
        #expect(try lines("2025", open) == ["a@2025 missing_decides", "b@2025 missing_decides", "c@2025 scope_unknown"])
    }

    @Test("many peers are put together once, and not for each of them again")
    func time() throws {
        let rows = (0..<4000).map { "\($0),x,\($0 % 20),20" }.joined(separator: "\n")
        let fields = "id: {type: string}, grade: {type: string}, full: {type: integer}, beds: {type: integer}"
        let clock = ContinuousClock()
        for rule in ["observe: full, target: {peers: {at_least: 0, among: [grade]}}", "observe: full / beds, target: {peers: {at_least: 0pp, among: [grade], pooled: true}}"] {
            let fixture = try TargetFixture(fields: fields, rule: rule, table: "key: id")
            var findings: [Finding] = []
            let time = try clock.measure { findings = try fixture.findings("id,grade,full,beds\n" + rows) }
            #expect(findings.count == 4000)
            #expect(time < .seconds(60))
        }
    }

    @Test("a table of published figures that says two things of one says nothing of it", arguments: [
        ("30%", "within_limit"), ("30%\nshare,A,2025,30%", "within_limit"), ("30%\nshare,A,2025,20%", "ambiguous_record"),
        ("30%\nshare,B,2025,20%", "within_limit"),
    ])
    func contradictoryFigures(rows: String, reason: String) throws {
        let fixture = try Fixture.plan(
            vocabulary: """
                vocabulary: v
                tables:
                  area:
                    key: [area, year]
                    period: year
                    fields: {area: {type: string}, year: {type: period}, cost: {type: integer, unit: 元}, income: {type: integer, unit: 元}}
                  published:
                    key: row
                    period: period
                    benchmarks: {indicator: indicator, value: value}
                    fields: {indicator: {type: string}, area: {type: string}, period: {type: period}, value: {type: decimal}}
                indicators:
                  - {id: share, of: area, unit: "%", title: 占比, numerator: cost, denominator: income}

                """,
            rules: "  - {id: r, title: t, for: area, period: 2025, observe: share, target: {peers: {at_least: 0pp, benchmark: {area: A}}}}\n")
        let findings = try Fixture.run(fixture, tables: [
            ("area", "area.csv", "area,year,cost,income\nX,2025,3,9\n"),
            ("published", "published.csv", "indicator,area,period,value\nshare,A,2025,\(rows)\n"),
        ]).findings
        #expect(findings.map(\.reason.rawValue) == [reason])
    }

    @Test("sensitive figures are withheld, its peers' too")
    func sensitive() throws {
        let fixture = try Self.fixture("observe: pay, target: {peers: {at_least: 0 元, among: [grade]}}")
        let findings = try fixture.run([("unit", Self.header + "a,2025,,x,,,,4000\nb,2025,,x,,,,5000\n")]).findings
        #expect(findings.map(\.reason) == [.beyondLimit, .withinLimit])
        for finding in findings {
            #expect(finding.measurement.isMasked)
            #expect(finding.group?.sides.map(\.value) == [nil])
        }
    }

    @Test("both sides are in the evidence, and the peers' figure is the limit")
    func sides() throws {
        let rows = "a,2025,,x,,4,,\nb,2025,,x,,7,,\nc,2025,,x,,20,,\n"
        let finding = try #require(try Self.fixture(Self.ofBeds).run([("unit", Self.header + rows)]).findings.first)
        #expect(finding.group?.sides.map(\.counted) == [1, 3])
        #expect(finding.group?.sides.map { $0.value.map { "\($0)" } } == ["number(4)", "number(31/3)"])
        #expect(finding.measurement.limit?.description == "31/3")
        #expect(finding.evidence.map(\.text) == ["4"])
    }

    private static let faults: [(target: String, faults: [String])] = [
        ("{at_least: 0 张}", ["peers-of-whom"]),
        ("{among: [grade]}", ["bound-missing"]),
        ("{at_least: 0 张, at_most: 0 张, among: [grade]}", ["two-bounds"]),
        ("{at_least: 0%, among: [grade]}", ["unit-mismatch"]),
        ("{at_least: 0 张, among: []}", ["empty-list"]),
        ("{at_least: 0 张, among: [grad]}", ["unknown-field"]),
        ("{at_least: 0 张, among: [grade, grade]}", ["listed-twice"]),
        ("{at_least: 0 张, among: '[grade]'}", ["strata-type"]),
        ("{at_least: 0 张, among: [grade], pooled: true}", ["pooled-no-ratio"]),
        ("{at_least: 0 张, among: [grade], pooled: x}", ["yaml-wrong-type"]),
        ("{at_least: 0 张, among: [grade], min_group: 0}", ["bad-group-size"]),
        ("{at_least: 0 张, amongst: [grade]}", ["unknown-key", "peers-of-whom"]),
        ("{at_least: 0 张, among: [grade], benchmark: {area: x}}", ["peers-of-whom"]),
        ("{at_least: 0 张, benchmark: {area: x}}", ["no-benchmark-table"]),
        ("5", ["not-peers"]),
    ]

    @Test("what peers cannot make sense of is a fault", arguments: faults)
    func atFault(target: String, faults: [String]) throws {
        let fields = "grade: {type: string}, beds: {type: integer, unit: 张}, full: {type: integer, unit: 张}"
        #expect(try TargetFixture.faults(fields: fields, rule: "observe: beds, target: {peers: \(target)}") == faults)
    }

    @Test("a share differs from others by points")
    func points() throws {
        let fields = "grade: {type: string}, beds: {type: integer, unit: 张}, full: {type: integer, unit: 张}"
        let rule = "observe: full / beds, target: {peers: {at_least: -5%, among: [grade]}}"
        #expect(try TargetFixture.faults(fields: fields, rule: rule) == ["peers-in-percent"])
        let text = "observe: grade, target: {peers: {at_least: 0, among: [grade]}}"
        #expect(try TargetFixture.faults(fields: fields, rule: text) == ["target-on-type"])
    }
}

extension PeersTargetTests {
    /// Some units of one grade, of whose two numbers some are not there.
    private struct Units {
        /// The full ones and all, each 0…20 and 1…20.
        var rows: [(full: Int?, beds: Int?)]

        init(using random: inout SeededGenerator) {
            let count = Int.random(in: 2...5, using: &random)
            var left = 4
            func value(_ least: Int, _ random: inout SeededGenerator) -> Int? {
                if left > 0, Int.random(in: 0..<5, using: &random) == 0 { left -= 1; return nil }
                return Int.random(in: least...20, using: &random)
            }
            rows = (0..<count).map { _ in (value(0, &random), value(1, &random)) }
        }

        /// Every way in which the missing ones could lie at an end of their range; quotients of sums are extreme there.
        var extremes: [[(full: Int, beds: Int)]] {
            rows.reduce([[]]) { all, row in
                let fulls = row.full.map { [$0] } ?? [0, 20]
                let beds = row.beds.map { [$0] } ?? [1, 20]
                return all.flatMap { done in fulls.flatMap { full in beds.map { done + [(full, $0)] } } }
            }
        }

        func csv(_ grade: Int) -> String {
            rows.enumerated().map { place, row in
                "\(grade)-\(place),\(grade),\(row.full.map(String.init) ?? ""),\(row.beds.map(String.init) ?? "")"
            }.joined(separator: "\n")
        }
    }

    private static func outcome(_ answers: Set<Bool>) -> String {
        answers.count == 2 ? "not_measured" : answers.contains(true) ? "pass" : "fail"
    }

    @Test("missing values leave open just what they could change, of means and of sums over sums", arguments: [true, false])
    func bounds(pooled: Bool) throws {
        var random = SeededGenerator(seed: 7)
        let groups = (0..<250).map { _ in Units(using: &random) }
        let target = pooled ? "observe: full / beds, target: {peers: {at_least: 0pp, among: [grade], pooled: true}}"
            : "observe: full, target: {peers: {at_least: 0, among: [grade]}}"
        let fixture = try TargetFixture(
            fields: "id: {type: string}, grade: {type: string}, full: {type: decimal, range: 0..20}, beds: {type: decimal, range: 1..20}",
            rule: target, table: "key: id")
        let csv = "id,grade,full,beds\n" + groups.enumerated().map { $1.csv($0) }.joined(separator: "\n")
        let findings = try fixture.findings(csv)
        #expect(findings.count == groups.reduce(0) { $0 + $1.rows.count })
        for finding in findings {
            let parts = finding.record.key.split(separator: "-").compactMap { Int($0) }
            let (group, place) = (groups[parts[0]], parts[1])
            let own = group.rows[place]
            let isOpen = own.full == nil || pooled && own.beds == nil
            // Its own range and its share in the whole are weighed apart, so that more may seem open.
            if isOpen, finding.reason == .missing { continue }
            let answers = Set(group.extremes.map { all -> Bool in
                let (full, beds) = all[place]
                if pooled {
                    // full / beds ≥ Σ full / Σ beds
                    return full * all.reduce(0) { $0 + $1.beds } >= beds * all.reduce(0) { $0 + $1.full }
                }
                return full * all.count >= all.reduce(0) { $0 + $1.full }
            })
            #expect(finding.outcome.rawValue == Self.outcome(answers), "\(group) \(place)")
        }
    }

    @Test("so many more as a finding says are just enough", arguments: [0, 2, -3])
    func closings(least: Int) throws {
        var random = SeededGenerator(seed: 11)
        let groups = (0..<200).map { _ in (0..<Int.random(in: 2...5, using: &random)).map { _ in Int.random(in: 0...20, using: &random) } }
        let fixture = try TargetFixture(
            fields: "id: {type: string}, grade: {type: string}, beds: {type: integer, unit: 张}",
            rule: "observe: beds, target: {peers: {at_least: \(least) 张, among: [grade]}}", table: "key: id")
        let csv = "id,grade,beds\n" + groups.enumerated().flatMap { grade, beds in
            beds.enumerated().map { "\(grade)-\($0),\(grade),\($1)" }
        }.joined(separator: "\n")
        for finding in try fixture.findings(csv) {
            let parts = finding.record.key.split(separator: "-").compactMap { Int($0) }
            let beds = groups[parts[0]]
            func holds(adding more: Int) -> Bool {
                beds.count * (beds[parts[1]] + more) >= beds.reduce(0, +) + more + least * beds.count
            }
            #expect((finding.reason == .withinLimit) == holds(adding: 0))
            guard finding.reason == .beyondLimit else { continue }
            guard case .smallest(let amount)? = finding.measurement.closings.first?.amount, let more = Int(amount.description) else {
                Issue.record("no closing")
                continue
            }
            #expect(holds(adding: more) && !holds(adding: more - 1), "\(beds) \(more)")
        }
    }
}
