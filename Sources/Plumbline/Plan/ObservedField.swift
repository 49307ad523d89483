import CEL
import Quantities
import YAML

/// The field by which a case gives outright what its rule observes.
enum ObservedField {
    static let name = "observed"

    /// The field that holds what a rule observes; nil where no cell could, as for a list.
    ///
    /// A bare number in it is in the unit of the rule's limit where that measures the same, as in the `observed` that
    /// a case expects.
    static func of(_ observed: Observed, limit: Limit, in vocabulary: Vocabulary) -> Field? {
        guard let type = VocabularyTypes.fieldType(of: observed.type, in: vocabulary) else { return nil }
        var field = Field(name: name, type: type, location: observed.scalar.location)
        if type.isNumeric { field.unit = limit.unit.flatMap { observed.measure.takes($0) ? $0 : nil } ?? observed.measure.unit }
        return field
    }
}

extension Observed {
    /// The same value, read from the field that gives it outright: what it is made of is not known then.
    var givenOutright: Observed {
        var given = self
        given.expression = .identifier(ObservedField.name)
        (given.ratio, given.quotient) = (nil, nil)
        return given
    }
}

private extension Measure {
    /// Whether a number that is measured so can be told in a unit.
    func takes(_ unit: Unit) -> Bool {
        if case .dimension(let dimension) = basis { dimension == unit.dimension } else { !unit.isRatioSign }
    }
}
