/// Those who judge the records of a run side by side: each on a thread and with memories of his own, which need no lock then.
struct Crew: Sendable {
    /// The same records for each of them.
    private let datasets: [Dataset]

    /// - Parameter count: How many there are, at least one.
    init(_ dataset: Dataset, count: Int = 1) {
        datasets = [dataset] + (1..<max(count, 1)).map { _ in dataset.withOwnMemories() }
    }

    var count: Int { datasets.count }

    /// The records for what is judged by one alone.
    var dataset: Dataset { datasets[0] }

    /// What each piece of work comes to, in their order.
    ///
    /// - Parameter make: Is handed the records of whoever does the piece.
    func map<Piece: Sendable, Made: Sendable>(
        _ pieces: [Piece], _ make: @escaping @Sendable (Piece, Dataset) -> Made
    ) -> [Made] {
        let datasets = datasets
        return Threads.map(steps: pieces.count, on: count) { step, thread in make(pieces[step], datasets[thread]) }
    }
}
