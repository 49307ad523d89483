import Diagnostics
import OrderedCollections
import YAML

/// Reads the records that cases give: values by field, mappings for references, lists for lists.
///
/// How deep and how large they are is bounded by what YAML may hold.
struct GivenLoader {
    static let what = Localized(zh: "给定的数据", en: "the record of a case")

    func record(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Record? {
        guard node.mapping != nil else {
            diagnostics.append(.caseNotRecord(node.shape, at: node.location))
            return nil
        }
        var record: RuleCase.Record = [:]
        for entry in node.entries(as: Self.what, &diagnostics) {
            guard let name = entry.key.scalar?.text, let content = content(entry.value, &diagnostics) else { continue }
            record[name] = RuleCase.Given(content, location: entry.value.location)
            record[name]?.nameLocation = entry.key.location
        }
        return record
    }

    /// The items of a list of records or of values.
    func items(_ nodes: [YAMLNode], _ diagnostics: inout Diagnostics) -> [RuleCase.Item] {
        nodes.compactMap { item($0, &diagnostics) }
    }
}

private extension GivenLoader {
    func content(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Given.Content? {
        switch node.content {
        case .scalar(let scalar): .text(node.isNull ? nil : scalar.text)
        case .mapping: record(node, &diagnostics).map { .record($0) }
        case .sequence(let nodes): .list(items(nodes, &diagnostics))
        }
    }

    /// A record, a value, or `{repeat: 15, of: {…}}`.
    func item(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Item? {
        if node.mapping?["repeat"] != nil || node.mapping?.keys == ["of"] { return repeated(node, &diagnostics) }
        guard node.sequence == nil else {
            diagnostics.append(.listInList(at: node.location))
            return nil
        }
        guard let content = content(node, &diagnostics) else { return nil }
        return RuleCase.Item(content: content, count: 1, location: node.location)
    }

    func repeated(_ node: YAMLNode, _ diagnostics: inout Diagnostics) -> RuleCase.Item? {
        let what = Localized(zh: "重复项", en: "a repeated item")
        guard var reader = MappingReader(node, as: what, &diagnostics) else { return nil }
        let countNode = reader.required("repeat", &diagnostics)
        let of = reader.required("of", &diagnostics)
        reader.finish(&diagnostics)
        guard let countNode, let of, let count = countNode.integer(&diagnostics) else { return nil }
        guard (0...RuleCase.recordLimit).contains(count) else {
            diagnostics.append(.badRepeat(count, at: countNode.location))
            return nil
        }
        guard of.sequence == nil else {
            diagnostics.append(.listInList(at: of.location))
            return nil
        }
        guard let content = content(of, &diagnostics) else { return nil }
        return RuleCase.Item(content: content, count: count, location: of.location)
    }
}
