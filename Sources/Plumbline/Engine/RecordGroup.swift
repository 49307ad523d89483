import CEL

/// What the records of a group have in common.
struct RecordGroup: Hashable {
    /// The values by which the records are grouped; empty where all are one group.
    private let values: [Value]
    /// Whether the group is of those records of which it cannot be told which they belong to.
    let isUnknown: Bool

    init(_ values: [Value]) {
        self.values = values
        isUnknown = false
    }

    private init() { (values, isUnknown) = ([], true) }

    static let unknown = RecordGroup()

    /// Whether what the records have in common is that there is none.
    var isOfNone: Bool { values.contains(.null) }

    /// Whether the group is that of a record: what its members have in common is that they refer to it.
    func isOne(_ record: ChosenRecord) -> Bool { values.count == 1 && record.isMeant(by: values[0]) }

    /// Some of what its records have in common; nil for those of which it cannot be told.
    func values(at places: [Int]) -> [Value]? { isUnknown ? nil : places.map { values[$0] } }

    /// - Parameter masking: What stands in place of a value that is not told, by its place; nil for one that is.
    func reference(in table: String, masking: (Int, Value) -> String?) -> RecordReference {
        if isUnknown { return RecordReference(table: table, key: RecordReference.unknownGroup, label: nil, address: nil, kind: .group) }
        guard !values.isEmpty else { return RecordReference(table: table, key: "", label: nil, address: nil, kind: .all) }
        let names = values.enumerated().map { place, value -> (key: String, label: String?) in
            if let mask = masking(place, value) { (mask, nil) } else { Self.name(value) }
        }
        let label = names.map { $0.label ?? $0.key }.joined(separator: "/")
        let key = names.map(\.key).joined(separator: "/")
        return RecordReference(table: table, key: key, label: label == key ? nil : label, address: nil, kind: .group)
    }

    private static func name(_ value: Value) -> (key: String, label: String?) {
        guard case .object(let object) = value, let record = object as? RecordObject, let table = record.table else { return (value.text, nil) }
        let reference = table.reference(to: record.record)
        return (reference.key, reference.label)
    }
}
