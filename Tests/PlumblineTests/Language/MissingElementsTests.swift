import CEL
import Plumbline
import Quantities
import Testing

/// Aggregates and loops over people of whom some have no pay or no answer.
@Suite("Lists of which some cells are missing")
struct MissingElementsTests {
    /// Pays 2, 4, missing in 0..10; licences yes, no, missing.
    private static let staff = measured + [StandIn.person(pay: StandIn.missing(0...10), licensed: StandIn.missing())]

    private static let measured = [
        StandIn.person(pay: .number(2), licensed: .bool(true)), StandIn.person(pay: .number(4), licensed: .bool(false)),
    ]

    /// The same, where a missing pay is nothing but unknown.
    private static let unknown = measured + [StandIn.person(pay: StandIn.missing(), licensed: StandIn.missing())]

    @Test(
        "under bounds, and where what stays open in the end is not met, an aggregate is the interval of all that it could be",
        arguments: [
            ("staff.sum(s, s.pay)", "6..16"), ("staff.avg(s, s.pay)", "2..16/3"), ("staff.min(s, s.pay)", "0..2"),
            ("staff.max(s, s.pay)", "4..10"), ("staff.median(s, s.pay)", "2..4"),
            ("staff.count(s, s.licensed)", "1..2"),
            ("staff.share(s, s.licensed)", "1/3..2/3"), ("staff.count(s, s.pay > 3)", "1..2"),
            ("staff.count(s, s.pay >= 0)", "3"),
            ("staff.ratio(s, s.pay, s.pay)", "1"), ("staff.distinct(s, s.pay)", "missing"), ("staff.count()", "3"),
            ("staff.filter(s, s.licensed).count()", "missing"), ("staff.filter(s, s.pay <= 10).sum(s, s.pay)", "6..16"),
            ("staff.exists(s, s.licensed)", "true"), ("staff.all(s, s.licensed)", "false"),
            ("staff.exists(s, s.pay > 4)", "missing_decides"), ("staff.all(s, s.pay <= 10)", "true"),
            ("staff.all(s, s.pay < 10)", "missing_decides"), ("staff.exists_one(s, s.pay > 10)", "false"),
            ("staff.map(s, s.pay > 10, s.name)", "[]"), ("staff.filter(s, s.pay == 11).count()", "0"),
            ("measured(staff.sum(s, s.pay))", "false"), ("measured(staff.sum(s, s.age))", "true"),
        ])
    func bounds(text: String, expected: String) throws {
        for policy in [MissingPolicy.bounds, .against] {
            #expect(try GroupExpressions(policy).value(text, staff: Self.staff).fractions == expected)
        }
    }

    @Test(
        "a number that could be any leaves open only what it decides",
        arguments: [
            ("staff.min(s, s.pay) <= 2", "true"), ("staff.max(s, s.pay) >= 4", "true"),
            ("staff.max(s, s.pay) > 4", "missing_decides"),
            ("staff.sum(s, s.pay) >= 0", "missing_decides"), ("staff.median(s, s.pay) >= 2", "true"),
            ("staff.median(s, s.pay) > 4", "false"), ("staff.min(s, s.age)", "30"),
        ])
    func noRange(text: String, expected: String) throws {
        #expect(try GroupExpressions(.bounds).value(text, staff: Self.unknown).shown == expected)
    }

    @Test(
        "under skip the measured stand for all",
        arguments: [
            ("staff.sum(s, s.pay)", "6"), ("staff.avg(s, s.pay)", "3"), ("staff.min(s, s.pay)", "2"),
            ("staff.max(s, s.pay)", "4"),
            ("staff.median(s, s.pay)", "3"), ("staff.count(s, s.licensed)", "1"), ("staff.share(s, s.licensed)", "1/2"),
            ("staff.distinct(s, s.pay)", "2"), ("staff.ratio(s, s.pay, s.pay)", "1"),
            ("staff.filter(s, s.licensed).count()", "1"),
            ("staff.all(s, s.pay >= 2)", "true"), ("staff.exists(s, s.pay > 4)", "false"),
            ("staff.exists_one(s, s.licensed)", "true"),
        ])
    func skip(text: String, expected: String) throws {
        #expect(try GroupExpressions(.skip(minMeasured: nil)).value(text, staff: Self.unknown).fractions == expected)
    }

