import Diagnostics
import YAML

/// Reads one enumeration: `values` for a plain one, `order` for an ordered one, with `bands`.
struct EnumerationLoader {
    let name: String

    private static let what = Localized(zh: "枚举", en: "an enumeration")

    func read(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Enumeration? {
        guard var reader = MappingReader(node, as: Self.what, &diagnostics) else { return nil }
        let values = reader.optional("values")
        let order = reader.optional("order")
        let bandNode = reader.optional("bands")
        reader.finish(&diagnostics)
        guard let list = order ?? values, (order == nil) != (values == nil) else {
            diagnostics.append(.valuesOrOrder(name, at: node.location))
            return nil
        }
        let members = members(list, &diagnostics)
        if list.sequence?.isEmpty == true { diagnostics.append(.noValues(name, at: list.location)) }
        guard !members.isEmpty else { return nil }
        let plain = Enumeration(name: name, members: members, isOrdered: order != nil)
        guard let bandNode else { return plain }
        guard order != nil else {
            diagnostics.append(.bandsNeedOrder(name, at: bandNode.location))
            return plain
        }
        return Enumeration(name: name, members: members, isOrdered: true, bands: bands(bandNode, of: plain, &diagnostics))
    }
}

private extension EnumerationLoader {
    func members(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> [Enumeration.Member] {
        var members: [Enumeration.Member] = []
        var taken: Set<String> = []
        for item in node.items(&diagnostics) {
            guard let member = member(item, &diagnostics) else { continue }
            if let repeated = member.names.first(where: { taken.contains(CellText.comparable($0)) }) {
                diagnostics.append(.definedTwice(repeated, at: item.location))
                continue
            }
            taken.formUnion(member.names.map(CellText.comparable))
            members.append(member)
        }
        return members
    }

    /// A value is a text, or a mapping with an id, a title and aliases.
    func member(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> Enumeration.Member? {
        if let scalar = node.scalar, !node.isNull { return Enumeration.Member(id: scalar.text) }
        guard var reader = MappingReader(node, as: Localized(zh: "枚举值", en: "a value"), &diagnostics) else { return nil }
        let id = reader.required("id", &diagnostics)?.string(&diagnostics)
        let title = reader.optional("title")?.localized(&diagnostics)
        let aliases = reader.optional("aliases")?.strings(&diagnostics) ?? []
        reader.finish(&diagnostics)
        return id.map { Enumeration.Member(id: $0, title: title, aliases: aliases) }
    }

    func bands(_ node: YAMLNode, of enumeration: Enumeration, _ diagnostics: inout Diagnostics) -> [Enumeration.Band] {
        var bands: [Enumeration.Band] = []
        for entry in node.entries(as: Localized(zh: "等级段", en: "the value of 'bands'"), &diagnostics) {
            guard let name = entry.key.scalar?.text else { continue }
            guard enumeration.rank(of: name) == nil else {
                diagnostics.append(.definedTwice(name, at: entry.key.location))
                continue
            }
            let ends = entry.value.items(&diagnostics)
            let ranks = ends.compactMap { rank($0, of: enumeration, &diagnostics) }
            guard ranks.count == ends.count, let low = ranks.first, let high = ranks.last, ranks.count <= 2, low <= high else {
                if ranks.count == ends.count { diagnostics.append(.badBand(name, at: entry.value.location)) }
                continue
            }
            bands.append(Enumeration.Band(name: name, ranks: low...high))
        }
        return bands
    }

    func rank(_ node: YAMLNode, of enumeration: Enumeration, _ diagnostics: inout Diagnostics) -> Int? {
        guard let text = node.scalar?.text else { return nil }
        if let rank = enumeration.rank(of: text) { return rank }
        diagnostics.append(.notAMember(text, of: enumeration, at: node.location))
        return nil
    }
}
