import Diagnostics
import OrderedCollections
import Plumbline
import Quantities
import Testing
import YAML

@Suite("the vocabulary") struct VocabularyTests {
    private static let region = """
        vocabulary: health
        tables:
          region:
            key: [id]
            label: name
            fields:
              id: {type: string}
              name: {type: string}
              parent: {references: region, list: parts, title: {zh: 上级, en: Parent}, blank: none}
          region_year:
            key: [region, year]
            period: year
            fields:
              region: {references: region, list: years, at_least_one: true}
              year: {type: period}
              beds: {type: integer, unit: 张, range: 0..}
              staff: {type: integer, unit: 人, range: 0..}
            checks:
              - beds >= 0
              - {check: staff <= beds * 10, title: {zh: 人员数, en: Staff}}

        """

    @Test("a reference makes a list on the records that it refers to")
    func references() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(Self.region)
        #expect(faults.isEmpty)
        let lists = vocabulary.lists(of: "region")
        #expect(lists.map(\.name) == ["parts", "years"])
        #expect(lists.map(\.table) == ["region", "region_year"])
        #expect(lists.map(\.isAtLeastOne) == [false, true])
        let parent = try #require(vocabulary.tables["region"]?.fields["parent"])
        #expect(parent.type == .reference("region"))
        #expect(parent.blank == Field.Blank.none)
    }

    @Test("a table's period is a field, which the record's own name leaves out")
    func period() throws {
        let table = try #require(try Fixture.vocabulary(Self.region).vocabulary.tables["region_year"])
        guard case .field("year")? = table.period else {
            Issue.record("\(String(describing: table.period))")
            return
        }
        #expect(table.entityFields == ["region"])
        #expect(table.checks.map(\.condition.text) == ["beds >= 0", "staff <= beds * 10"])
        #expect(table.checks.map(\.title?.zh) == [nil, "人员数"])
    }

    @Test("a table's period can be an expression, and its own field may be called period")
    func periods() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(
            """
            vocabulary: v
            tables:
              call:
                key: [id]
                period: year_of(called_at)
                fields: {id: {type: string}, called_at: {type: datetime}}
              figure:
                key: [id, period]
                period: period
                fields: {id: {type: string}, period: {type: period}}

            """)
        #expect(faults.isEmpty)
        guard case .expression(let scalar)? = vocabulary.tables["call"]?.period else {
            Issue.record("no expression")
            return
        }
        #expect(scalar.text == "year_of(called_at)")
        #expect(vocabulary.tables["figure"]?.entityFields == ["id"])
    }

    @Test("a field is computed where an expression stands in its place or in it")
    func computed() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(
            """
            vocabulary: v
            tables:
              hospital:
                key: [id]
                fields:
                  id: {type: string}
                  city: {type: string}
                  beds: {type: integer}
                  province: "city.split('-')[0]"
                  doubled: {expression: beds * 2, unit: 张, title: {zh: 两倍, en: Twice}}
                  share: {expression: beds / 100, unit: "%", range: 0..200%}
                  typed: {expression: beds > 1, type: boolean}
                  kinds: {type: string, many: true}

            """)
        #expect(faults.isEmpty)
        let fields = try #require(vocabulary.tables["hospital"]?.fields)
        #expect(fields["province"]?.type == .inferred)
        #expect(fields["province"]?.definition?.scalars.map(\.text) == ["city.split('-')[0]"])
        #expect(fields["doubled"]?.type == .decimal)
        #expect(fields["doubled"]?.unit?.symbol == "张")
        #expect(fields["share"]?.type == .percent)
        #expect(fields["share"]?.unit == nil)
        #expect(fields["share"]?.range?.upper == 2)
        #expect(fields["typed"]?.type == .boolean)
        #expect(fields["kinds"]?.isMany == true)
    }

    @Test("a table of groups has the fields by which it groups, and its rows for a list")
    func groups() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(
            """
            vocabulary: v
            tables:
              district: {group: hospital, by: [district], expected: [东城区, 西城区], list: hospitals, title: {zh: 区, en: District}}
              quarter: {group: hospital, by: [district, quarter], expected: [[东城区, 2024Q1]], label: district}
              hospital:
                key: [id, quarter]
                period: quarter
                fields:
                  id: {type: string}
                  quarter: {type: period}
                  district: {type: string, title: {zh: 区, en: District}}
            indicators:
              - {id: hospital_count, of: district, unit: 家, expression: hospitals.count()}

            """)
        #expect(faults.isEmpty)
        let district = try #require(vocabulary.tables["district"])
        #expect(district.group == TableGroup(table: "hospital", by: ["district"], expected: [["东城区"], ["西城区"]], list: "hospitals"))
        #expect(district.key == .fields(["district"]))
        #expect(Array(district.fields.keys) == ["district", "hospital_count"])
        #expect(vocabulary.lists(of: "district").map(\.name) == ["hospitals"])
        let quarter = try #require(vocabulary.tables["quarter"])
        #expect(quarter.entityFields == ["district"])
        #expect(quarter.label == "district")
        #expect(quarter.group?.list == "hospital")
        #expect(vocabulary.fileTables.map(\.name) == ["hospital"])
    }

    @Test("an indicator is a field of its table, whichever file has it")
    func indicators() throws {
        let indicators = """
            vocabulary: indicators
            indicators:
              - id: staff_per_bed
                of: region_year
                unit: 人/张
                better: higher
                title: {zh: 床人比, en: Staff per bed}
                aliases: [每床人员]
                numerator: staff
                denominator: beds
              - {id: occupancy, of: region_year, unit: "%", better: lower, bare: percent, range: 0..100}
              - {id: double, of: region_year, expression: beds * 2}

            """
        let (vocabulary, faults) = try Fixture.vocabulary(indicators, Self.region)
        #expect(faults.isEmpty)
        let fields = try #require(vocabulary.tables["region_year"]?.fields)
        let ratio = try #require(fields["staff_per_bed"])
        #expect(ratio.type == .decimal)
        #expect(ratio.unit?.symbol == "人/张")
        #expect(ratio.indicator?.better == .higher)
        #expect(ratio.definition?.scalars.map(\.text) == ["staff", "beds"])
        #expect(fields["occupancy"]?.type == .percent)
        #expect(fields["occupancy"]?.definition == nil)
        #expect(fields["occupancy"]?.range?.upper == 1)
        #expect(fields["double"]?.indicator != nil)
        #expect(fields["beds"]?.indicator == nil)
    }

    @Test("tables may refer to each other in a circle, and to themselves, in any order")
    func circles() throws {
        let (vocabulary, faults) = try Fixture.vocabulary(
            "vocabulary: a\ntables:\n  a: {key: [id], fields: {id: {type: string}, b: {references: b, list: as_}}}\n",
            "vocabulary: b\ntables:\n  b: {key: [id], fields: {id: {type: string}, a: {references: a, list: bs}}}\n")
        #expect(faults.isEmpty)
        #expect(vocabulary.lists(of: "a").map(\.name) == ["bs"])
        #expect(vocabulary.lists(of: "b").map(\.name) == ["as_"])
    }

    @Test("no file is matched with a table of groups")
    func unmatched() throws {
        let (vocabulary, _) = try Fixture.vocabulary(
            """
            vocabulary: v
            tables:
              district: {group: hospital, by: [district]}
              hospital: {key: [id], fields: {id: {type: string}, district: {type: string}}}

            """)
        #expect(vocabulary.fileTables.map(\.name) == ["hospital"])
    }
}
