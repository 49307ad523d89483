import Diagnostics
import Testing

@testable import Plumbline

@Suite("Mistakes in what rules share") struct SharedMutantsTests {
    private static let vocabulary = """
        vocabulary: test
        tables:
          school:
            key: [id]
            fields: {id: {type: string}, name: {type: string}, beds: {type: integer, unit: 张, range: 0..}, rooms: {type: integer, unit: 间, range: 0..}, staff: {type: integer, unit: 人, range: 0..}}
          figure:
            key: [school, year]
            period: year
            fields: {school: {references: school, list: figures}, year: {type: period}, cost: {type: decimal}}
          room:
            key: [id]
            fields: {id: {type: string}, school: {references: school, list: rooms_of}}
        indicators:
          - {id: share, of: school, unit: '%', numerator: beds, denominator: beds + rooms}

        """

    private static func results(_ rules: String, header: String = "") throws -> [MutationTest.Result] {
        let text = "ruleset: test\nplan: {title: test, from: 2021-01-01, to: 2025-12-31}\nuses: [vocabulary.yaml]\n\(header)rules:\n\(rules)\n"
        return MutationTest(try Fixture.plan(["vocabulary.yaml": vocabulary, "ruleset.yaml": text])).run()
    }

    private static func survivors(_ results: [MutationTest.Result], _ subject: MutationTest.Subject) -> [String] {
        results.filter { $0.subject == subject }.flatMap(\.survivors).map { "\($0.before) → \($0.after)" }
    }

    private static let rule = "observe: share, target: {at_least: 50%}"

    @Test("an indicator's definition is mutated, and a case of any rule that uses it notices")
    func definitions() throws {
        let alone = "  - {id: r, title: t, for: school, \(Self.rule), cases: [{name: n, given: {beds: 10, rooms: 0}, outcome: pass}]}"
        let open = try Self.results(alone)
        #expect(Self.survivors(open, .definition).contains("beds + rooms → beds - rooms"))
        #expect(open.first { $0.subject == .definition }?.name == "school.share")
        let other = "\n  - {id: s, title: t, for: school, \(Self.rule), cases: [{name: n, given: {beds: 5, rooms: 5}, outcome: pass}]}"
        #expect(!Self.survivors(try Self.results(alone + other), .definition).contains("beds + rooms → beds - rooms"))
    }

    @Test("a definition that no rule uses is left alone")
    func unused() throws {
        let results = try Self.results("  - {id: r, title: t, for: school, require: staff > 0}")
        #expect(!results.contains { $0.subject == .definition })
    }

    @Test("a ruleset's due date is mutated for the rules that name none, and noticed by a case on the day after, and on the day")
    func due() throws {
        func rule(_ cases: String) -> String { "  - {id: r, title: t, for: school, require: staff > 0, cases: [{name: n, given: {staff: 1}, outcome: pass}\(cases)]}" }
        let open = try Self.results(rule(""), header: "due: 2024-06-30\n")
        #expect(Self.survivors(open, .ruleset) == ["due: 2024-06-30 → due: 2025-06-30", "due: 2024-06-30 → due: 2023-06-30"])
        #expect(open.flatMap(\.survivors).map(\.hint.en).contains("a case with as_of: 2024-07-01, on which it is due"))
        let cases = ", {name: a, as_of: 2024-07-01, given: {staff: 0}, outcome: fail}, {name: b, as_of: 2024-06-30, given: {staff: 0}, outcome: not_due}"
        #expect(Self.survivors(try Self.results(rule(cases), header: "due: 2024-06-30\n"), .ruleset) == [])
        let own = "  - {id: r, title: t, for: school, due: 2023-12-31, require: staff > 0}"
        #expect(!(try Self.results(own, header: "due: 2024-06-30\n")).contains { $0.subject == .ruleset })
    }

