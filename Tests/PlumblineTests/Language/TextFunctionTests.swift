import Diagnostics
import Plumbline
import Testing

@Suite("texts in rules") struct TextFunctionTests {
    private let vocabulary = """
        vocabulary: v
        tables:
          unit: {key: row, fields: {city: {type: string}, words: {type: string, many: true, blank: none}}}
        """

    @Test("a text is split at each separator, empty parts and all", arguments: [
        "city.split('-') == ['甲', '乙', '']", "city.split('乙')[1] == '-'", "city.split('x') == [city]", "'aaa'.split('aa') == ['', 'a']",
        "'甲乙'.split('') == ['甲', '乙']", "''.split(',') == ['']", "''.split('') == []", "city.split('-').size() == 3",
        "'　甲 乙 '.trim() == '甲 乙'", "''.trim() == ''", "city.replace('-', '') == '甲乙'", "'aaa'.replace('aa', 'b') == 'ba'",
        "'甲乙'.replace('', '-') == '-甲-乙-'", "city.replace('x', 'y') == city", "words == null", "!(words != null)", "null == words", "city != null",
    ])
    func split(condition: String) throws {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: \"\(condition)\"}")
        let run = try Fixture.run(plan, table: "unit", csv: "city,words\n甲-乙-,\n")
        #expect(run.findings.map(\.reason) == [.conditionTrue])
    }

    @Test("a part that is not there is a fault of the rule on that record")
    func noSuchPart() throws {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: \"city.split('-')[1] != ''\"}")
        #expect(try Fixture.run(plan, table: "unit", csv: "city\na-b\na\n\n,x\n").findings.map(\.reason).prefix(2) == [.conditionTrue, .ruleError])
    }

    @Test("an exact number is written by the clauses of a format, rounded as reports round it", arguments: [
        "'%d'.format([city.size() + 1]) == '6'", "'%.1f'.format([1 / 4]) == '0.3'", "'%.2f'.format([2 / 3]) == '0.67'",
        "'%f'.format([city.size() / 8]) == '0.625000'", "'%d'.format([1 / 8]) == '0.125'", "'%s'.format([1 / 4]) == '0.25'",
        "'%.1f 张'.format([q('1.25')]) == '1.3 张'",
    ])
    func format(condition: String) throws {
        let plan = try Fixture.plan(vocabulary: vocabulary, rules: "  - {id: r, title: t, for: unit, require: \"\(condition)\"}")
        let run = try Fixture.run(plan, table: "unit", csv: "city\n甲-乙-中\n")
        #expect(run.findings.map(\.reason) == [.conditionTrue], "\(run.findings.map(\.fault))")
    }
}
