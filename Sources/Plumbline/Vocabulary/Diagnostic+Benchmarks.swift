import Diagnostics

/// The faults of tables of published figures, and of rules that lean on them.
extension Diagnostic {
    static func benchmarksWithoutArea(table: String, at location: Location) -> Self {
        Self(
            code: "benchmarks-without-area", at: location,
            message: Localized(
                zh: "公布数据的表“\(table)”没有字段 area，不知是哪里的数据",
                en: "the table '\(table)' of published figures has no field 'area', so that nobody knows whose they are"),
            help: Localized(
                zh: "在 fields 中加上 area: {type: string}；分组的数据再加 group", en: "add area: {type: string} under fields, and group for figures of groups"))
    }

    static func benchmarkColumnNotText(_ field: Field, at location: Location) -> Self {
        Self(
            code: "benchmark-column", at: location,
            message: Localized(
                zh: "公布数据的表中，字段“\(field.name)”应是单个文本", en: "in a table of published figures the field '\(field.name)' is a single text"),
            help: Localized(zh: "写成 \(field.name): {type: string}", en: "write \(field.name): {type: string}"))
    }

    static func benchmarkColumnNotFigure(_ field: Field, at location: Location) -> Self {
        Self(
            code: "benchmark-column", at: location,
            message: Localized(
                zh: "公布数据的字段“\(field.name)”应是不带单位和范围的 decimal：单位由各行的指标决定",
                en: "the field '\(field.name)' of published figures is a decimal without unit and range: each row's indicator has the unit"),
            help: Localized(zh: "写成 \(field.name): {type: decimal}", en: "write \(field.name): {type: decimal}"))
    }

    static func twoBenchmarkTables(_ first: String, _ second: String, at location: Location) -> Self {
        Self(
            code: "two-benchmark-tables", at: location,
            message: Localized(
                zh: "“\(first)”和“\(second)”都是公布数据的表，只能有一个",
                en: "both '\(first)' and '\(second)' are tables of published figures, where there can be one"),
            help: Localized(zh: "并成一个表", en: "make one table of them"))
    }

    static func noBenchmarkTable(at location: Location) -> Self {
        Self(
            code: "no-benchmark-table", at: location,
            message: Localized(zh: "词汇表中没有公布数据的表", en: "no table of the vocabulary holds published figures"),
            help: Localized(
                zh: "给一个表写上 benchmarks: {indicator: …, value: …}", en: "give a table benchmarks: {indicator: …, value: …}"))
    }
}
