import Diagnostics
import JSON
import Plumbline
import Quantities

/// What findings say of the way to their limit.
extension JSONValue {
    init(_ track: Track, _ figures: FigureText?, unit: Unit?) {
        self = [
            "state": .string(track.state.rawValue),
            "line": track.line.map { JSONValue($0, text: figures?.line($0), unit: unit) } ?? .null,
            "yearly": track.yearly.map { JSONValue($0, text: figures?.yearly($0), unit: unit?.difference) } ?? .null,
        ]
    }

    init(_ baseline: BaselineFigure, in language: Language) {
        self = [
            "period": .string(baseline.period.description), "stated": .bool(baseline.isStated),
            "value": baseline.value.map {
                JSONValue($0, text: baseline.unit?.text($0, in: language) ?? $0.shortText(fractionDigits: 2), unit: baseline.unit)
            } ?? .null,
        ]
    }
}
