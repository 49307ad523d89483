import Plumbline
import Testing

@testable import PlumblineReports

@Suite("who sent no details") struct ReceiptTallyTests {
    private func record(_ table: String, _ key: String, kind: RecordReference.Kind = .record) -> RecordReference {
        RecordReference(table: table, key: key, label: nil, address: nil, kind: kind)
    }

    @Test("those whose details a rule judges are told apart from details whose own lists are missing")
    func owners() {
        var tally = ReceiptTally()
        tally.add(Finding(rule: 0, record: record("institution", "A"), reason: .listNotSubmitted))
        tally.add(Finding(rule: 0, record: record("community", "Y1"), reason: .listNotSubmitted))
        #expect(tally.withoutDetails[0]?.mapValues { $0.records.map(\.key) } == ["institution": ["A"], "community": ["Y1"]])
    }

    @Test("of a group those are told whose lists it lacks, and not the group")
    func groups() {
        var finding = Finding(rule: 0, record: record("staff", "", kind: .all), reason: .listNotSubmitted)
        finding.group = GroupEvidence(members: [GroupEvidence.Member(record: record("institution", "A"), reason: .listNotSubmitted)])
        var tally = ReceiptTally()
        tally.add(finding)
        #expect(tally.withoutDetails[0]?.mapValues { $0.records.map(\.key) } == ["institution": ["A"]])
    }
}
