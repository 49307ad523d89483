/// A `submission.yaml` where it was found.
struct FoundManifest {
    var path: String
    /// The folder that the user named.
    var folder: String
    var manifest: SubmissionManifest
}
