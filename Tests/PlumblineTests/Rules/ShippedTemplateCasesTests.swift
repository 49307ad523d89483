import Diagnostics
import Foundation
import OrderedCollections
import Plumbline
import TestSupport
import Testing

/// The templates that are shipped, each with what is below, at and above what it asks, not reported, and of no period.
@Suite("The shipped templates' cases")
struct ShippedTemplateCasesTests {
    private static let vocabulary = """
        vocabulary: templates
        tables:
          county: {key: [id], fields: {id: {type: string}}}
          centre: {key: [id], fields: {id: {type: string}, county: {references: county, list: centres}}}
          figure: {key: [county, year], period: year, fields: {county: {type: string}, year: {type: period}, beds: {type: integer, unit: 张, range: 0..}}}

        """

    private static let ruleset = """
        ruleset: templates
        plan: {title: {zh: 示例, en: Example}, from: 2021-01-01, to: 2025-12-31}
        uses: [vocabulary.yaml, rising.yaml, falling.yaml, kept.yaml, doubles.yaml, exactly-one.yaml, every-period.yaml]
        rules:
          - use: rising
            id: beds-not-rising
            title: {zh: 床位逐年增加, en: Beds rising}
            with: {table: figure, value: beds, periods: 2021..2022}
            cases:
              - {name: below in one period, periods: {2020: {beds: 5}, 2021: {beds: 4}, 2022: {beds: 7}}, outcome: fail}
              - {name: at the one before, periods: {2020: {beds: 5}, 2021: {beds: 6}, 2022: {beds: 6}}, outcome: fail}
              - {name: above in each, periods: {2020: {beds: 0}, 2021: {beds: 1}, 2022: {beds: 2}}, outcome: pass}
              - {name: missing, periods: {2020: {beds: 5}, 2021: {}, 2022: {beds: 7}}, outcome: not_measured, reason: missing}
              - {name: absent period, periods: {2020: {beds: 5}, 2022: {beds: 7}}, outcome: not_measured, reason: no_such_period}
              - {name: the period before the first absent, periods: {2021: {beds: 6}, 2022: {beds: 7}}, outcome: not_measured, reason: no_such_period}
              - {name: before the last, periods: {2020: {beds: 5}, 2021: {beds: 6}}, as_of: 2022-06-30, outcome: not_due, track: on_track}
              - {name: failed before the last, periods: {2020: {beds: 5}, 2021: {beds: 5}}, as_of: 2022-06-30, outcome: fail}
          - use: rising
            id: beds-not-rising-from-stated
            title: {zh: 床位逐年增加（写明基数）, en: Beds rising from a stated figure}
            baseline: {period: 2020, value: 5 张}
            with: {table: figure, value: beds, periods: 2021..2022}
            cases:
              - {name: below the figure, periods: {2021: {beds: 4}, 2022: {beds: 7}}, outcome: fail}
              - {name: at the figure, periods: {2021: {beds: 5}, 2022: {beds: 7}}, outcome: fail}
              - {name: above the figure, periods: {2021: {beds: 6}, 2022: {beds: 7}}, outcome: pass}
              - {name: below in the second period, periods: {2021: {beds: 7}, 2022: {beds: 6}}, outcome: fail}
              - {name: rising so far, periods: {2021: {beds: 6}}, as_of: 2022-06-30, outcome: not_due, track: on_track}
          - use: falling
            id: beds-not-falling
            title: {zh: 床位逐年减少, en: Beds falling}
            with: {table: figure, value: beds, periods: 2021..2022}
            cases:
              - {name: below in each, periods: {2020: {beds: 5}, 2021: {beds: 4}, 2022: {beds: 3}}, outcome: pass}
              - {name: at the one before, periods: {2020: {beds: 5}, 2021: {beds: 5}, 2022: {beds: 3}}, outcome: fail}
              - {name: above in one period, periods: {2020: {beds: 5}, 2021: {beds: 4}, 2022: {beds: 6}}, outcome: fail}
              - {name: falling so far, periods: {2020: {beds: 5}, 2021: {beds: 4}}, as_of: 2022-06-30, outcome: not_due, track: on_track}
              - {name: missing, periods: {2020: {}, 2021: {beds: 4}, 2022: {beds: 3}}, outcome: not_measured, reason: missing}
              - {name: absent period, periods: {2020: {beds: 5}, 2021: {beds: 4}}, outcome: not_measured, reason: no_such_period}
          - use: kept
            id: beds-not-kept
            title: {zh: 床位保持不减, en: Beds kept}
            with: {table: figure, value: beds, periods: 2021..2022}
            cases:
              - {name: below in one period, periods: {2020: {beds: 5}, 2021: {beds: 4}, 2022: {beds: 7}}, outcome: fail}
              - {name: at the one before, periods: {2020: {beds: 5}, 2021: {beds: 5}, 2022: {beds: 5}}, outcome: pass}
              - {name: above, periods: {2020: {beds: 5}, 2021: {beds: 6}, 2022: {beds: 7}}, outcome: pass}
              - {name: missing, periods: {2020: {beds: 5}, 2021: {beds: 6}, 2022: {}}, outcome: not_measured, reason: missing}
              - {name: absent period, periods: {2020: {beds: 5}, 2021: {beds: 6}}, outcome: not_measured, reason: no_such_period}
              - {name: kept so far, periods: {2020: {beds: 5}, 2021: {beds: 5}}, as_of: 2022-06-30, outcome: not_due, track: on_track}
              - {name: fallen already, periods: {2020: {beds: 5}, 2021: {beds: 4}}, as_of: 2022-06-30, outcome: fail}
          - use: doubles
            id: beds-not-doubled
            title: {zh: 床位翻一番, en: Beds doubled}
            with: {table: figure, value: beds, from: 2020, by: 2025}
            cases:
              - {name: below twice, periods: {2020: {beds: 5}, 2025: {beds: 9}}, outcome: fail, observed: 80%, gap: -20pp, closes: {add: 1}}
              - {name: at twice, periods: {2020: {beds: 5}, 2025: {beds: 10}}, outcome: pass, gap: 0pp}
              - {name: above twice, periods: {2020: {beds: 5}, 2025: {beds: 11}}, outcome: pass}
              - {name: missing, periods: {2020: {beds: 5}, 2025: {}}, outcome: not_measured, reason: missing}
              - {name: absent base, periods: {2025: {beds: 10}}, outcome: not_measured, reason: no_such_period}
              - {name: absent period, periods: {2020: {beds: 5}, 2024: {beds: 10}}, outcome: not_measured, reason: no_such_period}
              - {name: from nothing, periods: {2020: {beds: 0}, 2025: {beds: 10}}, outcome: not_measured, reason: zero_base}
              - {name: on the line, periods: {2020: {beds: 5}, 2022: {beds: 7}}, period: 2022, as_of: 2023-01-01, outcome: not_due, track: on_track}
              - {name: below the line, periods: {2020: {beds: 5}, 2022: {beds: 6}}, period: 2022, as_of: 2023-01-01, outcome: not_due, track: off_track}
          - use: exactly_one
            id: not-one-centre
            title: {zh: 各设一个中心, en: A centre each}
            with: {table: county, list: centres}
            cases:
              - {name: below, given: {centres: []}, outcome: fail, closes: {add: 1}}
              - {name: at, given: {centres: [{}]}, outcome: pass}
              - {name: above, given: {centres: [{}, {}]}, outcome: fail, gap: 1}
              - {name: missing, given: {id: A}, outcome: not_measured, reason: list_not_submitted}
          - use: every_period
            id: too-few-beds
            title: {zh: 每年床位不少于六张, en: Six beds in every year}
            with: {table: figure, value: beds, least: 6 张, periods: 2021..2022}
            cases:
              - {name: below in one, periods: {2021: {beds: 5}, 2022: {beds: 7}}, outcome: fail, closes: {add: 1}}
              - {name: at, periods: {2021: {beds: 6}, 2022: {beds: 6}}, outcome: pass}
              - {name: above, periods: {2021: {beds: 7}, 2022: {beds: 7}}, outcome: pass}
              - {name: missing, periods: {2021: {beds: 7}, 2022: {}}, outcome: not_measured, reason: missing}
              - {name: absent period, periods: {2021: {beds: 7}}, outcome: not_measured, reason: no_such_period}
              - {name: so far, periods: {2021: {beds: 7}}, as_of: 2022-06-30, outcome: not_due, track: on_track}

        """

