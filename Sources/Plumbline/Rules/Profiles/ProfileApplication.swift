import Diagnostics
import OrderedCollections
import YAML

/// Puts what a profile sets into the YAML of a ruleset, before that is read, and reports what there is nothing for.
struct ProfileApplication {
    let profile: Profile

    /// The file with the header, with the keys that the profile sets.
    func applied(toHeader node: YAMLNode) -> YAMLNode {
        profile.settings.reduce(node) { node, setting in
            switch setting.path[0] {
            case "rules": return node
            case "params":
                // A parameter that is not there is told, and never made.
                guard node.mapping?["params"]?.mapping?[setting.path[1]]?.mapping != nil else { return node }
                return node.setting(setting.path + ["value"], as: setting.key, to: setting.value)
            default: return node.setting(setting.path, as: setting.key, to: setting.value)
            }
        }
    }

    /// A rule with the keys that the profile sets.
    func applied(toRule node: YAMLNode) -> YAMLNode {
        guard let id = node.mapping?["id"]?.scalar?.text else { return node }
        return profile.settings.reduce(node) { node, setting in
            guard setting.path[0] == "rules", setting.path[1] == id else { return node }
            return node.setting(setting.path.dropFirst(2), as: setting.key, to: setting.value)
        }
    }

    /// The ruleset with the rules that are not judged, and the records that are let pass.
    ///
    /// - Parameter isWhole: Whether all rules could be read, so that a name that is not there was never written.
    func applied(to ruleset: Ruleset, isWhole: Bool, _ diagnostics: inout Diagnostics) -> Ruleset {
        var ruleset = ruleset
        ruleset.profile = profile
        let places = Dictionary(ruleset.rules.indices.map { (ruleset.rules[$0].id, $0) }) { first, _ in first }
        let ids = ruleset.rules.map(\.id)
        func place(_ name: String, at location: Location) -> Int? {
            let prefix = "\(ruleset.name)/"
            if let place = places[name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name] { return place }
            if isWhole { diagnostics.append(.unknownRule(name, among: ids, at: location)) }
            return nil
        }
        for disabled in profile.disabled {
            if let place = place(disabled.rule, at: disabled.suspension.location) { ruleset.rules[place].suspension = disabled.suspension }
        }
        for waiver in profile.waivers {
            guard let place = place(waiver.rule, at: waiver.location) else { continue }
            ruleset.rules[place].waivers.append(waiver)
            // Whoever is let pass is let pass however the clause is read.
            for reading in ruleset.rules[place].otherReadings.indices {
                ruleset.rules[place].otherReadings[reading].rule.waivers.append(waiver)
            }
        }
        for setting in profile.settings where setting.path[0] == "rules" { _ = place(setting.path[1], at: setting.key.location) }
        for setting in profile.settings where setting.path[0] == "params" && isWhole {
            guard ruleset.parameters[setting.path[1]] == nil else { continue }
            diagnostics.append(.unknownParameter(setting.path[1], among: ruleset.parameters.keys, at: setting.key.location))
        }
        return ruleset
    }
}
