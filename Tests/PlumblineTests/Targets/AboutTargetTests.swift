import Testing

@Suite("about")
struct AboutTargetTests {
    private static let fields = "share: {type: percent}, docs: {type: integer, unit: 人}, staff: {type: integer, unit: 人}, cost: {type: decimal, unit: 元}"

    private static let examples: [(target: String, share: String, line: String)] = [
        ("{about: {value: 45%, tolerance: 2pp}}", "42.99%", "beyond_limit 42.99% of ≈ 45% ± 2pp, -0.01pp"),
        ("{about: {value: 45%, tolerance: 2pp}}", "43%", "within_limit 43% of ≈ 45% ± 2pp, 0pp"),
        ("{about: {value: 45%, tolerance: 2pp}}", "47%", "within_limit 47% of ≈ 45% ± 2pp, 0pp"),
        ("{about: {value: 45%, tolerance: 2pp}}", "47.5%", "beyond_limit 47.5% of ≈ 45% ± 2pp, +0.5pp"),
        ("{about: {value: 45%, tolerance: 2pp, side: below}}", "45.1%", "beyond_limit 45.1% of ≈ 45% - 2pp, +0.1pp"),
        ("{about: {value: 45%, tolerance: 2pp, side: above}}", "44.9%", "beyond_limit 44.9% of ≈ 45% + 2pp, -0.1pp"),
        ("{about: {value: 40%, tolerance: 5%}}", "42%", "within_limit 42% of ≈ 40% ± 2pp, 0pp"),
        ("{about: {value: 40%, tolerance: 5%}}", "42.1%", "beyond_limit 42.1% of ≈ 40% ± 2pp, +0.1pp"),
        ("{about: 45%}", "-", "missing"),
        ("{about: 50%}", "45%", "within_limit 45% of ≈ 50% ± 5pp, 0pp"),
        ("{about: 50%}", "44.9%", "beyond_limit 44.9% of ≈ 50% ± 5pp, -0.1pp"),
    ]

    @Test("a value within the tolerance passes, and the limit says which tolerance it was", arguments: examples)
    func shares(target: String, share: String, line: String) throws {
        let fixture = try TargetFixture(
            fields: Self.fields, rule: "observe: share, target: \(target)", header: "tolerances: {about: 10%}")
        #expect(try fixture.lines("share,staff\n\(share),1\n") == [line])
    }

    @Test("a computed value has a tolerance of its own size")
    func computed() throws {
        let rule = "observe: cost, target: {about: {value: {value: docs * q('100 元') / q('1 人')}, tolerance: 10%}}"
        let fixture = try TargetFixture(fields: Self.fields, rule: rule)
        #expect(try fixture.lines("docs,cost\n2,181\n2,179\n").map { $0.prefix(12) } == ["within_limit", "beyond_limit"])
    }

    @Test("a share comes back into the range by as few as it takes")
    func closings() throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "observe: docs / staff, target: {about: {value: 50%, tolerance: 10pp}}")
        #expect(try fixture.lines("docs,staff\n3,10\n").last == "beyond_limit 30% of ≈ 50% ± 10pp, -10pp, convert 1, add 2, remove impossible")
    }

    private static let faults: [(target: String, faults: [String])] = [
        ("{about: 45%}", ["about-without-tolerance"]),
        ("{about: {value: 45%, tolerance: 0%}}", ["bad-tolerance"]),
        ("{about: {value: 45 元, tolerance: 2pp}}", ["unit-mismatch"]),
        ("{about: {value: 45%, tolerance: 2 元}}", ["tolerance-unit"]),
        ("{about: {value: 45%, within: 2pp}}", ["unknown-key", "about-without-tolerance"]),
    ]

    @Test("a tolerance has to be there and to suit the value", arguments: faults)
    func atFault(target: String, faults: [String]) throws {
        #expect(try Set(TargetFixture.faults(fields: Self.fields, rule: "observe: share, target: \(target)")) == Set(faults))
    }
}
