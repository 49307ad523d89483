import CEL
import Diagnostics
import OrderedCollections
import Quantities

/// When a step of an ordered enumeration was reached, as the dates beside it tell.
///
/// The date of the step itself decides. Where it is blank, a later step that was reached in time says as much, for the one
/// before it was reached no later; a later step that was reached late says nothing. A step for which the vocabulary has no
/// date is reached as the data stand: nobody could have said when.
/// A step that is reached while the due date is still to come is reached in time, whatever its date.
struct ReachingDate {
    /// A step with a date field, and whether it is the limit's own or a later one.
    private struct Step {
        let date: Expression
        let isReached: Expression
        let isOwn: Expression
    }

    private let steps: [Step]
    private static let due = Expression.identifier(RuleEnvironment.Name.due)

    /// - Parameter limit: The step that is asked for, over the record's fields; of a band its lowest is meant.
    /// - Returns: nil where what is observed is no field whose steps have dates.
    init?(of observed: Observed, limit: Expression, in context: LoweringContext) {
        guard case .identifier(let name) = observed.expression.node, let field = context.table.fields[name],
              case .enumeration(let enumeration) = field.type, !field.reachedOn.isEmpty
        else { return nil }
        steps = field.reachedOn.compactMap { id, date in
            guard let rank = enumeration.rank(of: id) else { return nil }
            func isWithin(_ rank: Int) -> Expression {
                .constant(.object(EnumerationValue(enumeration, rank: rank))) >= limit
            }
            let isLowest = rank == 0 ? isWithin(0) : isWithin(rank) && !isWithin(rank - 1)
            return Step(date: .identifier(date), isReached: isWithin(rank), isOwn: isLowest)
        }
    }

    /// Whether the step was reached by the due date, of a record that has reached it; unknown (`date_missing`, or
    /// `unreadable`) where the dates do not tell.
    var isInTime: Expression {
        let isNotDue = Expression.identifier(RuleEnvironment.Name.asOf) <= Self.due
        let inTime = steps.map { Self.isKnown($0.date) && $0.isReached && $0.date <= Self.due }.reduce(.no) { $0 || $1 }
        let isDated = steps.map { Self.isKnown($0.date) && $0.isOwn }.reduce(.no) { $0 || $1 }
        let hasDate = steps.map(\.isOwn).reduce(.no) { $0 || $1 }
        let undated = Expression.conditional(hasDate, .call(ReachingFunctions.dateMissing, [ownDate]), .yes)
        return isNotDue || .conditional(inTime, .yes, .conditional(isDated, .no, undated))
    }

    /// The date of the limit's own step, as it was given.
    private var ownDate: Expression {
        steps.reversed().reduce(.operation("dyn", .constant(.null, range: 0..<0))) { rest, step in
            .conditional(step.isOwn, .operation("dyn", step.date), rest)
        }
    }

    /// The day on which the limit's own step was reached; `null` where nobody said.
    var date: Expression {
        steps.reversed().reduce(.operation("dyn", .constant(.null, range: 0..<0))) { rest, step in
            .conditional(Self.isKnown(step.date) && step.isOwn, .operation("dyn", step.date), rest)
        }
    }

    /// How long after the due date the step was reached.
    var delay: Expression {
        steps.reversed().reduce(.number(0)) { rest, step in
            .conditional(Self.isKnown(step.date) && step.isOwn, .operation("difference", step.date, Self.due), rest)
        }
    }

    private static func isKnown(_ date: Expression) -> Expression {
        .call("measured", [date]) && .operation(Operator.notEquals, date, .constant(.null, range: 0..<0))
    }
}
