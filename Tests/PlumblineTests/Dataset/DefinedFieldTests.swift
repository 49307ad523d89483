import Diagnostics
import Plumbline
import Testing

@Suite("computed fields and indicators")
struct DefinedFieldTests {
    private static let vocabulary = """
        vocabulary: v
        tables:
          region:
            key: [id]
            fields: {id: {type: string}, people: {type: integer, unit: 人, range: 0..}, code: "id.split('-')[0]"}
          unit:
            key: [id]
            fields:
              id: {type: string}
              region: {references: region, list: units}
              part: {type: integer, unit: 张, range: 0..}
              whole: {type: integer, unit: 张, range: 0..}
              income: {type: decimal, unit: 万元}
              secret: {type: decimal, unit: 元, sensitive: true}
              half: {expression: secret / 2, unit: 元}
              rest: {expression: whole - part, unit: 张}
              doubled: {expression: rest * 2, unit: 张}
              province: region.code
          visit: {key: row, fields: {unit: {references: unit, list: visits}, minutes: {type: integer, range: 0..}}}
        indicators:
          - {id: share, of: unit, unit: "%", numerator: part, denominator: whole, title: {zh: 占比, en: Share}, bare: percent}
          - {id: rate, of: unit, unit: 张/万人, numerator: part, denominator: region.people}
          - {id: beds, of: region, unit: 张, expression: 'units.sum(u, u.whole)'}
          - {id: density, of: region, unit: 张/万人, numerator: beds, denominator: people}
          - {id: slow, of: unit, expression: 'visits.avg(v, v.minutes)'}
          - {id: raised, of: unit, unit: 元, expression: secret * 2}
          - {id: told, of: unit, unit: "%", bare: percent}

        """

    private func fixture(_ rules: String...) -> SubmissionFixture { SubmissionFixture(vocabulary: Self.vocabulary, rules: rules) }

    private static let chains: [(rule: String, lines: [String])] = [
        ("for: unit, observe: doubled, target: {at_least: 10 张}", ["1 within_limit 10 0", "2 missing"]),
        ("for: unit, require: province == 'A'", ["1 condition_true", "2 condition_false"]),
        ("for: unit, where: province == 'B', require: rest > 0", ["1 out_of_scope", "2 missing"]),
        ("for: unit, observe: rate, target: {at_least: 25 张/万人}", ["1 within_limit 0.0025 0", "2 missing"]),
        ("for: region, observe: beds, target: {at_least: 10 张}", ["A-1 within_limit 10 0", "B-1 missing_decides"]),
        ("for: region, observe: density, target: {at_least: 50 张/万人}", ["A-1 within_limit 0.005 0", "B-1 missing_decides"]),
        ("for: region, observe: 'units.max(u, u.doubled)', target: {at_most: 10 张}", ["A-1 within_limit 10 0", "B-1 missing_decides"]),
        ("for: unit, observe: slow, target: {at_most: 5}", ["1 list_not_submitted", "2 list_not_submitted"]),
        ("for: unit, require: measured(share) && region.density > 0", ["1 condition_true", "2 condition_false"]),
    ]

    @Test("what is made from others is made in a chain, over references and over lists", arguments: chains)
    func chained(rule: String, lines: [String]) throws {
        let found = try fixture(rule).lines([
            "region.csv": "id,people\nA-1,2000\nB-1,1000\n", "unit.csv": "id,region,part,whole\n1,A-1,5,10\n2,B-1,,\n",
        ])
        #expect(found == lines.map { "r0 \($0)" })
    }

