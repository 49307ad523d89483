import Testing

@Suite("reaches")
struct ReachesTargetTests {
    private static let grades = "{grade: {order: [D, C, B, B+, A], bands: {middle: [C, B+]}}, kind: {values: [x, y]}}"
    private static let fields = "grade: {type: grade}, kind: {type: kind}, least: {type: grade}"

    private static let examples: [(target: String, record: String, line: String)] = [
        ("B+", "C,x,", "beyond_limit C of ≥ B+, -2 grades"),
        ("B+", "B+,x,", "within_limit B+ of ≥ B+, 0 grades"),
        ("B+", "A,x,", "within_limit A of ≥ B+, +1 grade"),
        ("B+", ",x,", "missing"),
        ("middle", "C,x,", "within_limit C of ≥ middle, 0 grades"),
        ("{value: least}", "B,x,A", "beyond_limit B of ≥ least, -2 grades"),
        ("[{when: kind == 'x', limit: A}, {when: true, limit: D}]", "B,x,", "beyond_limit B of ≥ A (kind == 'x'), D, -2 grades"),
        ("[{when: kind == 'x', limit: A}, {when: true, limit: D}]", "B,y,", "within_limit B of ≥ A (kind == 'x'), D, +2 grades"),
    ]

    @Test("a step at or above the one named passes, and the gap is in steps", arguments: examples)
    func steps(target: String, record: String, line: String) throws {
        let fixture = try TargetFixture(
            fields: Self.fields, rule: "observe: grade, target: {reaches: \(target)}", enumerations: Self.grades)
        #expect(try fixture.lines("grade,kind,least\n\(record)\n") == [line])
    }

    @Test("only an ordered enumeration has steps")
    func kinds() throws {
        let rule = "observe: kind, target: {reaches: x}"
        #expect(try TargetFixture.faults(fields: Self.fields, rule: rule, enumerations: Self.grades) == ["target-on-type"])
    }
}
