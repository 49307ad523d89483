import CEL
import Diagnostics

/// The faults of `peers`.
extension Diagnostic {
    static func notPeers(_ found: Localized, at location: Location) -> Self {
        Self(
            code: "not-peers", at: location,
            message: Localized(
                zh: "“peers”要写明限值和与谁相比，这里却是\(found.zh)", en: "'peers' takes a limit and whom to compare with, but this is \(found.en)"),
            help: Localized(zh: "例如 peers: {more_than: 0pp, among: [grade]}", en: "for example peers: {more_than: 0pp, among: [grade]}"))
    }

    static func peersOfWhom(both: Bool, at location: Location) -> Self {
        Self(
            code: "peers-of-whom", at: location,
            message: both
                ? Localized(zh: "among 和 benchmark 只能写一个", en: "there is both 'among' and 'benchmark', where only one can stand")
                : Localized(zh: "没有写明与谁相比", en: "nothing says whom the record is compared with"),
            help: Localized(
                zh: "与本次数据中的同类相比写 among，与公布的数据相比写 benchmark",
                en: "write among for peers within the data, benchmark for a published figure"))
    }

    static func notOfBenchmark(_ key: String, at location: Location) -> Self {
        Self(
            code: "not-of-benchmark", at: location,
            message: Localized(zh: "与公布的数据相比时不能写“\(key)”", en: "'\(key)' means nothing beside a published figure"),
            help: Localized(zh: "删去 \(key)，或改用 among", en: "leave \(key) out, or write among"))
    }

    static func pooledNoRatio(at location: Location) -> Self {
        Self(
            code: "pooled-no-ratio", at: location,
            message: Localized(
                zh: "所观察的不是一个比值，无从把分子和分母分别合计", en: "what is observed is no ratio, so that there is nothing to pool"),
            help: Localized(
                zh: "观察 a / b 或有分子分母的指标，或删去 pooled", en: "observe a / b or an indicator with numerator and denominator, or leave pooled out"))
    }

    static func peersInPercent(_ text: String, points: String, at location: Location) -> Self {
        Self(
            code: "peers-in-percent", at: location,
            message: Localized(
                zh: "占比与同类的差以百分点计，“\(text)”可能被当成相对差", en: "a share differs from its peers' by percentage points; '\(text)' may be read as a relative difference"),
            help: Localized(zh: "写 \(points)", en: "write \(points)"))
    }

    static func benchmarkOfNoIndicator(at location: Location) -> Self {
        Self(
            code: "benchmark-of-no-indicator", at: location,
            message: Localized(
                zh: "所观察的不是单个指标，不知应与哪个指标公布的数据相比",
                en: "what is observed is not an indicator by itself, so that nobody knows which published figure is meant"),
            help: Localized(zh: "观察一个指标，或在 benchmark 中写 indicator", en: "observe an indicator, or write indicator under benchmark"))
    }

    static func unknownIndicator(_ name: String, among names: [String], at location: Location) -> Self {
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-indicator", at: location,
            message: Localized(zh: "词汇表中没有指标“\(name)”", en: "the vocabulary has no indicator '\(name)'"),
            help: nearest.map { Localized(zh: "是否指“\($0)”？", en: "did you mean '\($0)'?") },
            mend: Mend(respelling: name, among: names, at: location))
    }

    static func benchmarkInOtherUnit(_ indicator: Field, at location: Location) -> Self {
        Self(
            code: "unit-mismatch", at: location,
            message: Localized(
                zh: "指标“\(indicator.name)”与所观察的数值单位不同，无法相比", en: "the indicator '\(indicator.name)' has another unit than what is observed"),
            help: Localized(zh: "换成同单位的指标", en: "name an indicator in the same unit"))
    }

    static func benchmarkNameOfType(_ key: String, _ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "benchmark-name-type", at: location,
            message: Localized(
                zh: "“\(key)”应是文本，这里却是\(TypeName.of(type).zh)", en: "'\(key)' has to be a text, but this is \(TypeName.of(type).en)"),
            help: key == "group" ? Localized(zh: "文本或枚举的取值都可以", en: "a text or a value of an enumeration will do") : nil)
    }
}
