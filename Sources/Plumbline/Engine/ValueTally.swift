import CEL

/// How many values a list has, and how many of them are not known.
struct ValueTally {
    var counted: Int
    var missing = 0
    /// Of those that are not known, how many rest on cells that cannot be read, and on none that is blank.
    var unreadable = 0

    init(counted: Int) { self.counted = counted }

    init(_ values: [Value]) {
        counted = values.count
        let released = values.map(\.released)
        missing = released.count { $0.openCauses != nil }
        unreadable = released.count(where: \.isUnreadable)
    }
}

extension Value {
    /// Whether nothing keeps the value from being known but cells that cannot be read.
    var isUnreadable: Bool {
        guard let causes = openCauses?.causes else { return false }
        let codes = Set(causes.map(\.code)).subtracting([Reason.missingDecides.rawValue])
        return codes == [Reason.unreadable.rawValue]
    }
}
