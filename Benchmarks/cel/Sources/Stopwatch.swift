/// Counts how often a second something can be done.
struct Stopwatch {
    /// How many runs are made; the best and the median of them count.
    let runs: Int
    /// How long a run should take.
    let secondsPerRun: Double

    /// Rates in times a second.
    struct Rates {
        let best: Double
        let median: Double
    }

    /// - Parameter work: Does the thing as often as it is told.
    func rates(of work: (_ times: Int) -> Void) -> Rates {
        let times = calibrated(work)
        let rates = (0..<runs).map { _ in Double(times) / seconds { work(times) } }.sorted()
        return Rates(best: rates[runs - 1], median: rates[runs / 2])
    }

    /// How many times fill a run.
    private func calibrated(_ work: (_ times: Int) -> Void) -> Int {
        var times = 1
        while true {
            let taken = seconds { work(times) }
            if taken >= secondsPerRun / 4 { return max(1, Int(Double(times) * secondsPerRun / taken)) }
            times *= 2
        }
    }

    private func seconds(_ work: () -> Void) -> Double {
        let components = ContinuousClock().measure(work).components
        return Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}
