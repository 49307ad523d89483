import CEL
import OrderedCollections

/// The records of a scope of which nobody knows which group they belong to, found by what is known of it.
///
/// Many groups have the same strangers: what these could do is worked out once for all such groups. It belongs to one
/// run, which judges on one thread; that is why it may remember without a lock.
final class Strangers {
    /// Those who may belong to a group, by the places in ``Strangers`` of those of whom the same is known.
    typealias Crowd = [Int]

    /// The strangers of whom the same is known.
    private struct Alike {
        var members: [Strata.Stranger] = []
        /// Whether it can be told of each what it would contribute.
        var areTold = true
    }

    private let alike: [Alike]
    /// For each choice of what may be known, by its places: where those are of whom certain values are.
    private let places: OrderedDictionary<[Int], [[Value]: Int]>
    private let joining: GroupLowering.Joining
    private var ways: [Crowd: StrangerWays?] = [:]

    init(_ strangers: [Strata.Stranger], _ joining: GroupLowering.Joining) {
        self.joining = joining
        var alike: [Alike] = []
        var places: OrderedDictionary<[Int], [[Value]: Int]> = [:]
        for stranger in strangers {
            let known = stranger.place.indices.filter { stranger.place[$0].isKnown }
            let values = known.map { stranger.place[$0] }
            let place = places[known]?[values] ?? alike.count
            if place == alike.count {
                places[known, default: [:]][values] = place
                alike.append(Alike())
            }
            alike[place].members.append(stranger)
            alike[place].areTold = alike[place].areTold && stranger.values != nil
        }
        (self.alike, self.places) = (alike, places)
    }

    /// - Complexity: As many look-ups as there are choices of what is known, however many strangers there are.
    func crowd(into group: RecordGroup) -> Crowd {
        places.compactMap { known, found in group.values(at: known).flatMap { found[$0] } }
    }

    func count(of crowd: Crowd) -> Int { crowd.reduce(0) { $0 + alike[$1].members.count } }

    /// In which ways a crowd may belong to a group; nil where there are more than a limit, or where it cannot be told what
    /// one of them would contribute.
    func ways(of crowd: Crowd, atMost limit: Int) -> StrangerWays? {
        // Each one more makes at least one way more, but where all join together.
        if joining != .together, count(of: crowd) >= limit { return nil }
        guard let ways = ways(of: crowd), ways.count <= limit else { return nil }
        return ways
    }
}

private extension Strangers {
    func ways(of crowd: Crowd) -> StrangerWays? {
        if let found = ways[crowd] { return found }
        let values = crowd.allSatisfy { alike[$0].areTold } ? crowd.flatMap { alike[$0].members.compactMap(\.values) } : nil
        let made = values.flatMap { StrangerWays(of: $0, joining, atMost: Strata.mostWays) }
        ways[crowd] = .some(made)
        return made
    }
}
