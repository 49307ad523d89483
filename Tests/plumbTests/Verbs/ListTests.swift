import Foundation
import Testing

@Suite("plumb list") struct ListTests {
    @Test("every rule has a line with its name, title, binding and section", arguments: [
        ("en", "  rule               title  binding   section\n  town/too-few-beds  Beds   required\n  town/no-code       Code   required\n2 rules\n"),
        ("zh", "  规则               名称    约束力  出处\n  town/too-few-beds  床位数  要求\n  town/no-code       代码    要求\n2 条规则\n"),
    ])
    func text(language: String, table: String) throws {
        let answer = try Clinics.twoRules().run("list", "rules", "--lang", language)
        #expect(answer.code == 0)
        #expect(answer.output == table)
    }

    @Test("as JSON, rules can be read by programs")
    func json() throws {
        let answer = try Clinics.twoRules().run("list", "rules", "--format", "json", "--only", "no-code")
        let object = try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
        let rules = try #require(object?["rules"] as? [[String: Any]])
        #expect(rules.map { $0["id"] as? String } == ["town/no-code"])
        #expect(rules.first?["binding"] as? String == "required")
        #expect(rules.first?["status"] == nil)
    }

    @Test("a command line that cannot be followed answers 2, rules that do not load 3", arguments: [
        (["list"], 2, "no ruleset is given"), (["list", "rules", "--format", "jsonl"], 2, "did you mean 'json'"),
        (["list", "rules", "--only", "beds"], 2, "there is no rule 'beds'"), (["list", "gone"], 3, "'gone'"),
    ] as [([String], Int32, String)])
    func faults(arguments: [String], code: Int32, words: String) throws {
        let answer = try Clinics.command().run(arguments)
        #expect(answer.code == code)
        #expect(answer.errors.contains(words), "\(answer.errors)")
    }
}
