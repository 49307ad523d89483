import Diagnostics
import YAML

/// The values that an option can take, by name: an unknown name is answered with the names there are.
struct Choice<Value> {
    let option: String
    let values: [(name: String, value: Value)]

    /// The name for what people call it in words of their own; nil where nobody does.
    var name: (_ word: String) -> String? = { _ in nil }

    var names: [String] { values.map(\.name) }

    func value(_ text: String) throws(Diagnostic) -> Value {
        guard let found = values.first(where: { $0.name == text }) else {
            throw .unknownValue(text, of: option, among: names, meant: name(text))
        }
        return found.value
    }
}

extension Choice where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// All cases of an enumeration, by their raw values.
    init(_ option: String, of type: Value.Type) {
        self.init(option: option, values: type.allCases.map { ($0.rawValue, $0) })
        if let titled = type as? any TitledChoice.Type { name = { titled.name(of: $0) } }
    }
}

extension Diagnostics {
    /// The value that a reading gives; a fault of it is kept among these, and the value is nil.
    mutating func collecting<Value>(_ read: () throws(Diagnostic) -> Value) -> Value? {
        do throws(Diagnostic) {
            return try read()
        } catch {
            append(error)
            return nil
        }
    }
}
