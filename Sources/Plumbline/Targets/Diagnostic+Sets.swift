import CEL
import Diagnostics
import Quantities

/// The faults of `same_set`.
extension Diagnostic {
    static func sameSetWithoutBy(table: String, at location: Location) -> Self {
        Self(
            code: "same-set-without-by", at: location,
            message: Localized(
                zh: "所观察的是表“\(table)”的记录，没有写明按什么比对", en: "what is observed are records of '\(table)', and nothing says what is compared of them"),
            help: Localized(zh: "写上 by: 字段", en: "add by: with a field"))
    }

    static func sameSetByOfValues(at location: Location) -> Self {
        Self(
            code: "same-set-by-of-values", at: location,
            message: Localized(zh: "所观察的不是记录，没有可供 by 比对的字段", en: "what is observed are no records, so that they have no fields for 'by'"),
            help: Localized(zh: "删去 by", en: "leave by out"))
    }

    static func sameSetByOfType(_ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "same-set-by-type", at: location,
            message: Localized(zh: "不能按\(TypeName.of(type).zh)比对", en: "\(TypeName.of(type).en) is nothing to compare elements by"),
            help: Localized(zh: "按单个字段比对，例如 by: name", en: "compare by a single field, such as by: name"))
    }

    static func sameSetOfNoList(_ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "same-set-no-list", at: location,
            message: Localized(zh: "as 应是列表，这里却是\(TypeName.of(type).zh)", en: "'as' has to be a list, but this is \(TypeName.of(type).en)"),
            help: Localized(zh: "写一个列表的名称，或 ['甲', '乙']", en: "write the name of a list, or ['A', 'B']"))
    }

    static func sameSetOfOtherType(_ type: CEL.`Type`, observed: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "same-set-types", at: location,
            message: Localized(
                zh: "两个列表无从比对：一个是\(TypeName.of(observed).zh)，另一个是\(TypeName.of(type).zh)",
                en: "the two lists cannot be compared: one holds \(TypeName.of(observed).en), the other \(TypeName.of(type).en)"),
            help: nil)
    }
}

/// The faults of `composition`.
extension Diagnostic {
    static func oneComposition(both: Bool, at location: Location) -> Self {
        Self(
            code: "one-composition", at: location,
            message: both
                ? Localized(zh: "parts 和 at_or_above 只能写一个", en: "there is both 'parts' and 'at_or_above', where only one can stand")
                : Localized(zh: "没有写明各部分的占比", en: "nothing says which shares there have to be"),
            help: Localized(
                zh: "各取值分别计算写 parts，由高到低累计写 at_or_above", en: "write parts for each value by itself, at_or_above for a grade and all above it"))
    }

    static func notCumulative(_ type: CEL.`Type`, at location: Location) -> Self {
        Self(
            code: "not-cumulative", at: location,
            message: Localized(
                zh: "\(TypeName.of(type).zh)没有高低之分，不能写 at_or_above", en: "\(TypeName.of(type).en) has no order, so that nothing is 'at_or_above'"),
            help: Localized(zh: "改用 parts，或在词汇表中用 order 声明", en: "write parts, or declare the enumeration with order"))
    }

    static func wholeOfCumulative(at location: Location) -> Self {
        Self(
            code: "whole-of-cumulative", at: location,
            message: Localized(zh: "at_or_above 是累计的占比，不能再写 whole", en: "'whole' means nothing beside shares that add up already"),
            help: Localized(zh: "给最低的等级写 100%", en: "give the lowest grade 100%"))
    }

    static func tooManyParts(_ count: Int, most: Int, at location: Location) -> Self {
        Self(
            code: "too-many-parts", at: location,
            message: Localized(zh: "共 \(count) 个部分，最多 \(most) 个", en: "there are \(count) parts, and \(most) are the most there can be"),
            help: Localized(zh: "只写有限值的部分", en: "name only the parts that have a bound"))
    }

    static func partTwice(_ title: String, _ first: String, at location: Location) -> Self {
        Self(
            code: "part-twice", at: location,
            message: Localized(zh: "“\(title)”与“\(first)”有重叠", en: "'\(title)' and '\(first)' have records in common"),
            help: Localized(zh: "每个取值只归入一个部分", en: "let every value be in one part"))
    }

    static func partWithoutBound(among names: [String], at location: Location) -> Self {
        Self(
            code: "part-without-bound", at: location,
            message: Localized(zh: "这一部分没有限值", en: "this part has no bound"),
            help: Localized(zh: "写明 \(names.joined(separator: "、")) 之一", en: "write one of: \(names.joined(separator: ", "))"))
    }

    static func partNotAShare(_ text: String, at location: Location) -> Self {
        Self(
            code: "part-not-a-share", at: location,
            message: Localized(zh: "占比应写成 0% 到 100% 的百分比，这里却是“\(text)”", en: "a share is a percentage from 0% to 100%, but this is '\(text)'"),
            help: Localized(zh: "例如 15%", en: "for example 15%"))
    }

    static func partReversed(_ title: String, at location: Location) -> Self {
        Self(
            code: "part-reversed", at: location,
            message: Localized(zh: "“\(title)”的下限高于上限", en: "the floor of '\(title)' is above its ceiling"))
    }

    static func partsBeyondWhole(_ least: Number, _ whole: String, at location: Location) -> Self {
        let sum = Unit.percent.text(least)
        return Self(
            code: "parts-beyond-whole", at: location,
            message: Localized(
                zh: "各部分的下限合计 \(sum)，超过 \(whole)，无法同时达到", en: "the floors add up to \(sum), more than \(whole): no spread can meet them"),
            help: Localized(zh: "核对各部分的限值", en: "check the bounds of the parts"))
    }

    static func partsShortOfWhole(_ most: Number, _ whole: String, at location: Location) -> Self {
        let sum = Unit.percent.text(most)
        return Self(
            code: "parts-short-of-whole", at: location,
            message: Localized(
                zh: "各部分的上限合计 \(sum)，不足 \(whole)，无法达到", en: "the ceilings add up to \(sum), less than \(whole): no spread can meet them"),
            help: Localized(zh: "核对各部分的限值", en: "check the bounds of the parts"))
    }

    static func wholeOfEverything(_ whole: String, at location: Location) -> Self {
        Self(
            code: "whole-of-everything", at: location,
            message: Localized(
                zh: "所列部分已涵盖全部取值，合计只能是 100%，不会是 \(whole)",
                en: "the parts cover every value there is, so that together they make 100%, never \(whole)"),
            help: Localized(zh: "写 whole: 100%，或删去 whole", en: "write whole: 100%, or leave it out"))
    }
}
