import Diagnostics
import Plumbline
import Testing

@Suite("what rules and fields lean on")
struct RuleDependencyTests {
    private static let tables = """
        vocabulary: test
        tables:
          inst: {key: [id], fields: {id: {type: string}, beds: {type: integer}, ok: {type: boolean, expression: "staff.all(s, s.meets('r'))"}}}
          staff: {key: [id], fields: {id: {type: string}, inst: {references: inst, list: staff}}}

        """

    private static let cycles = [
        "for: staff, require: inst.ok",
        "for: staff, require: \"inst.staff.exists(s, s.meets('r'))\"",
        "for: inst, observe: beds, target: {at_least: {value: 'staff.all(s, s.inst.meets(\"r\")) ? 5.0 : 6.0'}}",
        "for: inst, observe: beds, target: {at_least: [{when: \"staff.all(s, s.inst.meets('r'))\", limit: 5}]}",
    ]

    @Test("a rule that leans on its own verdict is a fault, wherever it asks for it", arguments: cycles)
    func cycle(rule: String) throws {
        #expect(try codes(rule) == ["asks-about-itself"])
    }

    @Test("a rule that is not there is told, also where a limit asks for it")
    func unknown() throws {
        let rule = "for: inst, observe: beds, target: {at_least: [{when: \"staff.all(s, s.meets('q'))\", limit: 5}]}"
        #expect(try codes(rule).contains("unknown-rule"))
    }

    @Test("a chain of fields has an end")
    func chain() throws {
        let fields = (1...150).map { "f\($0): 'f\($0 - 1) + 1'" }.joined(separator: ", ")
        let text = "vocabulary: test\ntables:\n  inst: {key: [id], fields: {id: {type: string}, f0: {type: integer}, \(fields)}}\n"
        #expect(try codes("for: inst, require: f150 > 0", vocabulary: text).contains("definition-too-deep"))
    }

    private func codes(_ rule: String, vocabulary: String = Self.tables) throws -> [String] {
        do {
            _ = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, \(rule)}\n")
            return []
        } catch let faults as Diagnostics {
            return faults.sorted.filter { $0.severity == .error }.map(\.code.rawValue)
        }
    }
}
