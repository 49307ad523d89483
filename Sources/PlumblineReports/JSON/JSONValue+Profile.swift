import Diagnostics
import JSON
import Plumbline

extension JSONValue {
    /// What a run takes differently, with what is in force on its day and what is over.
    init(_ profile: Profile, asOf day: CalendarDate) {
        let disabled = profile.disabled.map { disabled -> JSONValue in
            JSONValue.object([("rule", .string("\(profile.ruleset)/\(disabled.rule)"))])
                .adding(Self.term(disabled.suspension.why, disabled.suspension.until, day))
        }
        let waivers = profile.waivers.map { waiver -> JSONValue in
            JSONValue.object([("rule", .string("\(profile.ruleset)/\(waiver.rule)")), ("record", .string(waiver.record))])
                .adding(Self.term(waiver.why, waiver.until, day))
        }
        self = [
            "id": .string(profile.name), "file": .string(profile.location.file),
            "set": .object(profile.settings.map { ($0.name, .text($0.valueText)) }),
            "disabled": .array(disabled), "waivers": .array(waivers),
        ]
    }

    /// Why and until when a record is let pass.
    init(_ waiver: Waiver) { self = ["why": JSONValue(waiver.why), "until": .string(waiver.until.description)] }

    /// Why and until when a rule is not judged.
    init(_ suspension: Suspension) {
        self = ["why": JSONValue(suspension.why), "until": .string(suspension.until.description)]
    }

    /// A parameter without a value, and why it has none.
    init(_ parameter: Parameter) {
        self = ["name": .string(parameter.name), "why": parameter.why.map { JSONValue($0) } ?? .null]
    }

    private static func term(_ why: Localized, _ until: CalendarDate, _ day: CalendarDate) -> [(String, JSONValue)] {
        [("why", JSONValue(why)), ("until", .string(until.description)), ("in_force", .bool(day <= until))]
    }
}
