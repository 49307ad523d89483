import CEL
public import Diagnostics
public import YAML

/// `matches`: a regular expression is found in the observed text; `^` and `$` tie it to the ends.
public struct MatchesTarget: RecordTargetKind {
    public let name = "matches"
    public let limitShape = LimitShape.text
    public let summary = Localized(
        zh: "文本符合正则表达式（RE2）", en: "The text matches a regular expression (RE2); ^ and $ tie it to the ends")

    public init() {}

    public func lower(_ limit: YAMLNode, onto observed: Observed, in context: inout LoweringContext) -> Lowering? {
        guard observed.type == .string else {
            context.report(.targetNeeds(name, Localized(zh: "文本", en: "a text"), not: observed.type, at: limit.location))
            return nil
        }
        guard let pattern = limit.string(&context.diagnostics), let scalar = limit.scalar else { return nil }
        guard !pattern.isEmpty else {
            context.report(.emptyPattern(at: limit.location))
            return nil
        }
        let verdict = Expression.member("matches", of: observed.expression, [.constant(.string(TextLiterals.pattern(pattern)))])
        let faults = PatternCheck.faults(of: verdict, in: context.environment)
        for fault in faults {
            context.report(Diagnostic(code: fault.code, at: scalar.location, message: fault.message, help: fault.help))
        }
        guard faults.isEmpty else { return nil }
        return Lowering(verdict: verdict, limit: Limit(kind: name, text: pattern, sign: "~"))
    }
}
