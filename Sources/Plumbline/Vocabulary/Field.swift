public import Diagnostics
public import OrderedCollections
public import Quantities

/// A field of a table: what its cells hold and by which names a file may call its column.
public struct Field: Sendable {
    /// How a bare number in a percent field is meant; never guessed.
    public enum BarePercent: String, CaseIterable, Sendable {
        /// 85 is 85 %.
        case percent
        /// 0.85 is 85 %.
        case fraction
    }

    /// What a blank cell says.
    public enum Blank: Hashable, Sendable {
        /// Not reported.
        case missing
        /// There is none: CEL's `null`.
        case none
        /// The value that this text would be read as.
        case value(String)
    }

    /// The range that a number has to lie in, both ends included, in base units.
    public struct Range: Hashable, Sendable {
        public var lower: Number?
        /// The greatest number; nil where there is none.
        public var upper: Number?
        /// The range as the vocabulary writes it.
        public var text: String

        public init(lower: Number?, upper: Number?, text: String) {
            self.lower = lower
            self.upper = upper
            self.text = text
        }

        /// Whether a number lies in it.
        public func contains(_ number: Number) -> Bool {
            if let lower, number < lower { return false }
            if let upper, number > upper { return false }
            return true
        }
    }

    public var name: String
    public var type: FieldType
    /// What people call the field.
    public var title: Localized?
    /// What else files call its column.
    public var aliases: [String] = []
    /// What its numbers are in; nil for bare ones and for everything else.
    public var unit: Unit?
    /// What its numbers can be.
    public var range: Range?
    /// Whether findings tell neither the field's cells nor what is made from one person's.
    public var isSensitive = false
    /// Of a reference: whether the key that it holds is sensitive where it stands, so that its text is as well.
    var refersToSensitive = false
    /// How a percentage without a sign is meant; nil where it is not said.
    public var bare: BarePercent?
    /// What a cell says that has no text.
    public var blank = Blank.missing
    /// Whether a cell can hold several values of the type, which expressions then see as a list.
    public var isMany = false
    /// Of a reference: what the records that refer to a record are called on it; nil where they are no list there.
    public var list: String?
    /// Of a reference: whether an empty list can only mean that the child table was not sent.
    public var isAtLeastOne = false
    /// Of an ordered enumeration: the date field that says when a step was reached, by the step's id, from the lowest
    /// to the highest; empty where the vocabulary names none.
    public var reachedOn: OrderedDictionary<String, String> = [:]
    /// How the field comes from others; nil for one that only files give.
    public var definition: Definition?
    /// Where the field's values are observed, period by period; nil where no long table holds them.
    public var observation: Observation?
    /// What an indicator says of itself; nil for a field that is none.
    public var indicator: Indicator?
    public var location: Location

    /// Whether no report shows the text of the field's cells.
    var hidesText: Bool { isSensitive || refersToSensitive }

    public init(name: String, type: FieldType, location: Location) {
        self.name = name
        self.type = type
        self.location = location
    }

    /// Whether the field leads to the record of a level, which no file has a column for.
    var isAncestor: Bool { if case .ancestor? = definition { true } else { false } }

    /// Whether a file of the field's table may have a column for it: not for the record of a level, nor, where the table
    /// has no periods, for what is observed period by period.
    func mayHaveColumn(in table: Table) -> Bool { !isAncestor && (observation == nil || table.period != nil) }

    /// Everything that a file may call the field's column.
    public var headers: [String] { [name] + (title.map { [$0.zh, $0.en] } ?? []) + aliases }
}
