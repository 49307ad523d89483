/// How the work on a table is shared out. Whoever does a piece of it has records and tasks of his own; what he finds is told
/// in the order in which one alone would have told it.
extension TableJudge {
    /// How many subjects are judged at a stretch.
    private static let stretch = 1_000
    /// How many pieces are given out before what came of them is told, for each of the crew: what is found has to be kept so
    /// long.
    private static let piecesAtATime = 8
    /// How many verdicts are worth a thread.
    private static let worthSharing = 2_000

    private var isShared: Bool { crew.count > 1 && chosen == nil && table.count * tasks.count >= Self.worthSharing }

    /// A judge for a piece of the work.
    private func judge(of dataset: Dataset) -> TableJudge {
        var judge = self
        judge.dataset = dataset
        return judge
    }

    mutating func judgeRecords(by single: [Int], into sink: inout some FindingSink) {
        guard isShared else { return judge(0..<table.subjectCount, by: single, into: &sink) }
        let (judge, recording) = (self, RecordedFindings(for: sink))
        let stretches = stride(from: 0, to: table.subjectCount, by: Self.stretch).map { $0..<min($0 + Self.stretch, table.subjectCount) }
        for pieces in stretches.pieces(of: crew.count * Self.piecesAtATime) {
            let found = crew.map(pieces) { piece, dataset in
                var (judge, recorded) = (judge.judge(of: dataset), recording)
                judge.judge(piece, by: single, into: &recorded)
                return (recorded, names: judge.tasks.map(\.names))
            }
            for (recorded, names) in found {
                recorded.tell(&sink)
                for place in single where !names[place].isEmpty { tasks[place].names.formUnion(names[place]) }
            }
        }
    }

    mutating func judgeGroups(by groups: [Int], into sink: inout some FindingSink) {
        guard isShared else { return groups.forEach { judgeGroup(by: $0, into: &sink) } }
        let recording = RecordedFindings(for: sink)
        for places in groups.pieces(of: crew.count * Self.piecesAtATime) {
            let found = sharedOut(places, rule: { $0 }) { judge, place in
                var (judge, recorded) = (judge, recording)
                judge.judgeGroup(by: place, into: &recorded)
                return (recorded, task: judge.tasks[place])
            }
            for (place, (recorded, task)) in zip(places, found) {
                recorded.tell(&sink)
                tasks[place] = task
            }
        }
    }

    /// Works out what the rules' other readings come to.
    mutating func judgeReadings(into sink: inout some FindingSink) {
        let pieces = tasks.indices.flatMap { place -> [ReadingPiece] in
            guard !tasks[place].rule.readings.isEmpty else { return [] }
            let own = readingJudge.ownResults(of: tasks[place].rule)
            return tasks[place].rule.readings.map { ReadingPiece(place: place, reading: $0, own: own) }
        }
        for (piece, (results, time)) in zip(pieces, sharedOut(pieces, rule: \.place) { $0.results(of: $1) }) {
            tasks[piece.place].readings.append(results)
            sink.add(time, rule: tasks[piece.place].index)
        }
    }

    /// What each piece comes to, in their order. Those of rules whose groups are told by numbers, which are given in order, are
    /// done one after the other, once the others are.
    ///
    /// - Parameters:
    ///   - rule: The place of the task of a piece's rule.
    ///   - make: Is handed a judge whose records are those of whoever does the piece.
    private func sharedOut<Piece: Sendable, Made: Sendable>(
        _ pieces: [Piece], rule: (Piece) -> Int, _ make: @escaping @Sendable (TableJudge, Piece) -> Made
    ) -> [Made] {
        let areShared = pieces.map { isShared && !numbersGroups(tasks[rule($0)].rule) }
        let judge = self
        let shared = zip(pieces, areShared).filter(\.1).map(\.0)
        var found = crew.map(shared) { piece, dataset in make(judge.judge(of: dataset), piece) }.makeIterator()
        return zip(pieces, areShared).map { piece, isFound in (isFound ? found.next() : nil) ?? make(judge, piece) }
    }

    private var readingJudge: ReadingJudge {
        ReadingJudge(dataset, table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
    }

    private func results(of piece: ReadingPiece) -> (ReadingResults, time: Duration) {
        var results = ReadingResults()
        let time = ContinuousClock().measure { results = readingJudge.results(of: piece.reading, beside: piece.own) }
        return (results, time)
    }

    /// Whether the groups of a rule, or of one of its readings, are told by numbers, which are given in order.
    private func numbersGroups(_ rule: RulePlan) -> Bool {
        withholdsSensitive && rule.withReadings.contains { $0.groupedBy.contains(where: dataset.looksAtSensitive) }
    }
}

/// A reading of one of the rules.
private struct ReadingPiece {
    /// The place of the rule's task.
    let place: Int
    let reading: ReadingPlan
    let own: Deferred<ReadingResults>
}

private extension Array {
    /// The elements in order, so many at a time.
    func pieces(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    }
}
