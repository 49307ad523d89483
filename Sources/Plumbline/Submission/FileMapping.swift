import CEL
import Diagnostics
import OrderedCollections

/// What a mapping says of some files: which table they are, and what of it their columns give.
struct FileMapping: Sendable {
    /// A column's header and what it gives.
    struct Column: Sendable {
        var header: HeaderName
        /// The header as the mapping has it.
        var text: String
        /// A field of the table, or a name that only expressions use.
        var name: String
    }

    /// A field that is made from the texts of a row.
    struct Computed: Sendable {
        var field: String
        var program: Program
    }

    /// The name in the files' folder, or the path below the folder that the data are in.
    var patterns: [NamePattern] = []
    var table: String
    var layout = FileLayout()
    var columns: [Column] = []
    /// The headers of columns that nobody asks for.
    var ignored: [NamePattern] = []
    /// What every record of the files says, by field.
    var constants: OrderedDictionary<String, String> = [:]
    var computed: [Computed] = []
    /// The words that mean the same as a blank cell.
    var blankWords: Set<String> = []
    /// The condition on which a row is left out; nil where every row is read.
    var drop: Program?
    var wide: WideMapping?
    /// The file that says so, as reports call it, and where in it.
    var origin = ""
    var location: Location

    /// - Parameters:
    ///   - name: The file's name.
    ///   - path: Its path below the folder that the mapping speaks of.
    func fits(name: String, path: String) -> Bool {
        patterns.contains { $0.matches($0.text.contains("/") ? path : name) }
    }

    /// The columns that expressions use, by the names that they have there.
    var usedNames: Set<String> { Set((computed.map(\.program) + (drop.map { [$0] } ?? [])).flatMap(\.variables)) }
}
