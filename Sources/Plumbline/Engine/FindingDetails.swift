/// What findings can say beside what came out, why and when it is due.
struct FindingDetails: OptionSet, Sendable {
    let rawValue: Int

    /// What was observed, how far off it is, what would close the gap, and whether it is on its way.
    static let figures = FindingDetails(rawValue: 1)
    /// The cells, lists, arms and periods that the verdict rests on.
    static let evidence = FindingDetails(rawValue: 2)

    static let all: FindingDetails = [.figures, .evidence]
}
