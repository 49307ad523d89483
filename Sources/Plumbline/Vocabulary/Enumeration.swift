public import Diagnostics

/// A closed list of values that a field can have, plain or ordered.
public struct Enumeration: Hashable, Sendable {
    /// A value of the enumeration.
    public struct Member: Hashable, Sendable {
        /// What rules and files call it.
        public var id: String
        /// What people call it.
        public var title: Localized?
        /// What else files call it.
        public var aliases: [String]

        public init(id: String, title: Localized? = nil, aliases: [String] = []) {
            self.id = id
            self.title = title
            self.aliases = aliases
        }

        /// Everything that a cell or a literal can call the value.
        public var names: [String] { [id] + (title.map { [$0.zh, $0.en] } ?? []) + aliases }
    }

    /// A named run of ranks of an ordered enumeration.
    public struct Band: Hashable, Sendable {
        public var name: String
        /// Ranks of the lowest and the highest member.
        public var ranks: ClosedRange<Int>

        public init(name: String, ranks: ClosedRange<Int>) {
            self.name = name
            self.ranks = ranks
        }
    }

    public let name: String
    /// In the order of the vocabulary; for an ordered enumeration from the lowest to the highest.
    public let members: [Member]
    /// Whether its values compare, from the lowest to the highest.
    public let isOrdered: Bool
    /// Runs of values that have a name together.
    public let bands: [Band]
    /// By the names as they are compared.
    private let ranks: [String: Int]

    /// - Precondition: no two members share a name; a loader reports that before it comes here.
    public init(name: String, members: [Member], isOrdered: Bool, bands: [Band] = []) {
        self.name = name
        self.members = members
        self.isOrdered = isOrdered
        self.bands = bands
        var ranks: [String: Int] = [:]
        for (rank, member) in members.enumerated() {
            for name in member.names.map(CellText.comparable) where ranks[name] == nil { ranks[name] = rank }
        }
        self.ranks = ranks
    }

    /// The place in `members` of the value that an id, a title or an alias names.
    public func rank(of name: String) -> Int? { ranks[CellText.comparable(name)] }

    /// The band of a name; nil where there is none.
    public func band(named name: String) -> Band? {
        let name = CellText.comparable(name)
        return bands.first { CellText.comparable($0.name) == name }
    }

    /// All names that a literal can use, members first.
    public var literals: [String] { members.flatMap(\.names) + bands.map(\.name) }
}