    /// Two of six are 33.333… %.
    private static let supplied: [(cells: String, line: String, problems: [String])] = [
        ("2,6,", "within_limit 1/3 1/30", []),
        (",,40%", "within_limit 0.4 0.1", []),
        (",6,40", "within_limit 0.4 0.1", []),
        ("约2,6,40%", "within_limit 0.4 0.1", ["unreadable-cell 2"]),
        ("0,0,40%", "within_limit 0.4 0.1", []),
        (",,", "missing", []),
        ("2,6,33.3%", "within_limit 1/3 1/30", []),
        ("2,6,33%", "within_limit 1/3 1/30", []),
        ("2,6,33.33", "within_limit 1/3 1/30", []),
        ("2,6,333‰", "within_limit 1/3 1/30", []),
        ("2,6,３３．３％", "within_limit 1/3 1/30", []),
        ("2,6,33.4%", "within_limit 1/3 1/30", ["indicator-differs 2"]),
        ("2,6,33.30%", "within_limit 1/3 1/30", ["indicator-differs 2"]),
        ("2,6,10%", "within_limit 1/3 1/30", ["indicator-differs 2"]),
        ("1,8,13%", "beyond_limit 0.125 -0.175", []),
        ("1,8,12%", "beyond_limit 0.125 -0.175", []),
        ("1,8,12.4%", "beyond_limit 0.125 -0.175", ["indicator-differs 2"]),
        ("0,8,0%", "beyond_limit 0 -0.3", []),
        ("1,500,0%", "beyond_limit 0.002 -0.298", []),
        ("1,500,0.0%", "beyond_limit 0.002 -0.298", ["indicator-differs 2"]),
        ("0,8,1%", "beyond_limit 0 -0.3", ["indicator-differs 2"]),
        ("2,6,约三成", "within_limit 1/3 1/30", ["unreadable-cell 2"]),
    ]

    @Test("where a figure is given and comes out, what comes out decides, and more than rounding is a problem", arguments: supplied)
    func suppliedAndComputed(cells: String, line: String, problems: [String]) throws {
        let run = try fixture("for: unit, observe: share, target: {at_least: 30%}").run(["unit.csv": "id,part,whole,share\n1,\(cells)\n"])
        #expect(run.lines == ["r0 1 \(line)"])
        #expect(run.problems.map { $0.replacing("data/unit.csv:", with: "") } == problems)
    }

    @Test("the problem says what was given and what it comes to, at the cell")
    func differing() throws {
        let run = try fixture("for: unit, observe: share, target: {at_least: 30%}").run([
            "unit.csv": "id,part,whole,占比\n1,2,6,33.3%\n2,2,6,33.4\n3,1,3,30%\n"
        ])
        let problems = run.totals.dataProblems
        #expect(problems.map(\.address?.row) == [2, 3])
        #expect(problems.map(\.column) == ["占比", "占比"])
        #expect(problems.map(\.text) == ["33.4", "30%"])
        #expect(problems.first?.message.en == "the indicator 'Share' is given as 33.4% and comes to 33.33%; what it comes to decides")
        #expect(problems.last?.message.zh == "指标“占比”的报送值（30%）与按定义算出的值（33.33%）不一致，以算出的值为准")
    }

    @Test("a figure in a header's unit is held against what it comes to in that unit")
    func headerUnit() throws {
        let vocabulary = """
            vocabulary: v
            tables: {unit: {key: [id], fields: {id: {type: string}, a: {type: decimal, unit: 元}, b: {type: decimal, unit: 元}}}}
            indicators: [{id: total, of: unit, unit: 元, expression: a + b, title: {zh: 合计收入, en: Total}}]

            """
        let fixture = SubmissionFixture(vocabulary: vocabulary, rules: ["for: unit, observe: total, target: {at_least: 1 元}"])
        let run = try fixture.run(["unit.csv": "id,a,b,合计收入（万元）\n1,12000,345,1.2\n2,12000,345,1.23\n3,12000,345,1.25\n4,12000,345,1.3万\n"])
        #expect(run.lines.prefix(3) == ["r0 1 within_limit 12345 12344", "r0 2 within_limit 12345 12344", "r0 3 within_limit 12345 12344"])
        #expect(run.problems == ["unreadable-cell data/unit.csv:5", "indicator-differs data/unit.csv:4"])
    }

