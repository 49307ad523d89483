import Testing

@Suite("matches")
struct MatchesTargetTests {
    private static let examples: [(code: String, line: String)] = [
        ("SN12", #"within_limit SN12 of ~ ^[A-Z]{2}\d+$"#),
        ("SN", #"beyond_limit SN of ~ ^[A-Z]{2}\d+$"#),
        ("xSN12", #"beyond_limit xSN12 of ~ ^[A-Z]{2}\d+$"#),
        ("", "missing"),
    ]

    @Test("a text that the pattern is found in passes", arguments: examples)
    func texts(code: String, line: String) throws {
        let fixture = try TargetFixture(
            fields: "code: {type: string}, n: {type: integer}", rule: #"observe: code, target: {matches: '^[A-Z]{2}\d+$'}"#)
        #expect(try fixture.lines("code,n\n\(code),1\n") == [line])
    }

    @Test("a pattern without ^ and $ may stand anywhere in the text")
    func anywhere() throws {
        let fixture = try TargetFixture(fields: "name: {type: string}", rule: "observe: name, target: {matches: 医院|卫生院}")
        #expect(try fixture.lines("name\n某某卫生院分院\n诊所\n") == [
            "within_limit 某某卫生院分院 of ~ 医院|卫生院", "beyond_limit 诊所 of ~ 医院|卫生院",
        ])
    }
}
