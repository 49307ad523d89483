import Plumbline
import Quantities

/// A reason of the product with its figures, as texts.
struct ProductFigures {
    let reason: String
    let observed, gap, limit, closings, reachedOn, arm: String?

    init(_ reason: Reason, _ measurement: Measurement) {
        self.reason = reason.rawValue
        observed = measurement.observed.map { observed in
            switch observed {
            case .number(let number): Self.text(number)
            case .text(let text): Self.interval(text)
            case .range(let low, let high): Self.interval("\(low.map(\.description) ?? "")..\(high.map(\.description) ?? "")")
            }
        }
        gap = measurement.gap.map(Self.text)
        limit = measurement.limit.map(Self.text)
        closings = measurement.closings.isEmpty ? nil : measurement.closings.map { closing in
            switch closing.amount {
            case .impossible: "\(closing.kind) impossible"
            case .smallest(let number): "\(closing.kind) \(Self.text(number))"
            }
        }.sorted().joined(separator: ", ")
        reachedOn = measurement.reachedOn.map { "\($0)" }
        arm = measurement.arm.map { "\($0)" }
    }

    func differences(from verdict: PlainVerdict) -> [String] {
        let reasons = verdict.reason.rawValue == reason ? [] : ["expected \(verdict.reason.rawValue), found \(reason)"]
        return reasons + [
            ("observed", verdict.observed, observed), ("gap", verdict.gap, gap), ("limit", verdict.limit, limit),
            ("closings", verdict.closings, closings), ("reached on", verdict.reachedOn, reachedOn), ("arm", verdict.arm, arm),
        ].filter { !$0.1.agrees(with: $0.2) }.map { "\($0.0) \($0.1), found \($0.2 ?? "-")" }
    }

    /// Reduced, as the other side writes it.
    static func text(_ number: Number) -> String { PlainNumber(number.description)?.description ?? number.description }

    private static func interval(_ text: String) -> String {
        let ends = text.split(separator: "..")
        guard ends.count == 2, let low = PlainNumber(ends[0]), let high = PlainNumber(ends[1]) else { return text }
        return "\(low)..\(high)"
    }
}
