/// A name, or several that are written alike: `*` stands for any characters but `/`, `?` for one of them.
struct NamePattern: Hashable, Sendable {
    let text: String
    private let characters: [Character]

    init(_ text: String) {
        self.text = text
        characters = Array(text)
    }

    /// Whether more than one name can fit.
    var isOpen: Bool { characters.contains { $0 == "*" || $0 == "?" } }

    /// - Complexity: O(*n* · *m*) in the lengths of the pattern and the name.
    func matches(_ name: String) -> Bool {
        let name = Array(name)
        var (place, at) = (0, 0)
        // Where the last star stands, and up to where it reaches.
        var star: (place: Int, reach: Int)?
        while at < name.count {
            if place < characters.count, characters[place] == "*" {
                star = (place, at)
                place += 1
            } else if place < characters.count, characters[place] == name[at] || (characters[place] == "?" && name[at] != "/") {
                (place, at) = (place + 1, at + 1)
            } else if let last = star, name[last.reach] != "/" {
                star = (last.place, last.reach + 1)
                (place, at) = (last.place + 1, last.reach + 1)
            } else {
                return false
            }
        }
        return characters[place...].allSatisfy { $0 == "*" }
    }

    /// What the pattern's only star stands for in a name; nil where the name does not fit, or there is not one star.
    func wildcard(in name: String) -> String? {
        guard let star = characters.firstIndex(of: "*"), characters.count(where: { $0 == "*" }) == 1, matches(name) else { return nil }
        let tail = characters.count - star - 1
        return String(Array(name)[star..<(name.count - tail)])
    }
}
