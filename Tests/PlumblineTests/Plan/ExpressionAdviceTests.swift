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
        ("teacher.count() > 0", "write 'teachers', or add 'teacher' under fields"),
        ("teachers.share(t, grade >= '甲') > 0", "write t.grade"),
        ("teachers.count > 0", "write count()"),
        ("opened_on > 2020-01-01", "write date('2020-01-01')"),
    ])
    func meant(condition: String, help: String) throws {
        #expect(try Self.faults(condition).compactMap(\.help?.en).contains(help))
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
}
