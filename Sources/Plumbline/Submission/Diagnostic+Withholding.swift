import Diagnostics
import OrderedCollections

extension Diagnostic {
    /// The fault of a data file without the text of its line, where the file may hold a table with a sensitive field.
    func withoutLine(of tables: some Sequence<Table>) -> Diagnostic {
        guard tables.contains(where: { $0.fields.values.contains(where: \.isSensitive) }) else { return self }
        var withheld = self
        withheld.location?.lineText = ""
        return withheld
    }
}
