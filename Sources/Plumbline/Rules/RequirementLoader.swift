import Diagnostics
import YAML

/// Reads what a rule holds records against: a value with its limit, a condition, a coverage.
struct RequirementLoader {
    private let observe, target, require, coverage: YAMLNode?
    private let arms: ArmsLoader?
    /// The keys beside those that are read here, and what they may have been meant to be.
    private let others: [String], words: [String]
    private let location: Location

    init(_ reader: inout MappingReader) {
        (observe, target) = (reader.optional("observe"), reader.optional("target"))
        require = reader.optional("require")
        arms = ArmsLoader(&reader)
        coverage = reader.optional("coverage")
        words = ["observe", "target", "require", "any_of", "all_of", "coverage"]
        others = Self.keys(of: reader, but: words)
        location = reader.mapping["id"]?.location ?? reader.location
    }

    /// Of an arm, which has no arms and no coverage of its own.
    init(ofArm reader: inout MappingReader) {
        (observe, target, require) = (reader.optional("observe"), reader.optional("target"), reader.optional("require"))
        (arms, coverage) = (nil, nil)
        words = ["observe", "target", "require"]
        others = Self.keys(of: reader, but: words)
        location = reader.location
    }

    private static func keys(of reader: MappingReader, but words: [String]) -> [String] {
        reader.mapping.keys.filter { !words.contains($0) }
    }

    /// A misspelt one is reported as such, and not as one that is missing.
    private var isMisspelt: Bool {
        others.contains { key in
            let word = key.split(separator: "：").first.map(String.init) ?? key
            return words.contains(word) || NearestName.to(word, among: words) != nil
        }
    }

    func requirement(_ diagnostics: inout Diagnostics) -> Rule.Requirement? {
        if let arms, arms.isUsed {
            return isMisspelt ? nil : arms.requirement(beside: observe ?? target ?? require, &diagnostics)
        }
        switch (observe, target, require) {
        case (let observe?, let target?, nil):
            let scalar = observe.expression(&diagnostics)
            let text = targetText(target, &diagnostics)
            guard let scalar, let text else { return nil }
            return .target(observe: scalar, target: text)
        case (nil, nil, let require?):
            return require.expression(&diagnostics).map { .condition($0) }
        // What is whole needs no look at what else there is: that is dear, and rules are read by the thousand.
        case _ where isMisspelt: return nil
        case (nil, let target?, nil): return targetText(target, &diagnostics).map { .bareTarget($0) }
        case (nil, nil, nil) where coverage != nil: return .membership
        case (let observe?, nil, nil): diagnostics.append(.valueWithoutTarget(at: observe.location))
        case (_, _, let require?): diagnostics.append(.twoRequirements(at: require.location))
        case (nil, nil, nil): diagnostics.append(arms == nil ? .armWithoutRequirement(at: location) : .noRequirement(at: location))
        }
        return nil
    }

    /// `{at_least: 80%}`, with `per:` beside the limit where the records are grouped.
    func coverage(_ diagnostics: inout Diagnostics) -> Coverage? {
        guard let node = coverage else { return nil }
        guard node.mapping != nil else {
            diagnostics.append(.notACoverage(node.shape, at: node.location))
            return nil
        }
        let entries = node.entries(as: Localized(zh: "覆盖要求", en: "a coverage"), &diagnostics)
        let per = entries.first { $0.key.scalar?.text == "per" }?.value
        let scalar = per?.expression(&diagnostics)
        let limits = entries.filter { !["per", Self.asWritten].contains($0.key.scalar?.text) }
        let asWritten = self.asWritten(entries, &diagnostics)
        guard limits.count == 1, let kind = limits[0].key.scalar, limits[0].faultOfColon == nil else {
            diagnostics.append(limits.lazy.compactMap(\.faultOfColon).first ?? faultOfSplitNumber(limits) ?? .oneCoverage(at: node.location))
            return nil
        }
        guard (per == nil) == (scalar == nil) else { return nil }
        let target = Rule.TargetText(
            kind: kind.text, kindLocation: kind.location, limit: limits[0].value, location: node.location, asWritten: asWritten)
        return Coverage(target: target, per: scalar)
    }
}

private extension RequirementLoader {
    func targetText(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Rule.TargetText? {
        guard node.mapping != nil else {
            diagnostics.append(.notATarget(node.shape, at: node.location))
            return nil
        }
        let all = node.entries(as: Localized(zh: "目标", en: "a target"), &diagnostics)
        let entries = all.filter { $0.key.scalar?.text != Self.asWritten }
        let asWritten = self.asWritten(all, &diagnostics)
        guard entries.count == 1, let kind = entries[0].key.scalar, entries[0].faultOfColon == nil else {
            diagnostics.append(entries.lazy.compactMap(\.faultOfColon).first ?? faultOfSplitNumber(entries) ?? .oneTarget(at: node.location))
            return nil
        }
        return Rule.TargetText(
            kind: kind.text, kindLocation: kind.location, limit: entries[0].value, location: node.location, asWritten: asWritten)
    }

    /// The key beside a limit that tells what the plan writes.
    static let asWritten = "as_written"

    func asWritten(_ entries: [YAMLMapping.Entry], _ diagnostics: inout Diagnostics) -> String? {
        entries.first { $0.key.scalar?.text == Self.asWritten }?.value.string(&diagnostics)
    }

    /// `{at_least: 1,000 万元}`: in braces the comma begins another key.
    func faultOfSplitNumber(_ entries: [YAMLMapping.Entry]) -> Diagnostic? {
        guard entries.count == 2, entries[1].value.isNull, let head = entries[0].value.scalar, head.kind == .integer,
              let tail = entries[1].key.scalar, tail.text.first?.isNumber == true
        else { return nil }
        return .splitNumber("\(head.text),\(tail.text)", plain: head.text + tail.text, at: head.location)
    }
}

private extension YAMLMapping.Entry {
    /// What is wrong with a key that has swallowed its value.
    var faultOfColon: Diagnostic? { key.scalar.flatMap { Diagnostic.yamlFullWidthColon(in: $0) } }
}
