import Diagnostics
import YAML

/// A table as it was read, with what only the whole vocabulary can check or fill in.
struct TableReading {
    /// A name in the file, with its place.
    struct Name {
        var text: String
        var location: Location
    }

    /// What a table of groups says.
    struct Grouping {
        var table: Name
        var by: [Name]
        var expected: [YAMLNode]
        var list: Name?
        var label: Name?
    }

    var table: Table
    var references: [FieldReading] = []
    var grouping: Grouping?
    var observed: Observed?

    /// How a long table is laid out, and where it names the record that is observed.
    struct Observed {
        var columns: TableObservations
        var location: Location
    }
}
