import Diagnostics
import Testing

@testable import Plumbline

@Suite("Advice on expressions") struct ExpressionAdviceTests {
    private static let vocabulary = """
        vocabulary: test
        enumerations:
          grade: {order: [甲, 乙]}
        tables:
          school:
            key: [id]
            fields:
              id: {type: string}
              opened_on: {type: date}
              pupils: {type: integer, unit: 人}
          teacher:
            key: [id]
            fields:
              id: {type: string}
              school: {references: school, list: teachers}
              grade: {type: grade}

        """

    private static func faults(_ condition: String) throws -> [Diagnostic] {
        let ruleset = """
            ruleset: test
            uses: [vocabulary.yaml]
            rules:
              - {id: a, title: {zh: 甲, en: A}, for: school, require: "\(condition)"}

            """
        do {
            _ = try Fixture.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": ruleset])
            return []
        } catch let faults as Diagnostics {
            return faults.sorted
        }
    }

    @Test("what was most likely meant is said", arguments: [
        ("teacher.count() > 0", "write 'teachers', or add 'teacher' under the table's fields in the vocabulary, "),
        ("teachers.share(t, grade >= '甲') > 0", "write t.grade"),
        ("teachers.count > 0", "write count()"),
        ("opened_on > 2020-01-01", "write date('2020-01-01')"),
        ("id !== 'A'", "write !="),
        ("id not in ['A', 'B']", "write !(id in ['A', 'B'])"),
        ("pupils > 1 && id not in ['A']", "write !(id in ['A'])"),
        ("id in ('A', 'B')", "a list stands in square brackets: in ['A', 'B']"),
        ("id in 'A'", "a list stands in square brackets: in ['A']"),
        ("length(teachers) > 0", "write teachers.count() for how many a list has, size(teachers) for the length of a text"),
        ("(pupils > 0) == True", "write true"), ("id == None", "write null"),
        ("10 < pupils <= 20", "write two comparisons with && between them: 10 < pupils && pupils <= 20"),
    ])
    func meant(condition: String, help: String) throws {
        #expect(try Self.faults(condition).compactMap(\.help?.en).contains { $0.hasPrefix(help) })
    }

    @Test("names of the language that mean nothing here say why", arguments: [
        ("pupils > params.few", "no-parameters"), ("pupils > previous.pupils", "no-other-periods"),
    ])
    func undeclared(condition: String, code: String) throws {
        #expect(try Self.faults(condition).map(\.code.rawValue).contains(code))
    }

    @Test("types have Chinese names in Chinese messages") func types() throws {
        let words = try Self.faults("opened_on > pupils").map(\.message.zh).joined()
        #expect(words.contains("日期") && words.contains("数字"))
        #expect(!words.contains("date") && !words.contains("number"))
    }

    @Test("a comparison with null of a field that never is null is a warning, and says what to ask")
    func neverNull() throws {
        let ruleset = """
            ruleset: test
            uses: [vocabulary.yaml]
            rules:
              - {id: a, title: t, for: school, where: opened_on != null, require: "id != ''"}
              - {id: b, title: t, for: teacher, require: "school.pupils == null"}
              - {id: c, title: t, for: teacher, require: "school != null"}

            """
        let faults = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": ruleset]).book.faults.sorted
        #expect(faults.map(\.code.rawValue) == ["never-null", "never-null"])
        #expect(faults.first?.help?.en.contains("measured(opened_on)") == true)
    }
}
