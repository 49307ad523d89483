/// Those figures among many that would tell a sensitive cell by themselves.
///
/// Where they are one person's, whoever knows the figure of all and those of the others knows that person's cell too.
struct Tellers {
    private var figures = 0
    private(set) var persons: Set<Person> = []

    /// Whether it is one figure, or several of one person.
    var isOne: Bool { figures == 1 || persons.count == 1 }

    /// Whether further figures can make no difference to who tells of so few.
    func areMore(than few: Int) -> Bool { figures > 1 && persons.count > max(1, few) }

    /// Whether they are fewer than a figure may be made of.
    func areFewer(than least: Int) -> Bool { !persons.isEmpty && (isOne || persons.count < least) }

    /// - Parameter told: Those whose cells a figure would tell; none where it tells nobody's.
    mutating func add(_ told: Set<Person>) {
        guard !told.isEmpty else { return }
        figures += 1
        persons.formUnion(told)
    }
}
