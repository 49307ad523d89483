import Diagnostics
import Testing

@testable import Plumbline

@Suite("datasets of cases that are kept for mutants")
struct KeptDatasetTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          region: {key: [id], label: name, fields: {id: {type: string}, name: {type: string, blank: none}, level: {type: string}}}
          school:
            key: [id]
            valid: {from: opened_on, until: closed_on}
            fields:
              id: {type: string}
              region: {references: region, list: schools}
              beds: {type: integer, unit: 张, range: 0..}
              opened_on: {type: date}
              closed_on: {type: date, blank: none}
          year:
            key: [region, year]
            period: year
            fields: {region: {references: region, list: years}, year: {type: period}, rate: {type: percent, range: 0%..100%}}

        """
    private static let rules = """
          - id: counted
            title: a
            for: region
            observe: schools.count(s, s.beds > 10)
            target: {at_least: 2 所}
            cases:
              - {name: two, given: {schools: [{beds: 11}, {beds: 12}, {beds: 3}]}, outcome: pass}
              - {name: one, given: {schools: [{beds: 11}, {beds: 10}]}, outcome: fail}
              - {name: one closed, given: {schools: [{beds: 11}, {beds: 12, closed_on: 2024-06-01}]}, outcome: fail}
          - id: kept
            title: b
            for: year
            period: {all: 2023..2024}
            observe: rate
            target: {at_least: 85%}
            cases:
              - {name: both, periods: {2023: {rate: 85%}, 2024: {rate: 86%}}, outcome: pass}
              - {name: one, periods: {2023: {rate: 84%}, 2024: {rate: 86%}}, outcome: fail}
          - id: growing
            title: c
            for: year
            period: 2024
            observe: rate
            target: {change: {at_least: 1pp, against: previous}}
            cases:
              - {name: more, periods: {2023: {rate: 84%}, 2024: {rate: 86%}}, outcome: pass}
              - {name: the same, periods: {2023: {rate: 86%}, 2024: {rate: 86%}}, outcome: fail}
          - id: covered
            title: d
            for: school
            require: beds > 5
            coverage: {at_least: 50%, per: region}
            cases:
              - {name: half, records: [{region: {id: A}, beds: 6}, {region: {id: A}, beds: 5}], outcome: pass}
              - {name: none, records: [{region: {id: A}, beds: 5}, {region: {id: A}}], outcome: not_measured}

        """

    @Test("every mutant's cases come to what they come to on records that are tied together anew, by expressions compiled anew")
    func kept() throws {
        let header = "ruleset: test\nplan: {title: test, from: 2021-01-01, to: 2024-12-31}\ndue: 2024-12-31\nuses: [vocabulary.yaml]\n"
        let plan = try Fixture.plan(["vocabulary.yaml": Self.vocabulary, "ruleset.yaml": "\(header)rules:\n\(Self.rules)"])
        var (compared, differing) = (0, [String]())
        for index in plan.rules.indices {
            let cases = plan.rules[index].rule.cases
            let rule = try #require(MutableRule(plan.rules[index], vocabulary: plan.vocabulary))
            let compiler = MutantCompiler(plan: plan, ruleset: plan.book.rulesets[0])
            var first = RuleCaseRunner(plan, rule: index)
            for place in cases.indices {
                let passes = first.passes(cases[place], at: place)
                #expect(passes, "\(cases[place].name)")
            }
            var datasets = first.datasets
            for (_, change) in rule.changes {
                guard let mutant = compiler.rule(change.root).flatMap(compiler.plan) else { continue }
                let other = MutantCompiler(plan: plan, ruleset: plan.book.rulesets[0])
                let anew = try #require(other.rule(change.root).flatMap(other.plan))
                var keeping = RuleCaseRunner(mutant, rule: 0, datasets: datasets)
                for place in cases.indices {
                    var fresh = RuleCaseRunner(anew, rule: 0)
                    compared += 1
                    let (kept, made) = (keeping.finding(of: cases[place], at: place), fresh.finding(of: cases[place], at: place))
                    guard Self.text(kept) != Self.text(made) else { continue }
                    differing.append("\(cases[place].name): \(change.mistake.before) → \(change.mistake.after)")
                }
                datasets = keeping.datasets
            }
        }
        #expect(differing == [])
        #expect(compared > 100)
    }

    private static func text(_ finding: Finding?) -> String {
        finding.map { "\($0.record) \($0.reason) \($0.measurement) \($0.evidence) \($0.periods) \(String(describing: $0.group))" } ?? ""
    }
}
