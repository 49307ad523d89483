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

    /// A list of texts, or one text, which is a list of one, each with its place.
    func names(_ diagnostics: inout Diagnostics) -> [(text: String, location: Location)] {
        guard let items = sequence else {
            return strings(&diagnostics)?.first.map { [($0, location)] } ?? []
        }
        // The reading of the whole list reports what is no text.
        guard let texts = strings(&diagnostics), texts.count == items.count else { return [] }
        return zip(texts, items).map { ($0, $1.location) }
    }
}
