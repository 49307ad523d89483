import Diagnostics
import YAML

/// Reads the arms of a rule: `any_of: [{observe, target}, {name, where, require}]`.
struct ArmsLoader {
    private let nodes: [(manner: Arms.Manner, list: YAMLNode)]

    init(_ reader: inout MappingReader) {
        nodes = Arms.Manner.allCases.compactMap { manner in reader.optional(manner.rawValue).map { (manner, $0) } }
    }

    /// Whether the rule says that it has arms.
    var isUsed: Bool { !nodes.isEmpty }

    /// - Parameter other: Another requirement that the rule states, which is a fault.
    func requirement(beside other: YAMLNode?, _ diagnostics: inout Diagnostics) -> Rule.Requirement? {
        guard let first = nodes.first else { return nil }
        if nodes.count > 1 {
            diagnostics.append(.bothArms(at: nodes[1].list.location))
            return nil
        }
        if let other {
            diagnostics.append(.armsBesideRequirement(first.manner, at: other.location))
            return nil
        }
        return arms(first.list, first.manner, &diagnostics).map { .arms($0) }
    }
}

private extension ArmsLoader {
    func arms(_ node: YAMLNode, _ manner: Arms.Manner, _ diagnostics: inout Diagnostics) -> Arms? {
        guard let items = node.list(&diagnostics) else { return nil }
        guard items.count > 1 else {
            diagnostics.append(.oneArm(manner, at: node.location))
            return nil
        }
        guard items.count <= Arms.mostArms else {
            diagnostics.append(.tooManyArms(items.count, at: node.location))
            return nil
        }
        let arms = items.map { arm($0, &diagnostics) }
        reportRepeatedNames(items, arms, &diagnostics)
        let read = arms.compactMap(\.self)
        return read.count == items.count ? Arms(manner: manner, arms: read) : nil
    }

    func arm(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Arms.Arm? {
        guard var reader = MappingReader(node, as: Localized(zh: "分项要求", en: "an arm"), &diagnostics) else { return nil }
        if let inner = Arms.Manner.allCases.lazy.compactMap({ reader.mapping[$0.rawValue] }).first {
            diagnostics.append(.armsWithinArm(at: inner.location))
            return nil
        }
        let nameNode = reader.optional("name")
        let name = nameNode?.localized(&diagnostics)
        let scopeNode = reader.optional("where")
        let scope = scopeNode?.expression(&diagnostics)
        let asWritten = reader.optional("as_written")?.string(&diagnostics)
        let requirement = RequirementLoader(ofArm: &reader).requirement(&diagnostics)
        reader.finish(&diagnostics)
        guard let requirement, (nameNode == nil) == (name == nil), (scopeNode == nil) == (scope == nil) else { return nil }
        return Arms.Arm(name: name, scope: scope, requirement: requirement, asWritten: asWritten, location: node.location)
    }

    /// A finding tells arms by their names.
    func reportRepeatedNames(_ items: [YAMLNode], _ arms: [Arms.Arm?], _ diagnostics: inout Diagnostics) {
        var places: [Localized: Location] = [:]
        for (item, arm) in zip(items, arms) {
            guard let name = arm?.name, let place = item.mapping?["name"]?.location else { continue }
            if let first = places[name] {
                diagnostics.append(.armNamedTwice(name, first: first, at: place))
            } else {
                places[name] = place
            }
        }
    }
}
