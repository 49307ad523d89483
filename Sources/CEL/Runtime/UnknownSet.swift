/// Why a value is not known.
public struct UnknownCause: Hashable, Sendable {
    /// The reason, such as `missing`.
    public var code: String
    /// The path of what is not known, such as `institution.beds`.
    public var subject: String
    /// The host's own reference to it; the language only carries it.
    public var token: Int

    /// A cause with a host's own reason and reference.
    public init(code: String, subject: String, token: Int = 0) {
        self.code = code
        self.subject = subject
        self.token = token
    }
}

/// The distinct causes of an unknown value, in the order in which evaluation met them.
public struct UnknownSet: Hashable, Sendable {
    /// How many causes are kept; of later ones, only the first with a new code.
    public static let limit = 100

    /// Never empty.
    public private(set) var causes: [UnknownCause]

    /// A value that is unknown for one cause.
    public init(_ cause: UnknownCause) { causes = [cause] }

    /// The causes of all sets, in their order; nil where there is no set.
    public init?(joining sets: some Sequence<UnknownSet>) {
        var all: UnknownSet?
        for set in sets {
            if all == nil { all = set } else { all?.formUnion(set) }
        }
        guard let all else { return nil }
        self = all
    }

    /// These causes, then those of `other` that are not among them, as far as ``formUnion(_:)`` keeps them.
    public func union(_ other: UnknownSet) -> UnknownSet {
        var result = self
        result.formUnion(other)
        return result
    }

    /// Adds the causes of `other` that are not there yet. Past ``limit`` only those with a code that no
    /// cause has so far, so that a loop over many unknowns takes no more than time linear in them.
    ///
    /// - Complexity: O(*m* · *n*) in the numbers of causes, both about ``limit`` at most.
    public mutating func formUnion(_ other: UnknownSet) {
        for cause in other.causes where adds(cause) { causes.append(cause) }
    }

    private func adds(_ cause: UnknownCause) -> Bool {
        causes.count < UnknownSet.limit
            ? !causes.contains(cause) : !causes.contains { $0.code == cause.code }
    }
}
