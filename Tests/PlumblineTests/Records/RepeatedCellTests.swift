import Plumbline
import Testing

@Suite("cells that say what the one above says")
struct RepeatedCellTests {
    @Test("are read once, and two ways to write a letter are two texts")
    func letters() throws {
        let fixture = CareVocabulary.fixture("for: region, require: size(name) == 2")
        let run = try fixture.run(["region.csv": "id,name\n1,\u{E9}a\n2,e\u{301}a\n3,\u{E9}a\n4,\u{E9}a\n"])
        #expect(run.findings.map(\.outcome) == [.pass, .fail, .pass, .pass])
    }

    @Test("are unreadable like that one", arguments: ["x", "1.5"])
    func unreadable(text: String) throws {
        let fixture = CareVocabulary.fixture("for: region, require: people > 3")
        let run = try fixture.run(["region.csv": "id,people\n1,\(text)\n2,\(text)\n3,4\n4,\n5,4\n"])
        #expect(run.findings.map(\.reason).suffix(3) == [.conditionTrue, .missing, .conditionTrue])
        #expect(run.findings[0].reason == run.findings[1].reason)
    }
}
