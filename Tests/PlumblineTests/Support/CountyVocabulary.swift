/// Regions within regions with what is observed of them, what stands in them, and registers of people and of titles.
enum CountyVocabulary {
    static let text = """
        vocabulary: counties
        enumerations:
          region_level: {values: [省, 市, 师市, 县, 乡镇]}
          talent_level: {order: [市级, 省级, 国家级]}
        tables:
          region:
            key: [id]
            label: name
            hierarchy: {parent: parent, level: level, levels: {province: 省, city: 市, division: 师市, county: 县, township: 乡镇}}
            fields:
              id: {type: string}
              name: {type: string}
              level: {type: region_level}
              parent: {references: region, list: parts}
          region_year:
            key: [region, year]
            period: year
            fields:
              region: {references: region, list: years}
              year: {type: period}
              people: {type: integer, unit: 人, range: 0..}
          facility:
            key: [id]
            label: id
            fields:
              id: {type: string}
              kind: {type: string}
              region: {references: region, list: facilities}
          institution:
            key: [id]
            label: id
            valid: {from: opened_on, until: closed_on}
            fields:
              id: {type: string}
              region: {references: region, list: institutions}
              opened_on: {type: date, blank: none}
              closed_on: {type: date, blank: none}
          staff:
            key: [id]
            valid: {from: hired_on, until: left_on}
            fields:
              id: {type: string}
              institution: {references: institution, list: staff}
              role: {type: string}
              hired_on: {type: date}
              left_on: {type: date, blank: none}
          talent:
            key: [id]
            valid: {from: selected_on, until: left_on}
            fields:
              id: {type: string}
              level: {type: talent_level}
              region: {references: region, list: talents}
              selected_on: {type: date}
              left_on: {type: date, blank: none}
          observation:
            key: [indicator, region, period, breakdown]
            period: period
            observations: {indicator: indicator, value: value, of: region, breakdown: breakdown, unit: unit}
            fields:
              indicator: {type: string}
              region: {references: region}
              period: {type: period}
              breakdown: {type: string, blank: none}
              value: {type: decimal}
              unit: {type: string, blank: none}
        indicators:
          - {id: life, of: region, unit: 岁, title: {zh: 人均预期寿命, en: Life expectancy}, aliases: [平均预期寿命]}
          - {id: myopia, of: region, unit: "%", title: {zh: 近视率, en: Myopia}}
          - {id: myopia_urban, of: region, unit: "%", bare: percent, breakdown: 城镇, aliases: [近视率]}
          - {id: blood, of: region, unit: 单位, title: {zh: 全血采集量, en: Whole blood}}
          - id: doctors
            of: region_year
            unit: 人/万人
            title: {zh: 每万人口全科医生数, en: GPs}
            numerator: region.institutions.sum(i, i.staff.count(s, s.role == '全科医生'))
            denominator: people
          - {id: beds, of: region_year, unit: 张, title: {zh: 床位数, en: Beds}}

        """

    static let regions = """
        id,name,level,parent
        P,浙江省,省,
        C,绍兴市,市,P
        X,越城区,县,C
        Y,新昌县,县,C
        T,城南,乡镇,X
        U,回山,乡镇,Y

        """

    static func fixture(_ rules: String..., header: String = "", data: [String: String] = [:]) -> SubmissionFixture {
        SubmissionFixture(vocabulary: text, rules: rules, header: header, data: data)
    }
}
