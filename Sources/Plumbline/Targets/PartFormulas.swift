import CEL
import Diagnostics
import Quantities

/// One part of a composition: the columns that hold its members, and its share.
struct PartFormulas {
    let part: CompositionText.Part
    /// For every record whether it is in the part, an unknown one held.
    let members: String
    /// A one for every record that is known to be in the part.
    let known: String

    init(_ part: CompositionText.Part, place: Int) {
        self.part = part
        members = "part\(place)"
        known = "part\(place)_known"
    }

    var share: Expression { .call(Aggregate.share.listFunction, [.identifier(members)]) }

    /// The part and what is asked of it.
    var title: Localized {
        Localized(same: ([part.title] + part.bounds.map { "\($0.bound.sign) \($0.limit.source)" }).joined(separator: " "))
    }
}
