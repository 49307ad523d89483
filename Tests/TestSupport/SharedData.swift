public import Foundation

/// The folder with reference data that stands beside a checkout where there is one; it is not part
/// of the repository.
public enum SharedData {
    /// The checkout's root.
    public static let repository = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    public static let folder = repository.deletingLastPathComponent().appending(path: "shared")

    public static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Why a test that needs the data is skipped.
    public static let absence = "the folder 'shared' with the reference data is not beside the checkout"

    public static func url(_ path: String) -> URL { folder.appending(path: path) }
}