    @Test("under skip, too few measured stand for nothing", arguments: [
        "sum(s, s.pay)", "avg(s, s.pay)", "count(s, s.licensed)", "share(s, s.licensed)", "median(s, s.pay)",
        "ratio(s, s.pay, s.pay)", "distinct(s, s.pay)", "filter(s, s.licensed)", "all(s, s.pay >= 2)",
        "exists(s, s.pay > 4)",
    ])
    func tooFewMeasured(call: String) throws {
        let twoThirds = try #require(Number(2).divided(by: 3))
        #expect(try GroupExpressions(.skip(minMeasured: twoThirds)).value("staff.\(call)", staff: Self.unknown).isKnown)
        let more = try #require(Number(67).divided(by: 100))
        #expect(
            try GroupExpressions(.skip(minMeasured: more)).value("staff.\(call)", staff: Self.unknown).causeCodes
                == ["too_few_measured"])
        let nobody = [Self.unknown[2]]
        let all = GroupExpressions(.skip(minMeasured: nil))
        #expect(try all.value("staff.\(call)", staff: nobody).shown == "too_few_measured")
    }

    @Test("an element that decides does so however few are measured")
    func decidedDespiteFew() throws {
        let skip = GroupExpressions(.skip(minMeasured: 1))
        #expect(try skip.value("staff.exists(s, s.licensed)", staff: Self.staff) == .bool(true))
        #expect(try skip.value("staff.all(s, s.licensed)", staff: Self.staff) == .bool(false))
    }

    @Test("what a rule does not apply to is in no group", arguments: [
        MissingPolicy.bounds, .skip(minMeasured: 1), .against,
    ])
    func notApplicable(policy: MissingPolicy) throws {
        let outside = StandIn.missing("not_applicable")
        let staff = [
            StandIn.person(pay: .number(2), licensed: .bool(true)), StandIn.person(pay: outside, licensed: outside),
        ]
        let expressions = GroupExpressions(policy)
        for (text, expected) in [
            ("staff.share(s, s.licensed)", "1"), ("staff.count(s, s.licensed)", "1"), ("staff.avg(s, s.pay)", "2"),
            ("staff.all(s, s.licensed)", "true"), ("staff.exists(s, !s.licensed)", "false"),
            ("staff.filter(s, s.licensed).count()", "1"),
            ("staff.distinct(s, s.pay)", "1"), ("staff.ratio(s, s.pay, s.pay)", "1"),
        ] {
            #expect(try expressions.value(text, staff: staff).shown == expected, "\(text)")
        }
        #expect(try expressions.value("staff.all(s, s.licensed)", staff: [staff[1]]).shown == "empty_group")
        #expect(try expressions.value("staff.share(s, s.licensed)", staff: [staff[1]]).shown == "empty_group")
    }

    @Test("of nothing there is a count and a sum, and nothing else", arguments: [
        MissingPolicy.bounds, .skip(minMeasured: 1), .against,
    ])
    func emptyGroup(policy: MissingPolicy) throws {
        let expressions = GroupExpressions(policy)
        for (call, expected) in [
            ("count()", "0"), ("count(s, s.licensed)", "0"), ("sum(s, s.pay)", "0"), ("distinct(s, s.pay)", "0"),
            ("avg(s, s.pay)", "empty_group"), ("min(s, s.pay)", "empty_group"), ("max(s, s.pay)", "empty_group"),
            ("median(s, s.pay)", "empty_group"), ("share(s, s.licensed)", "empty_group"),
            ("ratio(s, s.pay, s.pay)", "empty_group"),
            ("all(s, s.licensed)", "empty_group"), ("exists(s, s.licensed)", "false"),
            ("filter(s, s.licensed).count()", "0"),
        ] {
            #expect(try expressions.value("staff.\(call)").shown == expected, "\(call)")
        }
    }

    @Test("a ratio without one pair that is measured says so, and why")
    func ratioOfNothing() throws {
        let value = try GroupExpressions(.bounds).value("staff.ratio(s, s.pay, s.age)", staff: [Self.staff[2]])
        #expect(value.causeCodes == ["empty_group", "missing"])
    }

    @Test("aggregates nest, and an inner group leaves the outer one open only where it decides")
    func nested() throws {
        let text = "institutions.share(i, i.staff.avg(s, s.pay) >= 3)"
        func institutions(_ high: Value, _ wide: Value) -> [Value] {
            [[.number(3), .number(4)], [.number(1), .number(2)], [.number(3), high], [.number(3), wide]]
                .map { StandIn.institution($0.map { StandIn.person(pay: $0) }) }
        }
        let bounds = GroupExpressions(.bounds)
        let bounded = institutions(StandIn.missing(3...5), StandIn.missing(0...5))
        #expect(try bounds.value(text, institutions: bounded).fractions == "1/2..3/4")
        #expect(try bounds.value("\(text) >= 0.5", institutions: bounded) == .bool(true))
        #expect(try bounds.value("\(text) > 0.5", institutions: bounded).causeCodes == ["missing_decides", "missing"])
        let unknown = institutions(StandIn.missing(), StandIn.missing())
        #expect(try GroupExpressions(.skip(minMeasured: nil)).value(text, institutions: unknown).fractions == "3/4")
        #expect(try GroupExpressions(.against).value(text, institutions: unknown).fractions == "1/4..3/4")
    }

    @Test("the least of values that are no exact numbers has no interval")
    func wholeNumbers() throws {
        let staff = [StandIn.person(pay: .number(2)), StandIn.person(pay: .number(2), age: StandIn.missing())]
        let bounds = GroupExpressions(.bounds)
        #expect(try bounds.value("staff.min(s, s.age) <= 30", staff: staff).shown == "missing")
        #expect(try bounds.value("staff.min(s, s.age * 1) <= 30", staff: staff).shown == "true")
    }

    @Test("a hundred thousand elements of which half are missing are gone over once, and a hundred causes are kept")
    func many() throws {
        let staff = (0..<100_000).map { index in
            StandIn.person(
                pay: index % 2 == 0 ? .number(Number(index % 7)) : IntervalValue.missing(
                    range: Field.Range(lower: 0, upper: 6, text: ""),
                    cause: UnknownCause(code: "missing", subject: "staff.pay", token: index)))
        }
        for text in ["staff.avg(s, s.pay) > 3", "staff.median(s, s.pay) > 3", "staff.share(s, s.pay > 3) >= 0.5"] {
            let causes = try GroupExpressions(.bounds).value(text, staff: staff).causeCodes
            #expect(causes?.first == "missing_decides" && causes?.contains("missing") == true)
            #expect((causes?.count ?? 0) <= UnknownSet.limit + 2)
        }
        let unknown = staff.indices.map { $0 % 2 == 0 ? staff[$0] : Self.unknown[2] }
        let share = "staff.share(s, s.pay > 3) >= 0.5"
        #expect(try GroupExpressions(.skip(minMeasured: nil)).value(share, staff: unknown) == .bool(false))
    }
}

private extension Value {
    /// As `shown`, numbers as fractions.
    var fractions: String {
        if let interval { return "\(interval.low.map(\.fraction) ?? "")..\(interval.high.map(\.fraction) ?? "")" }
        return number.map(\.fraction) ?? shown
    }
}

private extension Number {
    var fraction: String {
        guard let small else { return description }
        return small.denominator == 1 ? "\(small.numerator)" : "\(small.numerator)/\(small.denominator)"
    }
}