    /// Files of templates over tables of the shared vocabulary: the plans' rules that use them have the cases.
    private static let ofTheSharedVocabulary: Set = ["arrangements", "facilities", "figures", "projects"]

    @Test("every template over the shared vocabulary is used by a plan")
    func usedByPlans() throws {
        let plans = SharedData.repository.appending(path: "Rules/plans").path
        let files = try #require(FileManager.default.enumerator(atPath: plans)).compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
        let texts = try files.map { try String(contentsOfFile: "\(plans)/\($0)", encoding: .utf8) }
        for name in Self.ofTheSharedVocabulary {
            let text = try String(contentsOf: Self.folder.appending(path: "\(name).yaml"), encoding: .utf8)
            for id in text.matches(of: /- id: (\w+)/).map(\.1) {
                #expect(texts.contains { $0.contains("use: \(id)\n") }, "\(id)")
            }
        }
    }

    private static let folder = SharedData.repository.appending(path: "Rules/templates")

    /// The files of the templates, by their names.
    private static func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    }

    private static func plan() throws -> AuditPlan {
        var files = ["vocabulary.yaml": vocabulary, "ruleset.yaml": ruleset]
        for name in try names() { files[name] = try String(contentsOf: folder.appending(path: name), encoding: .utf8) }
        return try Fixture.plan(files)
    }

    @Test("come out as they say, and every template has some")
    func cases() throws {
        let (names, plan) = (try Self.names(), try Self.plan())
        let result = CaseRunner(plan).run()
        #expect(result.failures.all.map(\.message.en) == [])
        #expect(result.untested == [])
        let used = Set(plan.rules.compactMap(\.rule.template?.template.id))
        let own = names.map { String($0.dropLast(".yaml".count)).replacing("-", with: "_") }
        #expect(used == Set(own).subtracting(Self.ofTheSharedVocabulary))
        for name in used {
            let cases = plan.rules.filter { $0.rule.template?.template.id == name }.flatMap(\.rule.cases)
            for kind in ["below", "at", "above", "missing"] { #expect(cases.contains { $0.name.hasPrefix(kind) }, "\(name): \(kind)") }
        }
    }

    @Test("notice every mistake in a template")
    func survivors() throws {
        let left = MutationTest(try Self.plan()).run().flatMap(\.survivors)
        #expect(left.map { "\($0.location): \($0.before) → \($0.after)" } == [])
    }

    @Test("are each in the list of templates, with their parameters")
    func list() throws {
        let readme = try String(contentsOf: SharedData.repository.appending(path: "Rules/README.md"), encoding: .utf8)
        let lines = readme.split(separator: "\n").map(String.init)
        for template in try Self.plan().rules.compactMap(\.rule.template?.template) {
            let line = try #require(lines.first { $0.hasPrefix("| `\(template.id)` |") }, "\(template.id)")
            for name in template.parameters.keys { #expect(line.contains("`\(name)`"), "\(template.id): \(name)") }
        }
    }
}
