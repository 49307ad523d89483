import Diagnostics

/// The faults of other readings, each worded here and nowhere else.
extension Diagnostic {
    static func noReadings(at location: Location) -> Self {
        Self(
            code: "no-readings", at: location,
            message: Localized(zh: "other_readings 是空的", en: "there are no readings under other_readings"),
            help: Localized(zh: "写上另一种读法，或删去这个键", en: "write one, or leave the key out"))
    }

    static func tooManyReadings(_ count: Int, at location: Location) -> Self {
        Self(
            code: "too-many-readings", at: location,
            message: Localized(
                zh: "共 \(count) 种读法，最多 \(Reading.mostReadings) 种",
                en: "there are \(count) readings, and at most \(Reading.mostReadings) may be there"),
            help: Localized(zh: "只留确有争议的", en: "keep those that are really in dispute"))
    }

    static func readingNamedTwice(_ name: Localized, first: Location, at location: Location) -> Self {
        Self(
            code: "reading-named-twice", at: location,
            message: Localized(
                zh: "有两种读法都叫“\(name.zh)”，前一种在 \(first)", en: "two readings are called '\(name.en)'; the first is at \(first)"),
            help: Localized(zh: "给其中一种另取名称", en: "give one of them another name"))
    }

    static func readingChangesNothing(_ name: Localized, at location: Location) -> Self {
        Self(
            code: "reading-changes-nothing", at: location,
            message: Localized(
                zh: "读法“\(name.zh)”与规则本身完全相同", en: "the reading '\(name.en)' says just what the rule says itself"),
            help: Localized(zh: "在 set 中写明它与规则的不同之处，或删去这种读法", en: "write under set in what it differs, or leave it out"))
    }

    static func readingSetsWords(_ key: String, at location: Location) -> Self {
        Self(
            code: "reading-sets-words", at: location,
            message: Localized(
                zh: "“\(key)”不能因读法而改变：它不影响结论", en: "a reading cannot change '\(key)', on which no verdict rests"),
            help: Localized(
                zh: "可以改变的是 where、period、target、coverage、missing 等决定结论的键",
                en: "it can change what decides: where, period, target, coverage, missing and the like"))
    }

    static func badSetKey(_ key: String, at location: Location) -> Self {
        Self(
            code: "bad-set-key", at: location,
            message: Localized(zh: "“\(key)”不是用点连接的键", en: "'\(key)' is no path of keys"),
            help: Localized(zh: "例如 target.parity.compare", en: "write it as in target.parity.compare"))
    }

    static func setWithinList(_ list: String, at location: Location) -> Self {
        Self(
            code: "set-within-list", at: location,
            message: Localized(zh: "“\(list)”是列表，不能只改其中一处", en: "'\(list)' is a list, and cannot be changed in part"),
            help: Localized(zh: "把整个列表重写一遍：\(list): […]", en: "write the whole list anew: \(list): […]"))
    }

    static func nothingToRemove(_ key: String, at location: Location) -> Self {
        Self(
            code: "nothing-to-remove", at: location,
            message: Localized(zh: "规则中没有“\(key)”，无从删去", en: "the rule has no '\(key)' that a reading could take out"),
            help: Localized(zh: "检查拼写，或删去这一行", en: "check its spelling, or leave the line out"))
    }

    static func unknownReading(_ name: String, among names: [String], at location: Location) -> Self {
        let nearest = NearestName.to(name, among: names)
        return Self(
            code: "unknown-reading", at: location,
            message: Localized(zh: "这条规则没有叫“\(name)”的读法", en: "the rule has no reading called '\(name)'"),
            help: nearest.map { Localized(zh: "改为“\($0)”", en: "write '\($0)'") }
                ?? Localized(zh: "写在 other_readings 中的才是", en: "write one that stands under other_readings"),
            mend: Mend(respelling: name, among: names, at: location))
    }

    /// The same fault, with the reading that it is of.
    func inReading(_ name: Localized) -> Self {
        var fault = self
        fault.message = Localized(zh: "读法“\(name.zh)”：\(message.zh)", en: "in the reading '\(name.en)': \(message.en)")
        return fault
    }
}
