import CEL
import Testing

@Suite("Time zones")
struct TimeZoneTests {
    private let fixture = LibraryFixture()

    private func hour(_ zone: String) throws -> Value {
        try fixture.value("timestamp('2009-02-13T23:31:30Z').getHours('\(zone)')")
    }

    @Test(
        "offsets and IANA names are known, those without an area too",
        arguments: [
            ("UTC", 23), ("GMT", 23), ("GMT0", 23), ("GMT+0", 23), ("Zulu", 23), ("CET", 0), ("EST", 18), ("PRC", 7),
            ("PST8PDT", 15), ("W-SU", 2), ("NZ-CHAT", 13), ("Asia/Shanghai", 7), ("Asia/Kolkata", 5), ("US/Central", 17),
            ("America/Argentina/Buenos_Aires", 21), ("Etc/GMT+5", 18), ("America/Port-au-Prince", 18), ("+11:00", 10),
            ("02:00", 1), ("-09:30", 14), ("-00:00", 23),
        ])
    func known(zone: String, expected: Int64) throws {
        #expect(try hour(zone) == .int(expected))
    }

    @Test(
        "abbreviations, offsets in other forms and other spellings are no zones",
        arguments: [
            "PST", "IST", "CST", "GMT+1", "GMT+0800", "UTC+8", "Z", "Local", "+1:00", "+0100", "+25:00", "+01:60",
            "europe/paris", "Asia/Shanghai ", "Nowhere/City", "上海",
        ])
    func unknown(zone: String) throws {
        #expect(try fixture.errorCode("timestamp('2009-02-13T23:31:30Z').getHours('\(zone)')") == "unknown-time-zone")
    }
}