    @Test("what a ruleset does about missing cells is mutated where it says so")
    func missing() throws {
        func rule(_ cases: String) -> String { "  - {id: r, title: t, for: school, require: staff > 0, coverage: {at_least: 50%}, cases: [{name: n, records: [{staff: 1}], outcome: pass}\(cases)]}" }
        #expect(Self.survivors(try Self.results(rule(""), header: "missing: skip\n"), .ruleset).sorted() == ["missing: skip → missing: against", "missing: skip → missing: bounds"])
        #expect(Self.survivors(try Self.results(rule("")), .ruleset) == [])
        let open = ", {name: o, records: [{staff: 1}, {staff: ~}, {staff: ~}], outcome: pass}"
        #expect(Self.survivors(try Self.results(rule(open), header: "missing: skip\n"), .ruleset) == [])
    }

    @Test("a parameter's value, and the room that about allows, are mutated for the rules that rest on them")
    func figures() throws {
        func rule(_ body: String, _ cases: String) -> String { "  - {id: r, title: t, for: school, \(body), cases: [\(cases)]}" }
        let header = "params: {least: {type: quantity, value: 5 张}}\n"
        let asks = "observe: beds, target: {at_least: {value: params.least}}"
        let open = try Self.results(rule(asks, "{name: n, given: {beds: 20}, outcome: pass}"), header: header)
        #expect(Self.survivors(open, .ruleset).contains("params.least: 5 张 → params.least: 4 张"))
        let closed = rule(asks, "{name: n, given: {beds: 5}, outcome: pass}, {name: m, given: {beds: 4}, outcome: fail}")
        #expect(Self.survivors(try Self.results(closed, header: header), .ruleset) == [])
        let about = "observe: beds, target: {about: {value: 100 张}}"
        let room = try Self.results(rule(about, "{name: n, given: {beds: 100}, outcome: pass}"), header: "tolerances: {about: 5%}\n")
        #expect(Self.survivors(room, .ruleset).contains("about: 5% → about: 4%"))
    }

    @Test("a mistake in a template is noticed by a case of any of its rules; one in what an entry fills in is not")
    func templates() throws {
        let header = """
            templates:
              - id: floor
                params: {value: {type: field}, least: {type: quantity}}
                rule: {for: school, require: params.value >= params.least}

            """
        let rules = """
              - use: floor
                each:
                  - id: r
                    title: t
                    with: {value: beds, least: 5 张}
                    cases: [{name: at, given: {beds: 5}, outcome: pass}, {name: below, given: {beds: 4}, outcome: fail}, {name: above, given: {beds: 6}, outcome: pass}]
                  - id: s
                    title: t
                    with: {value: rooms, least: 3 间}
                    cases: [{name: above, given: {rooms: 9}, outcome: pass}]
            """
        let results = try Self.results(rules, header: header)
        let left = Self.survivors(results, .rule)
        #expect(left.contains("least: 3 间 → least: 4 间"), "\(left)")
        let template = try #require(results.first { $0.subject == .template })
        #expect((template.name, template.caseCount) == ("floor", 4))
        #expect(template.total.tried > 0)
        #expect(Self.survivors(results, .template) == [])
    }

    @Test("a mistake in a template that no case of any rule notices is told once, however many rules there are")
    func survivorsOfTemplates() throws {
        let header = """
            templates:
              - id: floor
                params: {value: {type: field}}
                rule: {for: school, require: params.value >= 5}

            """
        let rules = """
              - use: floor
                each:
                  - {id: r, title: t, with: {value: beds}, cases: [{name: above, given: {beds: 9}, outcome: pass}]}
                  - {id: s, title: t, with: {value: rooms}, cases: [{name: above, given: {rooms: 9}, outcome: pass}]}
            """
        let results = try Self.results(rules, header: header)
        #expect(Self.survivors(results, .template).count { $0 == "params.value >= 5 → params.value > 5" } == 1)
        #expect(!Self.survivors(results, .rule).contains { $0.hasPrefix("params.value >= 5") })
    }

