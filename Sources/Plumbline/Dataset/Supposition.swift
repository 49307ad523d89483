import CEL
import OrderedCollections
import Quantities

/// What cells that nobody reported are taken to hold, so that each holds the same wherever it is asked for; beside that it
/// notes which cells are asked for at all.
///
/// It belongs to one of those who judge, each on a thread of his own; that is why it may be changed without a lock.
final class Supposition: Hashable, @unchecked Sendable {
    /// A cell; those of one field together where they are all taken to hold the same.
    struct Place: Hashable {
        /// The table's place in the vocabulary; nil where only one table is looked at.
        var table: Int?
        var field: Int
        /// nil for all records together.
        var record: Int?
    }

    /// What each cell may hold; nil where cells are only watched.
    private let choices: CellChoices?
    /// Which of its values each cell holds that is asked for, in the order in which they are; of later ones the first.
    private let path: [Int]
    private(set) var asked: OrderedDictionary<Place, Int> = [:]
    /// How many values each of them has, in the same order.
    private(set) var sizes: [Int] = []
    /// Whether there is a cell of which nothing can be supposed, and one with a range that has no end.
    private(set) var (hasUnknown, hasEndless) = (false, false)
    /// The cells that are not tried with everything that they could hold, and those that are numbers.
    private var (untried, numbers): (Set<Place>, Set<Place>) = ([], [])
    /// The fields of which a cell was asked for that holds something, and those of which one holds nothing.
    private(set) var (measured, blank): (Set<Place>, Set<Place>) = ([], [])

    init(_ choices: CellChoices?, path: [Int]) { (self.choices, self.path) = (choices, path) }

    /// What a cell is taken to hold that nobody reported; nil where nothing can be supposed of it.
    func value(of field: Field, at place: Place) -> Value? {
        blank.insert(Place(table: place.table, field: place.field, record: nil))
        guard let choices else { return nil }
        let found = choices.values(of: field)
        if found?.isEndless ?? false { hasEndless = true }
        guard let found, !found.values.isEmpty else {
            hasUnknown = true
            return nil
        }
        if found.isSample { untried.insert(place) }
        if field.type.isNumeric { numbers.insert(place) }
        let key = choices.isOfFields ? Place(table: place.table, field: place.field, record: nil) : place
        if let chosen = asked[key] { return found.values[chosen] }
        let chosen = asked.count < path.count ? path[asked.count] : 0
        asked[key] = chosen
        sizes.append(found.values.count)
        return found.values[chosen]
    }

    func noteMeasured(at place: Place) { measured.insert(Place(table: place.table, field: place.field, record: nil)) }

    /// Whether nothing that the cells could hold decides otherwise than what is tried: all of it is, or it is only compared
    /// with numbers, of which those that are not known have to be no others of these.
    var triesEverything: Bool {
        !hasUnknown && (untried.isEmpty || choices?.isCompared ?? false && numbers.count == 1)
    }

    /// The path to the next supposition, the last choice first; nil where this is the last.
    var next: [Int]? {
        var path = Array(asked.values)
        while let last = path.popLast() {
            if last + 1 < sizes[path.count] { return path + [last + 1] }
        }
        return nil
    }

    static func == (lhs: Supposition, rhs: Supposition) -> Bool { lhs === rhs }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
