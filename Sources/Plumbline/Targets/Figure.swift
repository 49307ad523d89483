public import CEL

/// A variable that a target's expressions have beside the record's own fields, and whose value comes from elsewhere in
/// the data: from the record's peers, or from a published table.
public struct Figure: Sendable {
    /// A value of each of the records that agree with the one under judgement: those of the rule's scope in the same
    /// period, the record itself among them.
    ///
    /// The variable is a list in the order of the records. A value that a record does not have stays in the list as an
    /// unknown element, to be handled as list aggregates handle it by the rule's `missing`. Records that the rule exempts
    /// by name are in no list; where nothing but missing cells keeps it from being known whether a record is in the scope,
    /// the whole list is unknown under ``MissingPolicy/bounds``, and the record is left out under the other policies. One of
    /// which nobody knows whose peer it is is in no list either, but under ``MissingPolicy/bounds`` nothing is decided that it
    /// could change.
    public struct Peers: Sendable {
        /// Peers agree in all of these, over a record; empty where the whole scope is one group.
        public var among: [Expression]
        /// Over a record, of type bool; nil where every peer has its value in the list.
        public var filter: Expression?
        /// Over a record.
        public var value: Expression
        /// A shorter list is unknown (`group_too_small`).
        public var leastCount: Int
        /// How records join the list of which nobody knows whose peers they are.
        public var joining: GroupLowering.Joining

        public init(
            among: [Expression], filter: Expression? = nil, value: Expression, leastCount: Int = 1,
            joining: GroupLowering.Joining = .anyhow
        ) {
            self.among = among
            self.filter = filter
            self.value = value
            self.leastCount = leastCount
            self.joining = joining
        }
    }

    /// The figure that somebody published for an indicator, in the period judged: a number in base units; unknown where
    /// there is none (`no_benchmark`), or several that differ (`ambiguous_record`).
    public struct Benchmark: Sendable {
        /// The indicator's field, whose names the table may use and in whose unit its figures are.
        public var indicator: Field
        /// Over a record: whose figure is meant, such as a province's.
        public var area: Expression
        /// Over a record: for which group of the area, by a text or a value of an enumeration; nil for the figure of all.
        public var group: Expression?

        public init(indicator: Field, area: Expression, group: Expression? = nil) {
            self.indicator = indicator
            self.area = area
            self.group = group
        }
    }

    /// From where a figure is taken.
    public enum Source: Sendable {
        case peers(Peers)
        case benchmark(Benchmark)
        /// What lists of ``Peers`` come to, such as their mean: over the variables of lists with the same `among`, and
        /// worked out once for all records of a group.
        case together(Expression)
    }

    /// The variable; one with an `@` before it clashes with no field.
    public var name: String
    /// Where the figure comes from.
    public var source: Source

    public init(_ name: String, _ source: Source) {
        self.name = name
        self.source = source
    }

    /// The variable in an expression.
    public var variable: Expression { .identifier(name) }
}
