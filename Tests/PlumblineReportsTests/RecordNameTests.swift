import Diagnostics
import Plumbline
import Testing

@testable import PlumblineReports

@Suite("What people call records and groups") struct RecordNameTests {
    @Test("the group of those of whom it is not known where they belong is called so", arguments: [(Language.zh, "分组不明"), (.en, "group not known")])
    func unknownGroup(language: Language, words: String) throws {
        func name(_ key: String, _ kind: RecordReference.Kind) throws -> String {
            let record = RecordReference(table: "institution", key: key, label: nil, address: nil, kind: kind)
            return RecordName(record: record, audit: try SampleAudit.plan(), style: TextStyle(language: language, usesColor: false)).plain
        }
        #expect(try name("?", .group) == words)
        #expect(try name("甲类", .group) == "甲类" && name("?", .record) == "?")
    }
}
