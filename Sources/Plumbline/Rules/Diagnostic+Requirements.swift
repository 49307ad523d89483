import Diagnostics
import Quantities

/// The faults of coverages, named records, missing data and parameters, each worded here and nowhere else.
extension Diagnostic {
    static func notACoverage(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-a-coverage", at: location,
            message: Localized(
                zh: "coverage 由限值的种类和限值组成，这里却是\(found.zh)", en: "a coverage is a kind of limit with its limit, but this is \(found.en)"),
            help: Localized(zh: "例如 coverage: {at_least: 80%}", en: "write it as in coverage: {at_least: 80%}"))
    }

    static func oneCoverage(at location: Location) -> Self {
        Self(
            code: "one-coverage", at: location,
            message: Localized(
                zh: "coverage 下应有且只有一种限值，per 可另写", en: "coverage takes exactly one kind of limit, and per beside it"),
            help: Localized(zh: "例如 coverage: {at_least: 80%, per: county}", en: "for example coverage: {at_least: 80%, per: county}"))
    }

    static func noNames(at location: Location) -> Self {
        Self(
            code: "no-names", at: location,
            message: Localized(zh: "列表为空，没有点名任何记录", en: "the list is empty, and names no record"),
            help: Localized(zh: "写出名称，或删去这个键", en: "write the names, or leave the key out"))
    }

    static func subjectExcepted(_ name: String, first: Location, at location: Location) -> Self {
        Self(
            code: "subject-excepted", at: location,
            message: Localized(
                zh: "“\(name)”既在 subjects 中（\(first)），又在 except 中", en: "'\(name)' is among the subjects (\(first)), and excepted too"),
            help: Localized(zh: "只留一处", en: "leave it in one of them"))
    }

    static func notAShare(_ text: String, at location: Location) -> Self {
        let isBare = Decimal(text).map { (Number(0)...Number(100)).contains(Number($0)) } ?? false
        // 0.95 may be meant for either.
        let meant = isBare && Int(text) != nil ? "\(text)%" : "95%"
        return Self(
            code: "not-a-share", at: location,
            message: Localized(zh: "“\(text)”不是 0% 到 100% 之间的比例", en: "'\(text)' is not a share from 0% to 100%"),
            help: Localized(zh: "带百分号，例如 \(meant)", en: "write it with its sign, such as \(meant)"))
    }

    static func parameterWithoutValue(_ name: String, at location: Location) -> Self {
        Self(
            code: "parameter-without-value", at: location,
            message: Localized(zh: "参数“\(name)”没有取值", en: "the parameter '\(name)' has no value"),
            help: Localized(
                zh: "加上 value:；取值尚不知道时加上 why:，说明原因", en: "add value:, or, where nobody knows it yet, why: with the reason"))
    }

    static func unitOnParameter(_ name: String, type: String, at location: Location) -> Self {
        Self(
            code: "unit-on-type", at: location,
            message: Localized(zh: "“\(type)”类型的参数“\(name)”没有单位", en: "the parameter '\(name)' of the type '\(type)' takes no unit"),
            help: Localized(zh: "只有 quantity、integer 和 decimal 有单位", en: "only quantity, integer and decimal have one"))
    }

    static func groupsWithoutRoster(_ per: String, table: String, at location: Location) -> Self {
        Self(
            code: "groups-without-roster", severity: .warning, at: location,
            message: Localized(
                zh: "按 \(per) 分组，却没有表“\(table)”的名册：一条记录也没有的组不会被判定，也就不会报为未达标",
                en: "the groups are those of \(per), and there is no roster of '\(table)': a group without a single record is not judged, and so never fails"),
            help: Localized(
                zh: "在规则集的 data 中写 {table: \(table), file: data/….csv, roster: true}，或核查时另给一个只有名册的规则集；每个组各一个结论也可以写成 for: \(table)",
                en: "name a list of all of them under the ruleset's data, {table: \(table), file: data/….csv, roster: true}, or in a ruleset beside it; or write the rule for: \(table)"))
    }

    static func rosterWithoutKey(_ table: String, at location: Location) -> Self {
        Self(
            code: "roster-without-key", at: location,
            message: Localized(
                zh: "表“\(table)”没有主键，不能作为应报单位的名单", en: "the table '\(table)' has no key, and so no roster of who must answer"),
            help: Localized(zh: "在词汇表中给它写上 key，或删去 roster", en: "give it a key in the vocabulary, or leave roster out"))
    }

    static func dataOfGroups(_ table: String, at location: Location) -> Self {
        Self(
            code: "data-of-groups", at: location,
            message: Localized(zh: "“\(table)”是分组表，没有数据文件", en: "'\(table)' is a table of groups, which no file holds"),
            help: Localized(zh: "应有哪些组，写在词汇表的 expected 中", en: "write in the vocabulary under 'expected' which groups there should be"))
    }
}
