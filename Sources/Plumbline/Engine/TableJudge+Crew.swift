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
            let judge = self
            let shared = places.filter { !numbersGroups(tasks[$0].rule) }
            let found = crew.map(shared) { place, dataset in
                var (judge, recorded) = (judge.judge(of: dataset), recording)
                judge.judgeGroup(by: place, into: &recorded)
                return (recorded, task: judge.tasks[place])
            }
            var rest = found.makeIterator()
            for place in places {
                guard shared.contains(place), let (recorded, task) = rest.next() else {
                    judgeGroup(by: place, into: &sink)
                    continue
                }
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
        let shared = isShared ? pieces.filter { !numbersGroups(tasks[$0.place].rule) } : []
        let judge = self
        var found = crew.map(shared) { piece, dataset in judge.judge(of: dataset).results(of: piece) }.makeIterator()
        for piece in pieces {
            let isFound = isShared && !numbersGroups(tasks[piece.place].rule)
            guard let (results, time) = isFound ? found.next() : self.results(of: piece) else { continue }
            tasks[piece.place].readings.append(results)
            sink.add(time, rule: tasks[piece.place].index)
        }
    }

    private var readingJudge: ReadingJudge {
        ReadingJudge(dataset, table, withholdsSensitive: withholdsSensitive, wantsNamed: wantsNamed)
    }

    private func results(of piece: ReadingPiece) -> (ReadingResults, time: Duration) {
        let beginning = ContinuousClock.now
        let results = readingJudge.results(of: piece.reading, beside: piece.own)
        return (results, beginning.duration(to: .now))
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