    @Test("what a template fills in where entries do not is a mistake of the template, and one that an entry fills in is its own")
    func fallbacks() throws {
        let header = """
            templates:
              - id: floor
                params: {value: {type: field}, least: {type: integer, default: 5}}
                rule: {for: school, require: params.value >= params.least}

            """
        let rules = """
              - use: floor
                each:
                  - {id: r, title: t, with: {value: beds}, cases: [{name: above, given: {beds: 9}, outcome: pass}]}
                  - {id: s, title: t, with: {value: rooms}, cases: [{name: at, given: {rooms: 5}, outcome: pass}, {name: below, given: {rooms: 4}, outcome: fail}]}
                  - {id: u, title: t, with: {value: staff, least: 7}, cases: [{name: above, given: {staff: 9}, outcome: pass}]}
            """
        let results = try Self.results(rules, header: header)
        #expect(Self.survivors(results, .template) == [])
        #expect(Set(Self.survivors(results, .rule).filter { $0.hasPrefix("least") }) == ["least: 7 → least: 8", "least: 7 → least: 6"])
    }

    @Test("a rule of which another reading does not load with the mistake is none")
    func unreadable() throws {
        let rule = """
              - id: r
                title: t
                for: school
                observe: beds
                target: {at_least: 10 张}
                other_readings: [{name: lower, set: {target.at_least: 8 张}}]
                cases: [{name: above, given: {beds: 20}, outcome: pass}, {name: below, given: {beds: 3}, outcome: fail}]
            """
        // With `more_than` in its place the reading would have two limits.
        let survivors = Self.survivors(try Self.results(rule), .rule)
        #expect(!survivors.contains { $0.contains("more_than") }, "\(survivors)")
        #expect(survivors.contains("at_least: 10 张 → at_least: 11 张"))
    }

    @Test("what is kept of a rule's expressions is not taken for another template's, where a case asks for both")
    func templatesOfOneText() throws {
        let header = """
            params: {x: {type: integer, value: 3}}
            templates:
              - id: of-field
                params: {value: {type: field}}
                rule: {for: school, require: size(params.value) == 4}
              - id: of-text
                params: {value: {type: string}}
                rule: {for: school, require: size(params.value) == 4}

            """
        let rules = """
              - {use: of-field, each: [{id: a, title: t, with: {value: name}}]}
              - {use: of-text, each: [{id: b, title: t, with: {value: name}}]}
              - id: m
                title: t
                for: room
                require: "!school.meets('a') && school.meets('b') && params.x > 4"
                cases:
                  - {name: above, params: {x: 5}, given: {id: R, school: {id: S, name: abcdefgh}}, outcome: pass}
                  - {name: at, params: {x: 4}, given: {id: R, school: {id: S, name: abcdefgh}}, outcome: fail}
            """
        let result = try #require(try Self.results(rules, header: header).first { $0.name == "test/m" })
        #expect(result.caseCount == 2)
    }

    @Test("where a list holds one record at most, no other figure of it is a mistake", arguments: [
        ("figures.at(2024).avg(f, f.cost)", false), ("figures.at(2024).max(f, f.cost)", false), ("figures.avg(f, f.cost)", true),
        ("figures.at(2024).sum(f, f.cost)", true),
        ("rooms_of.sum(r, r.school.figures.at(2024).max(f, f.cost))", false), ("rooms_of.sum(r, r.school.figures.max(f, f.cost))", true),
    ])
    func figuresOfOne(observe: String, isMade: Bool) throws {
        let results = try Self.results("  - {id: r, title: t, for: school, observe: \"\(observe)\", target: {at_least: 1}, missing: skip}")
        // The sum over the rooms is a figure of its own.
        let survivors = results[0].survivors.filter { $0.kind == .aggregate && ($0.before != "sum" || !observe.hasPrefix("rooms_of")) }
        #expect(survivors.isEmpty == !isMade, "\(survivors)")
    }

    @Test("a hint names a value only where one is compared with it; a factor or an exponent is none", arguments: [
        ("beds >= 10", "a case at exactly 10"), ("q('10 张') <= beds", "a case at exactly 10 张"),
        ("beds * 2 >= rooms * 3", "a case in which beds * 2 >= rooms * 3 holds, or one in which it does not"),
    ])
    func hints(require: String, hint: String) throws {
        let results = try Self.results("  - {id: r, title: t, for: school, require: \"\(require)\"}")
        let hints = results.flatMap(\.survivors).filter { $0.kind == .threshold }.map(\.hint.en)
        #expect(hints.contains(hint), "\(hints)")
        #expect(hint.hasPrefix("a case at") || !hints.contains { $0.hasPrefix("a case at") }, "\(hints)")
    }
}
