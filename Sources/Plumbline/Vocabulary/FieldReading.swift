import Diagnostics
import YAML

/// A field as it was read, with the places of the names in it that only the whole vocabulary can check.
struct FieldReading {
    var field: Field
    /// Where the table is named that the field refers to.
    var referenceLocation: Location?
    /// Where the field's list is named.
    var listLocation: Location?
    /// What the field says of the dates on which its steps were reached, by the nodes of the fields that hold them.
    var steps: [(id: String, dateField: YAMLNode)] = []
}
