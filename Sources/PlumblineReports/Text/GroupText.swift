import Diagnostics
import Plumbline
import Quantities

/// What a verdict over many records rests on, on lines of its own.
struct GroupText {
    let group: GroupEvidence
    let plan: RulePlan
    let audit: AuditPlan
    let style: TextStyle
    let margin: Int
    /// How many members are named.
    var memberLimit = GroupEvidence.memberLimit
    /// The rows whose cells contradict each other.
    var contradictoryRows: Set<RecordAddress> = []

    var lines: [String] {
        [counts, needed].compactMap(\.self) + ledger + sides + names + members.lines + leftOut
    }

    /// What is told by name, such as what is missing from a list, a line each.
    var nameLines: [String] { group.names.map { head($0) + texts($0).joined(separator: style.words(zh: "、", en: ", ")) } }

    /// How many of those in scope pass and fail; nil where members have no verdict of their own.
    var counts: String? {
        let all = group.passed + group.failed + group.undecided
        guard all > 0 else { return nil }
        let parts = [(Outcome.pass, group.passed), (.fail, group.failed), (.notMeasured, group.undecided)]
            .filter { $0.1 > 0 || $0.0 == .pass }
            .map { outcome, count in style.words(zh: "\(outcome.title.zh) \(count)", en: "\(count) \(outcome.title.en)") }
        return style.words(zh: "范围内 \(all)：", en: "\(all) in scope: ") + parts.joined(separator: style.words(zh: "，", en: ", "))
    }
}

private extension GroupText {
    /// The lines that tell members, and how many of those that they are about they do not name.
    struct MemberLines {
        let lines: [String]
        let untold: Int
    }

    /// How many records are named of those that a number does not count.
    static let otherLimit = 3

    /// What the undecided ones do to the verdict.
    var needed: String? {
        if let needed = group.neededOfUndecided {
            return style.words(
                zh: "无法判定的 \(group.undecided) 个中，须有 \(needed) 个达标，整体才达标",
                en: "\(needed) of the \(group.undecided) that could not be decided would have to pass")
        }
        guard group.undecided > 0 || group.ledger.missing > 0 else { return nil }
        switch group.missing {
        case .bounds: return nil
        case .against: return style.words(zh: "未填报的按未达标计", en: "what was not reported counts as not met")
        case .skip: return style.words(zh: "未填报的不计入", en: "what was not reported is left out")
        }
    }

    var ledger: [String] {
        let ledger = group.ledger
        // Where every record counts there is nothing to account for.
        guard ledger.records > ledger.counted || ledger.duplicates > 0 else { return [] }
        let parts: [(Int, Localized)] = [
            (ledger.counted, Localized(zh: "计入", en: "counted")), (ledger.excluded, Localized(zh: "不在范围", en: "out of scope")),
            (ledger.scopeUnknown, Localized(zh: "适用不明", en: "scope unknown")),
            (ledger.notMeasured, Localized(zh: "无法判定", en: "not measured")),
            (ledger.missing, Localized(zh: "其中未填报", en: "of these not reported")), (ledger.failed, Localized(zh: "规则出错", en: "error")),
            (ledger.duplicates, Localized(zh: "主键重复", en: "with a key that came before")),
        ]
        let texts = parts.filter { $0.0 > 0 }.map { style.words(zh: "\($1.zh) \($0)", en: "\($0) \($1.en)") }
        let head = style.words(zh: "记录 \(ledger.records)：", en: style.count(ledger.records, zh: "", en: "record") + ": ")
        return WrappedList.lines(head, texts, separator: style.words(zh: "，", en: ", "), margin: margin)
    }

    /// The two figures of a comparison are printed with as many digits as it takes to tell them apart; where there are
    /// no figures at all, and no records were put into groups, the sides are lists that were counted.
    var sides: [String] {
        guard group.ledger.records > 0 || group.sides.contains(where: { $0.value != nil }) else { return group.sides.map(counted) }
        return group.sides.enumerated().map { place, side in
            let other = group.sides.indices.first { $0 != place }.flatMap { group.sides[$0].value }
            let missing = side.missing > 0 ? style.words(zh: "，缺 \(side.missing)", en: ", \(side.missing) missing") : ""
            let count = style.words(zh: "\(side.counted) 条\(missing)", en: "\(side.counted) counted\(missing)")
            let title = PrintedText.of(side.title[style.language])
            // A list that is only counted has no figure to lack.
            if side.value == nil, side.missing == 0 { return style.words(zh: "\(title)：\(count)", en: "\(title): \(count)") }
            let value = side.value.map { figure($0, other) } ?? style.words(zh: "没有数值", en: "no figure")
            return style.words(zh: "\(title)：\(value)（\(count)）", en: "\(title): \(value) (\(count))")
        }
    }

    /// The same, wrapped.
    var names: [String] {
        group.names.flatMap { names in
            WrappedList.lines(head(names), texts(names), separator: style.words(zh: "、", en: ", "), margin: margin)
        }
    }

