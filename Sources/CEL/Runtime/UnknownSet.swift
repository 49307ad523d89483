/// Why a value is not known.
public struct UnknownCause: Hashable, Sendable {
    /// The reason, such as `missing`.
    public var code: String
    /// The path of what is not known, such as `institution.beds`.
    public var subject: String
    /// The host's own reference to it; the language only carries it.
    public var token: Int

    public init(code: String, subject: String, token: Int = 0) {
        self.code = code
        self.subject = subject
        self.token = token
    }
}

/// The distinct causes of an unknown value, in the order in which evaluation met them.
public struct UnknownSet: Hashable, Sendable {
    /// Never empty.
    public private(set) var causes: [UnknownCause]

    public init(_ cause: UnknownCause) { causes = [cause] }

    /// These causes, then those of `other` that are not among them.
    public func union(_ other: UnknownSet) -> UnknownSet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// Adds the causes of `other` that are not there yet.
    ///
    /// - Complexity: O(*m* · *n*) in the numbers of causes, which are few; past 16 a set is built.
    public mutating func formUnion(_ other: UnknownSet) {
        if causes.count + other.causes.count <= 16 {
            for cause in other.causes where !causes.contains(cause) { causes.append(cause) }
        } else {
            var seen = Set(causes)
            for cause in other.causes where seen.insert(cause).inserted { causes.append(cause) }
        }
    }
}
