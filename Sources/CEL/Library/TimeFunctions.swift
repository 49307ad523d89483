/// Arithmetic of moments and spans, and their parts.
enum TimeFunctions {
    static var all: [Function] {
        [
            Function(
                Operator.add,
                [
                    moved("add_timestamp_duration", .timestamp, .duration) { $0.adding($1) },
                    Overload(id: "add_duration_timestamp", .duration, .timestamp, result: .timestamp) {
                        guard case .duration(let span) = $0, case .timestamp(let time) = $1 else { return .error(.wrongKind) }
                        return time.adding(span).map { .timestamp($0) } ?? .error(.overflow(.timestamp))
                    },
                    spans("add_duration_duration") { $0.adding($1) },
                ]),
            Function(
                Operator.subtract,
                [
                    moved("subtract_timestamp_duration", .timestamp, .duration) { time, span in
                        span.negated.flatMap { time.adding($0) }
                    },
                    Overload(id: "subtract_timestamp_timestamp", .timestamp, .timestamp, result: .duration) {
                        guard case .timestamp(let a) = $0, case .timestamp(let b) = $1 else { return .error(.wrongKind) }
                        return a.since(b).map { .duration($0) } ?? .error(.overflow(.duration))
                    },
                    spans("subtract_duration_duration") { span, other in other.negated.flatMap { span.adding($0) } },
                ]),
            part("getFullYear", "year") { $0.year },
            part("getMonth", "month") { $0.month - 1 },
            part("getDate", "day_of_month_1_based") { $0.day },
            part("getDayOfMonth", "day_of_month") { $0.day - 1 },
            part("getDayOfWeek", "day_of_week") { $0.dayOfWeek },
            part("getDayOfYear", "day_of_year") { $0.dayOfYear },
            part("getHours", "hours", ofSpan: { $0.wholeSeconds / 3_600 }) { $0.hour },
            part("getMinutes", "minutes", ofSpan: { $0.wholeSeconds / 60 }) { $0.minute },
            part("getSeconds", "seconds", ofSpan: { $0.wholeSeconds }) { $0.second },
            milliseconds,
        ]
    }

    private static func moved(
        _ id: String, _ lhs: Type, _ rhs: Type, _ body: @escaping @Sendable (Timestamp, Duration) -> Timestamp?
    ) -> Overload {
        Overload(id: id, lhs, rhs, result: .timestamp) {
            guard case .timestamp(let time) = $0, case .duration(let span) = $1 else { return .error(.wrongKind) }
            return body(time, span).map { .timestamp($0) } ?? .error(.overflow(.timestamp))
        }
    }

    private static func spans(_ id: String, _ body: @escaping @Sendable (Duration, Duration) -> Duration?) -> Overload {
        Overload(id: id, .duration, .duration, result: .duration) {
            guard case .duration(let a) = $0, case .duration(let b) = $1 else { return .error(.wrongKind) }
            return body(a, b).map { .duration($0) } ?? .error(.overflow(.duration))
        }
    }
}

// MARK: - Parts

private extension TimeFunctions {
    static func part(
        _ name: String, _ idTail: String, ofSpan: (@Sendable (Duration) -> Int64)? = nil,
        _ body: @escaping @Sendable (CivilTime) -> Int
    ) -> Function {
        ofMoment(name, idTail, span: ofSpan) { time, offset in Int64(body(time.civil(offsetSeconds: offset))) }
    }

    /// The thousandths of the second, of a moment or of a span.
    static var milliseconds: Function {
        ofMoment("getMilliseconds", "milliseconds", span: { $0.fraction / 1_000_000 }) { time, _ in
            Int64(time.nanoseconds / 1_000_000)
        }
    }

    static func ofMoment(
        _ name: String, _ idTail: String, span: (@Sendable (Duration) -> Int64)?,
        _ body: @escaping @Sendable (_ time: Timestamp, _ offsetSeconds: Int) -> Int64
    ) -> Function {
        var overloads = [
            Overload(id: "timestamp_to_\(idTail)", .timestamp, result: .int, isMember: true) {
                guard case .timestamp(let time) = $0 else { return .error(.wrongKind) }
                return .int(body(time, 0))
            },
            zoned("timestamp_to_\(idTail)_with_tz", body),
        ]
        if let span {
            overloads.append(
                Overload(id: "duration_to_\(idTail)", .duration, result: .int, isMember: true) {
                    guard case .duration(let value) = $0 else { return .error(.wrongKind) }
                    return .int(span(value))
                })
        }
        return Function(name, overloads)
    }

    /// The part in a time zone; a constant one is looked up once.
    static func zoned(
        _ id: String, _ body: @escaping @Sendable (_ time: Timestamp, _ offsetSeconds: Int) -> Int64
    ) -> Overload {
        let part: @Sendable (Value, TimeZoneOffset?, String) -> Value = { time, zone, name in
            guard case .timestamp(let time) = time else { return .error(.wrongKind) }
            guard let zone else { return .error(.unknownTimeZone(name)) }
            return .int(body(time, zone.seconds(at: time)))
        }
        return Overload(
            id: id, parameters: [.timestamp, .string], result: .int, isMember: true,
            preparationCost: TimeZoneOffset.lookupCost, prepare: { constants in
                guard case .string(let name) = constants[1] else { return nil }
                let zone = TimeZoneOffset(name)
                return .binary { time, _ in part(time, zone, name) }
            },
            implementation: .binary { time, name in
                guard case .string(let name) = name else { return .error(.wrongKind) }
                return part(time, TimeZoneOffset(name), name)
            })
    }
}
