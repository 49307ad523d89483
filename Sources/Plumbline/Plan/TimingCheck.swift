import Diagnostics
import YAML

/// Holds what a rule says of time against itself: baselines that come too late, paces that lead nowhere, figures that
/// are published before what they are of.
struct TimingCheck {
    let rule: Rule
    let schedule: Schedule

    var faults: Diagnostics {
        var faults = Diagnostics()
        if let baseline = rule.baseline { check(baseline, &faults) }
        if let pace = rule.pace { check(pace, &faults) }
        if let expected = rule.expectedOn { check(expected, &faults) }
        return faults
    }
}

private extension TimingCheck {
    func check(_ baseline: Baseline, _ faults: inout Diagnostics) {
        if let first = schedule.choice?.periods.first, schedule.manner != .latestSince, first.lastDay <= baseline.period.lastDay {
            faults.append(.baselineNotBefore(baseline.period, first.description, at: baseline.location))
        } else if let due = schedule.date, due <= baseline.period.lastDay {
            faults.append(.baselineNotBefore(baseline.period, due.description, at: baseline.location))
        }
        if let value = baseline.value, rule.coverage == nil, !rule.observesValue {
            faults.append(.baselineOfNothing(at: value.location))
        }
    }

    func check(_ pace: StatedPace, _ faults: inout Diagnostics) {
        guard pace.pace != .none else { return }
        if rule.baseline == nil {
            faults.append(.paceWithoutBaseline(pace.pace, at: pace.location))
        } else if schedule.isOneVerdict || schedule.manner == .latestSince || (schedule.choice == nil && schedule.date == nil) {
            faults.append(.paceWithoutDue(pace.pace, at: pace.location))
        }
    }

    /// A figure comes after the period has begun that it is of.
    func check(_ expected: ExpectedDay, _ faults: inout Diagnostics) {
        guard let last = schedule.choice?.periods.last, expected.date < last.firstDay else { return }
        faults.append(.expectedBeforePeriod(expected.date, last, at: expected.location))
    }
}
