public import CEL
public import Diagnostics

/// A target in CEL over groups of records.
///
/// Two kinds of expression meet here. `strata`, and each column's `filter` and `value`, are over a record's fields.
/// All others are over the group's columns: every column is a variable, a list of the values that the group's
/// records contribute to it, in the order of the records. A value that a record does not have stays in the list as
/// an unknown element, to be handled as list aggregates handle it by the rule's `missing`.
public struct GroupLowering: Sendable {
    /// A value that each record of a group contributes, where `filter` holds of it.
    public struct Column: Sendable {
        /// The variable that the column is, of type list(`value`'s type).
        public var name: String
        /// Over a record; nil where every record of the group contributes.
        public var filter: Expression?
        /// Over a record.
        public var value: Expression
        /// What the column holds, for the evidence of a finding.
        public var title: Localized

        public init(name: String, filter: Expression? = nil, value: Expression, title: Localized) {
            self.name = name
            self.filter = filter
            self.value = value
            self.title = title
        }
    }

    /// The figure that a report shows for a column.
    public struct Side: Sendable {
        /// The name of the column that the figure is of.
        public var column: String
        /// Over the columns, such as `tested.avg(x, x)`.
        public var value: Expression

        public init(column: String, value: Expression) {
            self.column = column
            self.value = value
        }
    }

    /// Which of the records that may belong to a group, or may not, have to be thought of together to find out whether they
    /// could change its verdict.
    public enum Joining: Sendable {
        /// Any of them.
        case anyhow
        /// Those with the least values, or those with the greatest: the verdict holds sums and numbers of values against
        /// each other, and each record contributes one number, to some of the columns, or a constant beside it.
        case extremes
        /// All or none: each one more can only push the verdict the same way.
        case together
    }

    /// Records that agree in all of these are one group; empty where all of the scope is one group.
    public var strata: [Expression]
    /// The strata as the rule writes them, one each.
    public var strataTexts: [String]
    /// What records contribute, in the order in which they are worked out.
    public var columns: [Column]
    /// The column without which there is nothing to judge: not_applicable, `no_tested_group`.
    public var testedColumn: String?
    /// The column without which nothing can be compared: not_measured, `empty_group`.
    public var comparedColumn: String?
    /// Fewer than this many in the tested or the compared column: not_measured, `group_too_small`.
    public var minGroup: Int
    /// Of type bool, over the columns.
    public var verdict: Expression
    /// What a report shows as observed, over the columns.
    public var observed: Expression?
    /// Observed minus limit, a number in base units.
    public var gap: Expression?
    /// The number that a group is held against, in base units, where it is not the same for all groups.
    public var limitValue: Expression?
    /// Asked only of groups that fail; a number, or `null` where it is impossible.
    public var closings: [Lowering.Closing]
    /// What reports show that groups are held against.
    public var limit: Limit
    /// The figures of the sides, for the evidence.
    public var sides: [Side]
    /// Whether `observed` is one record's own figure, which a report withholds where the figure is sensitive.
    public var showsSingleRecord: Bool
    /// Whether figures are the middle value of a column, which is one record's own or lies between those of two.
    public var showsMiddle: Bool
    /// How records join a group of which nobody knows whether they belong to it.
    public var joining: Joining

    public init(
        strata: [Expression] = [], strataTexts: [String] = [], columns: [Column], testedColumn: String? = nil,
        comparedColumn: String? = nil, minGroup: Int = 1, verdict: Expression, observed: Expression? = nil,
        gap: Expression? = nil, limitValue: Expression? = nil, closings: [Lowering.Closing] = [], limit: Limit,
        sides: [Side] = [], showsSingleRecord: Bool = false, showsMiddle: Bool = false, joining: Joining = .anyhow
    ) {
        self.strata = strata
        self.strataTexts = strataTexts
        self.columns = columns
        self.testedColumn = testedColumn
        self.comparedColumn = comparedColumn
        self.minGroup = minGroup
        self.verdict = verdict
        self.observed = observed
        self.gap = gap
        self.limitValue = limitValue
        self.closings = closings
        self.limit = limit
        self.sides = sides
        self.showsSingleRecord = showsSingleRecord
        self.showsMiddle = showsMiddle
        self.joining = joining
    }
}