    @Test("an indicator without a definition is what is given")
    func givenOnly() throws {
        let lines = try fixture("for: unit, observe: told, target: {at_least: 30%}").lines(["unit.csv": "id,told\n1,30%\n2,\n"])
        #expect(lines == ["r0 1 within_limit 0.3 0", "r0 2 missing"])
    }

    @Test("a figure that comes of another table's records is held against what is given, in the order of the tables")
    func overLists() throws {
        let run = try fixture(
            "for: region, observe: beds, target: {at_least: 10 张}", "for: unit, observe: share, target: {at_least: 30%}"
        ).run([
            "region.csv": "id,beds\nA,30\nB,31\nC,7\n", "unit.csv": "id,region,part,whole,share\n1,A,1,10,11%\n2,B,1,30,3%\n",
        ])
        #expect(run.problems == ["indicator-differs data/region.csv:2", "indicator-differs data/region.csv:3", "indicator-differs data/region.csv:4", "indicator-differs data/unit.csv:2"])
        #expect(run.lines.prefix(3) == ["r0 A within_limit 10 0", "r0 B within_limit 30 20", "r0 C beyond_limit 0 -10"])
    }

    @Test("a given figure stands where its parts could be several numbers")
    func bounded() throws {
        let run = try fixture("for: region, observe: beds, target: {at_least: 10 张}").run([
            "region.csv": "id,beds\nA,30\nB,\n", "unit.csv": "id,region,whole\n1,A,5\n2,A,\n3,B,5\n4,B,\n",
        ])
        #expect(run.lines == ["r0 A within_limit 30 20", "r0 B missing_decides"])
        #expect(run.problems == [])
    }

    @Test("what a figure is made from is its evidence, unless what was given decides")
    func evidence() throws {
        func evidence(_ rule: String, _ csv: String) throws -> [String] {
            try fixture("for: unit, \(rule)").run(["unit.csv": csv, "region.csv": "id,people\nA-1,2000\n"]).findings[0].evidence.map {
                "\($0.field) \($0.text ?? ($0.isMasked ? "masked" : "-"))"
            }
        }
        let csv = "id,region,part,whole,share,rate,secret\n1,A-1,2,6,33%,,8\n"
        #expect(try evidence("observe: share, target: {at_least: 30%}", csv) == ["part 2", "whole 6"])
        #expect(try evidence("observe: share, target: {at_least: 30%}", "id,share\n1,33%\n") == ["share 33%"])
        #expect(try evidence("observe: rate, target: {at_least: 1 张/万人}", csv) == ["part 2", "region.people 2000"])
        #expect(try evidence("observe: doubled, target: {at_least: 1 张}", csv) == ["whole 6", "part 2"])
        #expect(try evidence("require: province == 'A' && part > 1", csv) == ["region.id A-1", "part 2"])
        #expect(try evidence("observe: half, target: {at_least: 1 元}", csv) == ["secret masked"])
    }

    @Test("a figure made from a sensitive cell is withheld as the cell is, also from a problem")
    func sensitive() throws {
        let run = try fixture("for: unit, observe: raised, target: {at_least: 1 元}", "for: unit, observe: half, target: {at_least: 9 元}")
            .run(["unit.csv": "id,secret,raised\n1,8.5,18\n"])
        #expect(run.lines == ["r0 1 within_limit masked", "r1 1 beyond_limit masked"])
        #expect(run.problems == ["indicator-differs data/unit.csv:2"])
        let problem = try #require(run.totals.dataProblems.first)
        #expect(problem.text == nil)
        #expect(problem.message.en == "the indicator 'raised' is given as something else than it comes to; what it comes to decides")
        #expect(problem.message.zh == "指标“raised”的报送值与按定义算出的值不一致，以算出的值为准")
    }

    @Test("a part that exceeds its whole is told in the indicator's own words")
    func partExceedsWhole() throws {
        let run = try fixture("for: unit, observe: share, target: {at_least: 30%}").run(["unit.csv": "id,part,whole\n1,9,6\n"])
        #expect(run.totals.dataProblems.map(\.message.en) == ["a part exceeds its whole: part (9) is more than whole (6)"])
    }
}