    func head(_ names: GroupEvidence.Names) -> String {
        PrintedText.of(names.title[style.language]) + style.words(zh: "：", en: ": ")
    }

    func texts(_ names: GroupEvidence.Names) -> [String] {
        let more = names.leftOut > 0 ? [style.words(zh: "… 另有 \(names.leftOut) 个", en: "… and \(names.leftOut) more")] : []
        return names.names.map { PrintedText.of($0) } + more
    }

    func counted(_ side: GroupEvidence.Side) -> String {
        let title = PrintedText.of(side.title[style.language])
        let duplicates = side.duplicates > 0
            ? style.words(zh: "，另有 \(side.duplicates) 条主键重复，不重复计入", en: ", \(side.duplicates) more with a key that came before") : ""
        return style.words(
            zh: "\(title)：报送 \(side.counted) 条\(missing(side))\(duplicates)",
            en: "\(title): \(style.count(side.counted, zh: "", en: "record")) submitted\(missing(side))\(duplicates)")
    }

    func missing(_ side: GroupEvidence.Side) -> String {
        if side.missing == 0 { return "" }
        switch side.unreadable {
        case 0: return style.words(zh: "，其中 \(side.missing) 条未填报", en: ", \(side.missing) of them not reported")
        case side.missing: return style.words(zh: "，其中 \(side.missing) 条无法读取", en: ", \(side.missing) of them unreadable")
        default:
            return style.words(
                zh: "，其中 \(side.missing) 条未填报或无法读取", en: ", \(side.missing) of them not reported or unreadable")
        }
    }

    func figure(_ value: Measurement.Observed, _ other: Measurement.Observed?) -> String {
        switch (value, other) {
        case (.text(let text), _): return PrintedText.of(text)
        case (.range(let low, let high), _):
            let ends = [low, high].map { end in end.map { figure($0, distinctFrom: nil) } }
            return FigureText.range(ends[0], ends[1], in: style.language)
        case (.number(let number), .number(let other)?) where number != other: return figure(number, distinctFrom: other)
        case (.number(let number), _): return figure(number, distinctFrom: nil)
        }
    }

    func figure(_ number: Number, distinctFrom other: Number?) -> String {
        if let unit = plan.limit?.unit { return unit.text(number, distinctFrom: other, in: style.language) }
        return other.map { number.text(fractionDigits: 2, distinctFrom: $0) } ?? number.shortText(fractionDigits: 2)
    }

    var members: MemberLines {
        let shown = group.members.prefix(memberLimit)
        // A record of a list is told because it was counted, or was not: that by itself is neither good nor bad.
        guard counts == nil else { return MemberLines(lines: shown.map(line), untold: 0) }
        let rest = shown.filter { $0.reason != .conditionTrue && $0.reason != .conditionFalse }.map(line)
        let counted = listed(shown.filter { $0.reason == .conditionTrue }, style.words(zh: "计入：", en: "counted: "), limit: memberLimit)
        // Of a share those that are not counted are what it lacks; of a number anything else would do.
        let limit = plan.limit?.unit?.isShareLike == true ? memberLimit : Self.otherLimit
        let others = listed(shown.filter { $0.reason == .conditionFalse }, style.words(zh: "不计入：", en: "not counted: "), limit: limit)
        return MemberLines(lines: rest + counted.lines + others.lines, untold: others.untold)
    }

    func listed(_ members: [GroupEvidence.Member], _ head: String, limit: Int) -> MemberLines {
        guard !members.isEmpty else { return MemberLines(lines: [], untold: 0) }
        let names = members.prefix(limit).map { RecordName(record: $0.record, audit: audit, style: style).text }
        let lines = WrappedList.lines("· " + head, names, separator: style.words(zh: "、", en: ", "), margin: margin)
        return MemberLines(lines: lines, untold: members.count - names.count)
    }

    func line(_ member: GroupEvidence.Member) -> String {
        let name = RecordName(record: member.record, audit: audit, style: style).text
        let verdict = ArmText(plan, member.arms, style: style)?.sentence(member.reason, member.measurement)
            ?? VerdictText(member, of: plan, style: style).short
        let isDoubtful = member.record.address.map(contradictoryRows.contains) ?? false
        let doubt = isDoubtful ? style.words(zh: "（数据自相矛盾）", en: " (its data contradict themselves)") : ""
        let arms = ArmText(plan, member.arms, style: style).map { style.words(zh: "（\($0.line)）", en: " (\($0.line))") } ?? ""
        return "\(style.mark(member.reason.outcome)) \(name)" + style.words(zh: "：", en: ": ") + verdict + arms + doubt
    }

    var leftOut: [String] {
        let more = group.membersLeftOut + max(0, group.members.count - memberLimit) + members.untold
        return more > 0 ? [style.words(zh: "… 另有 \(more) 个", en: "… and \(more) more")] : []
    }
}
