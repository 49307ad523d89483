import Diagnostics
import Plumbline
import Testing

@Suite("advice on rules that compile")
struct RuleAdviceTests {
    private func warnings(header: String = "", _ rule: String) throws -> [String] {
        let vocabulary = """
            vocabulary: v
            tables:
              unit: {key: [id], fields: {id: {type: string}, few: {type: integer}, beds: {type: integer, blank: none}, other: {references: unit, list: others, blank: none}}}
              person: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: people}}}
              complaint: {key: [id], fields: {id: {type: string}, unit: {references: unit, list: complaints, at_least_one: true}}}

            """
        let rules = "ruleset: test\nplan: {title: test, to: 2025-12-31}\nuses: [vocabulary.yaml]\n\(header)\nrules:\n  - {id: r, title: t, \(rule)}\n"
        return try Fixture.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": rules]).book.faults.all.map(\.code.rawValue)
    }

    @Test("a ceiling on a list that may not have come is told, wherever it is set", arguments: [
        ("for: unit, observe: people.count(), target: {at_most: 3}", true), ("for: unit, require: people.count() == 0", true),
        ("for: unit, require: 'few > 1 && people.count(p, p.id != \"\") <= few'", true), ("for: unit, require: 3 > people.count()", true),
        ("for: person, require: unit.people.count() == 0", true), ("for: person, observe: unit.people.count(), target: {equals: 0}", true),
        ("for: unit, require: people.count() == 2", false), ("for: unit, require: people.count() >= 1", false),
        ("for: unit, observe: people.count(), target: {equals: 1}", false), ("for: unit, observe: people.count(), target: {between: [0, 3]}", true),
        ("for: unit, observe: 'people.avg(p, 3)', target: {at_most: 3}", false), ("for: unit, require: 'people.max(p, 3) <= few'", false),
        ("for: unit, observe: people.count(), target: {at_most: 3}, cases: [{name: none came, given: {}, outcome: not_measured, reason: list_not_submitted}]", false),
        ("for: unit, observe: people.count(), target: {at_most: 3}, other_readings: [{name: a, set: {target: {equals: 0}}}], cases: [{name: none came, given: {}, outcome: not_measured, reason: list_not_submitted}]", false),
        ("for: unit, observe: people.count(), target: {at_most: 3}, cases: [{name: none, given: {people: []}, outcome: pass}]", true),
        ("for: unit, all_of: [{name: a, observe: people.count(), target: {equals: 1}}, {name: b, require: few > 1}]", false),
        ("for: unit, all_of: [{name: a, observe: people.count(), target: {equals: 0}}, {name: b, require: few > 1}]", true),
        ("for: unit, require: complaints.count() == 0", false), ("for: unit, observe: people.count(), target: {at_least: 3}", false),
    ])
    func unsentLists(rule: String, isTold: Bool) throws {
        #expect(try warnings(rule) == (isTold ? ["list-may-not-have-come"] : []))
    }

    @Test("a parameter is used by its whole name only")
    func wholeNames() throws {
        let header = "params: {few: {type: integer, value: 3}, few_min: {type: integer, value: 2}}"
        #expect(try warnings(header: header, "for: unit, observe: few, target: {at_least: {value: params.few_min}}") == ["unused-parameter"])
    }

    @Test("a scope rules out that there is none by the field itself, not by one whose name holds the same letters")
    func observedNone() throws {
        #expect(throws: Diagnostics.self) { try warnings("for: unit, where: few > 1 && id != 'beds', observe: beds, target: {at_least: 1}") }
        #expect(try warnings("for: unit, where: beds != null, observe: beds, target: {at_least: 1}") == [])
    }

    @Test("a field that may have none is not compared where nothing asks whether it has one", arguments: [
        ("require: beds > 3", true), ("where: beds >= 3, require: few > 1", true), ("require: few > 1 && 3 <= beds", true),
        ("require: 'others.exists(o, o.beds > 3)'", true), ("require: other.beds > 3", true), ("all_of: [{name: a, require: beds > 3}, {name: b, require: few > 1}]", true),
        ("require: beds == 3", false), ("require: beds == null || beds > 3", false), ("where: beds != null, require: beds > 3", false),
        ("require: 'others.exists(o, o.beds != null && o.beds > 3)'", false), ("require: 'others.filter(o, o.beds != null).exists(p, p.beds > 3)'", false),
        ("all_of: [{name: a, where: beds != null, require: beds > 3}, {name: b, require: few > 1}]", false), ("require: few > 3", false),
    ])
    func comparedNone(rule: String, isTold: Bool) throws {
        #expect(try warnings("for: unit, \(rule)") == (isTold ? ["compares-none"] : []))
    }
}
