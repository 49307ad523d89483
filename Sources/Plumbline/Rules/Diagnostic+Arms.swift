import Diagnostics

/// The faults of `any_of` and `all_of`, each worded here and nowhere else.
extension Diagnostic {
    static func bothArms(at location: Location) -> Self {
        Self(
            code: "both-arms", at: location,
            message: Localized(zh: "这条规则既有 any_of 又有 all_of", en: "this rule has both any_of and all_of"),
            help: Localized(
                zh: "只留一种：一项达标即可写 any_of，各项都须达标写 all_of",
                en: "keep one of them: any_of where one arm is enough, all_of where every arm has to pass"))
    }

    static func armsBesideRequirement(_ manner: Arms.Manner, at location: Location) -> Self {
        Self(
            code: "two-requirements", at: location,
            message: Localized(
                zh: "这条规则在 \(manner.rawValue) 之外又有 observe、target 或 require",
                en: "this rule has observe, target or require beside \(manner.rawValue)"),
            help: Localized(
                zh: "把它们写进 \(manner.rawValue) 的一项里，或写成两条规则", en: "make it one of the arms of \(manner.rawValue), or make two rules"))
    }

    static func oneArm(_ manner: Arms.Manner, at location: Location) -> Self {
        Self(
            code: "one-arm", at: location,
            message: Localized(zh: "\(manner.rawValue) 下至少要有两项", en: "\(manner.rawValue) takes two arms at least"),
            help: Localized(
                zh: "只有一项时，把 observe 和 target（或 require）直接写在规则里",
                en: "where there is only one, write its observe and target, or its require, in the rule itself"))
    }

    static func tooManyArms(_ count: Int, at location: Location) -> Self {
        Self(
            code: "too-many-arms", at: location,
            message: Localized(
                zh: "共 \(count) 项，最多 \(Arms.mostArms) 项", en: "there are \(count) arms, and at most \(Arms.mostArms) may be there"),
            help: Localized(zh: "分成几条规则", en: "make several rules of them"))
    }

    static func armWithoutRequirement(at location: Location) -> Self {
        Self(
            code: "arm-without-requirement", at: location,
            message: Localized(zh: "这一项没有写要求", en: "this arm requires nothing"),
            help: Localized(
                zh: "写 observe 和 target（数值和限值），或写 require（条件）",
                en: "write observe and target, a value and its limit, or require, a condition"))
    }

    static func armsWithinArm(at location: Location) -> Self {
        Self(
            code: "arms-within-arm", at: location,
            message: Localized(zh: "一项要求里不能再分项", en: "an arm has no arms of its own"),
            help: Localized(
                zh: "用 require 写出合并的条件，例如 require: a && b", en: "write a condition of both with require, as in require: a && b"))
    }

    static func armNamedTwice(_ name: Localized, first: Location, at location: Location) -> Self {
        Self(
            code: "arm-named-twice", at: location,
            message: Localized(
                zh: "有两项都叫“\(name.zh)”，前一项在 \(first)", en: "two arms are called '\(name.en)'; the first is at \(first)"),
            help: Localized(zh: "给其中一项另取名称", en: "give one of them another name"))
    }

    static func armNeverApplies(at location: Location) -> Self {
        Self(
            code: "never-applies", at: location,
            message: Localized(zh: "这一项不可能适用于任何记录", en: "this arm can apply to no record"),
            help: Localized(zh: "检查 where 里的条件是否互相矛盾", en: "look for conditions in its where that contradict each other"))
    }

    /// A target that holds many records against each other has no place among requirements on one.
    static func armOfGroups(_ kind: String, at location: Location) -> Self {
        Self(
            code: "arm-of-groups", at: location,
            message: Localized(
                zh: "“\(kind)”要把多条记录放在一起判定，不能作为其中一项", en: "'\(kind)' judges many records together, and cannot be an arm"),
            help: Localized(zh: "为它另写一条规则", en: "make a rule of its own for it"))
    }
}
