import Diagnostics
import YAML

/// Reads a file whose first key is `profile`.
enum ProfileLoader {
    static let what = Localized(zh: "方案", en: "a profile")
    static let disabledWhat = Localized(zh: "停用的规则", en: "a disabled rule")
    static let waiverWhat = Localized(zh: "豁免", en: "a waiver")

    static func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Profile? {
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let nameNode = reader.required("profile", &diagnostics)
        let rulesetNode = reader.required("of", &diagnostics)
        let set = reader.optional("set")
        let disabled = reader.optional("disabled")?.items(&diagnostics) ?? []
        let waivers = reader.optional("waivers")?.items(&diagnostics) ?? []
        reader.finish(&diagnostics)
        let (name, ruleset) = (nameNode?.string(&diagnostics), rulesetNode?.string(&diagnostics))
        let settings = set.map { self.settings($0, &diagnostics) } ?? []
        let rules = disabled.compactMap { self.disabled($0, &diagnostics) }
        let records = waivers.compactMap { waiver($0, &diagnostics) }
        guard let nameNode, let name, let rulesetNode, let ruleset else { return nil }
        var profile = Profile(
            name: name, ruleset: ruleset, rulesetLocation: rulesetNode.location, location: nameNode.location)
        (profile.settings, profile.disabled, profile.waivers) = (settings, unique(rules, &diagnostics), unique(records, &diagnostics))
        return profile
    }
}

private extension ProfileLoader {
    /// The first words of the keys that a profile can set.
    static let settable = ["params", "due", "missing", "tolerances", "rules"]

    static func settings(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [Profile.Setting] {
        node.entries(as: Localized(zh: "方案所设的值", en: "the value of 'set'"), &diagnostics).compactMap { entry in
            let path = (entry.key.scalar?.text ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            guard let first = path.first, settable.contains(first), path.count <= ReadingLoader.longestPath, isComplete(path) else {
                diagnostics.append(.unknownSetting(path.joined(separator: "."), among: settable, at: entry.key.location))
                return nil
            }
            return Profile.Setting(path: path, key: entry.key, value: entry.value)
        }
    }

    /// `params.x`, `due`, `missing`, `missing.skip`, `tolerances.about`, `rules.some-rule.due`
    static func isComplete(_ path: [String]) -> Bool {
        guard !path.contains("") else { return false }
        return switch path[0] {
        case "params": path.count == 2
        case "due": path.count == 1
        case "rules": path.count >= 3
        case "tolerances": path.count >= 2
        default: true
        }
    }

    static func disabled(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Profile.Disabled? {
        guard var reader = MappingReader(node, as: disabledWhat, &diagnostics) else { return nil }
        let rule = reader.required("rule", &diagnostics)
        let (why, until) = term(&reader, &diagnostics)
        reader.finish(&diagnostics)
        guard let rule, let name = rule.string(&diagnostics), let why, let until else { return nil }
        return Profile.Disabled(rule: name, suspension: Suspension(why: why, until: until, location: rule.location))
    }

    static func waiver(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Waiver? {
        guard var reader = MappingReader(node, as: waiverWhat, &diagnostics) else { return nil }
        let rule = reader.required("rule", &diagnostics)
        let record = reader.required("record", &diagnostics)?.string(&diagnostics)
        let (why, until) = term(&reader, &diagnostics)
        reader.finish(&diagnostics)
        guard let rule, let name = rule.string(&diagnostics), let record, let why, let until else { return nil }
        return Waiver(rule: name, record: record, why: why, until: until, location: rule.location)
    }

    /// Nothing is let pass without a reason, nor for ever.
    static func term(_ reader: inout MappingReader, _ diagnostics: inout Diagnostics) -> (why: Localized?, until: CalendarDate?) {
        let why = reader.required("why", &diagnostics)?.localized(&diagnostics)
        let until = reader.required("until", &diagnostics).flatMap { CalendarDate.read($0, &diagnostics) }
        return (why, until)
    }

    static func unique(_ rules: [Profile.Disabled], _ diagnostics: inout Diagnostics) -> [Profile.Disabled] {
        var places: [String: Location] = [:]
        return rules.filter { isFirst($0.rule, at: $0.suspension.location, &places, called: $0.rule, &diagnostics) }
    }

    static func unique(_ waivers: [Waiver], _ diagnostics: inout Diagnostics) -> [Waiver] {
        var places: [[String]: Location] = [:]
        return waivers.filter { isFirst([$0.rule, CellText.comparable($0.record)], at: $0.location, &places, called: $0.record, &diagnostics) }
    }

    static func isFirst<Key: Hashable>(
        _ key: Key, at place: Location, _ places: inout [Key: Location], called name: String, _ diagnostics: inout Diagnostics
    ) -> Bool {
        if let first = places[key] {
            diagnostics.append(.listedTwice(name, first: first, at: place))
            return false
        }
        places[key] = place
        return true
    }
}
