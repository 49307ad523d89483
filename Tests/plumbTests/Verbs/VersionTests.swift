import Testing

@Suite("plumb version") struct VersionTests {
    @Test("the version is one line on stdout")
    func line() throws {
        let answer = try Clinics.command().run("version")
        #expect(answer.code == 0)
        #expect(answer.output == "plumb 0.1.0\n")
        #expect(answer.errors == "")
    }
}
