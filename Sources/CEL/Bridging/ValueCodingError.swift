public import Diagnostics

/// Why a Swift value could not be made into a value of the language, or the other way.
public struct ValueCodingError: Error, Sendable {
    /// The fault's stable name, such as `missing-entry`.
    public let code: DiagnosticCode
    /// What is wrong, in words, with the path before it.
    public let message: Localized
    /// Where, from the value that was handed over, such as `people[2].age`; empty for that value itself.
    public let path: String
    /// What a type's own coding threw; nil where the fault was found here.
    public let cause: (any Error)?

    init(code: DiagnosticCode, message: Localized, at path: [any CodingKey], cause: (any Error)? = nil) {
        let place = ValueCodingError.text(of: path)
        self.code = code
        self.message =
            place.isEmpty ? message : Localized(zh: "\(place)：\(message.zh)", en: "\(place): \(message.en)")
        self.path = place
        self.cause = cause
    }

    private static func text(of path: [any CodingKey]) -> String {
        var text = ""
        for key in path {
            if key is PlaceKey, let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
        return text
    }
}

/// An element's place in a list, as a step of a coding path.
struct PlaceKey: CodingKey {
    let index: Int

    init(_ index: Int) { self.index = index }
    init?(intValue: Int) { self.init(intValue) }
    init?(stringValue: String) { return nil }

    var intValue: Int? { index }
    var stringValue: String { String(index) }
}

/// A map's key as a step of a coding path.
struct EntryKey: CodingKey {
    let stringValue: String

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { self.init(stringValue: String(intValue)) }
    init(_ key: Value) {
        if case .string(let text) = key { self.init(stringValue: text) } else { self.init(stringValue: key.description) }
    }

    var intValue: Int? { nil }
}
