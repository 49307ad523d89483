import Diagnostics
import YAML

extension YAMLNode {
    /// The items of a list; empty, with a fault reported, where the node is none.
    func items(_ diagnostics: inout Diagnostics) -> [YAMLNode] { list(&diagnostics) ?? [] }

    /// The entries of a mapping whose keys are names of the author's own; empty, with a fault
    /// reported, where the node is none.
    func entries(as what: Localized, _ diagnostics: inout Diagnostics) -> [YAMLMapping.Entry] {
        guard var reader = MappingReader(self, as: what, &diagnostics) else { return [] }
        reader.allow(reader.mapping.keys)
        reader.finish(&diagnostics)
        return reader.mapping.entries.filter { $0.key.scalar != nil }
    }
}
