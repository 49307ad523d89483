import Testing

@Suite("unique")
struct UniqueTargetTests {
    private static let fields = "region: {type: string}, service: {type: string}, rate: {type: percent}"

    @Test("records that agree in all of the fields are one finding, and others pass")
    func agreeing() throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "target: {unique: [region, service, rate]}")
        let lines = try fixture.lines("region,service,rate\nA,x,80%\nA,x,70%\nA,x,80.0%\nB,x,80%\n")
        #expect(lines == [
            "beyond_limit 2 of = 1 (region, service, rate), +1", "within_limit 1 of = 1 (region, service, rate), 0",
            "within_limit 1 of = 1 (region, service, rate), 0",
        ])
    }

    @Test("only records of the scope have to differ")
    func scope() throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "where: region == 'A', target: {unique: service}")
        #expect(try fixture.reasons("region,service,rate\nA,x,1%\nB,x,1%\n").contains("beyond_limit") == false)
    }

    @Test("a record of whom nobody knows whether it is in scope is not one too few", arguments: ["bounds", "skip", "against"])
    func unknownScope(missing: String) throws {
        let fixture = try TargetFixture(fields: Self.fields, rule: "where: service == 'x', target: {unique: region}, missing: \(missing)")
        #expect(try fixture.reasons("region,service,rate\nA,,1%\nB,x,1%\n").sorted() == ["scope_unknown", "within_limit"])
    }

    private static let faults: [(rule: String, faults: [String])] = [
        ("target: {unique: []}", ["empty-list"]),
        ("target: {unique: [regoin]}", ["unknown-field"]),
        ("target: {unique: [region, region]}", ["listed-twice"]),
        ("observe: rate, target: {unique: [region]}", ["value-not-needed"]),
        ("target: {at_least: 20%}", ["target-without-value"]),
    ]

    @Test("what is listed has to be fields, each once, and nothing is observed", arguments: faults)
    func atFault(rule: String, faults: [String]) throws {
        #expect(try TargetFixture.faults(fields: Self.fields, rule: rule) == faults)
    }
}
