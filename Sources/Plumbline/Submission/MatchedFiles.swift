import Diagnostics

/// What files turned out to hold, and those that were passed over; each table of a file once, however many paths and links
/// lead to it.
struct MatchedFiles {
    /// A file, or a part of one, that holds a table.
    struct Item {
        var file: SubmittedFile
        var portion: SubmittedFile.Portion
        var table: String
        var origin: Int
        /// The folder below the one that the user named; nil for what was named by itself.
        var folder: String?
        var mapping: FileMapping?

        init(_ file: SubmittedFile, _ portion: SubmittedFile.Portion, table: String, origin: Int, mapping: FileMapping? = nil) {
            self.file = file
            self.portion = portion
            self.table = table
            self.origin = origin
            folder = file.folder.map { SubmittedPath.folder(of: file.path, below: $0) }
            self.mapping = mapping
        }
    }

    /// Something that was passed over, and why.
    struct Skip {
        var path: String
        var folder: String?
        /// The name of the part that was skipped; nil where it is the whole file.
        var part: String?
        var isStandardInput = false
        /// The table that it is called like, or whose columns it mostly has; nil where there is none.
        var table: String?
        /// Of one that seems to hold a table: which of the origins it lies in.
        var origin = 0
        var why: Why
        /// The code of the fault that kept it from being read.
        var fault: DiagnosticCode?

        enum Why {
            case reason(Localized)
            /// The file was taken under another path.
            case sameFile(path: String)
        }
    }

    private struct Place: Hashable {
        var file: FileStatus.Identity
        var part: Int?
    }

    private(set) var items: [Item] = []
    private var skips: [Skip] = []
    /// Where in `items` what was taken stands.
    private var taken: [Place: Int] = [:]

    /// - Throws: That the file was taken for another table before.
    mutating func take(_ item: Item) throws(Diagnostic) {
        if let identity = item.file.identity {
            let place = Place(file: identity, part: item.portion.part)
            if let first = taken[place] { return try takeAgain(item, first) }
            taken[place] = items.count
        }
        items.append(item)
    }

    /// - Parameter table: The one that the file seems to hold, and of which of the user's origins it is; nil where it seems to hold none.
    mutating func skip(
        _ path: String, in folder: String, _ reason: Localized, of table: (name: String, origin: Int)? = nil, fault: DiagnosticCode? = nil
    ) {
        skips.append(Skip(path: path, folder: folder, table: table?.name, origin: table?.origin ?? 0, why: .reason(reason), fault: fault))
    }

    mutating func skip(
        _ file: SubmittedFile, _ portion: SubmittedFile.Portion, _ reason: Localized, of table: (name: String, origin: Int)? = nil,
        fault: DiagnosticCode? = nil
    ) {
        skips.append(
            Skip(
                path: file.path, folder: file.folder, part: portion.part.map { _ in portion.name },
                isStandardInput: file.isStandardInput, table: table?.name, origin: table?.origin ?? 0, why: .reason(reason), fault: fault))
    }

    /// What was skipped, without what was found again in a folder that was named twice.
    var firstSkips: [Skip] {
        var seen: Set<String> = []
        return skips.filter { skip in
            let name = SubmittedPath(skip.path, in: skip.folder).name
            let file = FileStatus(skip.path).map { "\($0.identity.device)/\($0.identity.inode)" } ?? ""
            return seen.insert("\(file)/\(name)/\(skip.part ?? "")").inserted
        }
    }

    /// A file that was taken before. A second name in a folder is listed; what was named again is read as asked.
    /// One that was named by itself first, and then found, lies in the folder all the same.
    private mutating func takeAgain(_ item: Item, _ place: Int) throws(Diagnostic) {
        let first = items[place]
        let (file, other) = (item.file, first.file)
        guard item.table == first.table else { throw .fileOfTwoTables(file.path, [first.table, item.table]) }
        if first.folder == nil { (items[place].origin, items[place].folder) = (item.origin, item.folder) }
        let isSameName = SubmittedPath(file.path, in: file.folder).name == SubmittedPath(other.path, in: other.folder).name
        let isNamedAndFound = other.folder == nil && FilePath.name(of: file.path) == FilePath.name(of: other.path)
        guard file.folder != nil, !isSameName, !isNamedAndFound else { return }
        skips.append(Skip(path: file.path, folder: file.folder, why: .sameFile(path: other.path)))
    }
}

extension MatchedFiles.Skip {
    /// The folder below the one that the user named; nil for what was named by itself.
    var folderBelow: String? { folder.map { SubmittedPath.folder(of: path, below: $0) } }
}
