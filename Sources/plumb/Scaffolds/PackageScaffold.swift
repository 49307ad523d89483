import Diagnostics

/// A Swift package with a plugin: what a third party writes, with nothing but the public library.
struct PackageScaffold: Scaffold {
    /// What plugins can be, each behind a protocol of the library.
    enum Kind: String, CaseIterable {
        case target
        case reader
        case reporter

        /// What the type's name ends in.
        fileprivate var suffix: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        fileprivate var sources: (source: String, test: String) {
            switch self {
            case .target: (TargetSources.source, TargetSources.test)
            case .reader: (ReaderSources.source, ReaderSources.test)
            case .reporter: (ReporterSources.source, ReporterSources.test)
            }
        }

        fileprivate var libraries: [String] {
            switch self {
            case .target: ["Diagnostics", "Plumbline", "YAML"]
            case .reader, .reporter: ["Diagnostics", "Plumbline"]
            }
        }

        /// Where the plugin is handed over.
        fileprivate var registration: Localized {
            switch self {
            case .target: Localized(
                zh: "登记：把它加进 AuditPlanner.plan 的 targets 参数，见测试", en: "register it as one of the targets of AuditPlanner.plan, as the test does")
            case .reader: Localized(
                zh: "登记：把它加进 SubmissionMatcher.match 的 readers 参数", en: "register it as one of the readers of SubmissionMatcher.match")
            case .reporter: Localized(
                zh: "登记：用 ReportContext 建立它，把结果交给它的 write 和 finish", en: "make one with a ReportContext, and hand it what a run finds")
            }
        }
    }

    let kind: Kind
    /// The plugin's name in rules and options, such as `nearly_all`.
    let name: String
    /// Where the library lies, as a path from the new package.
    let library: String

    var files: [(path: String, text: String)] {
        let (source, test) = kind.sources
        return [
            ("\(name)/Package.swift", package), ("\(name)/Sources/\(type)/\(type).swift", renamed(source) + "\n"),
            ("\(name)/Tests/\(type)Tests/\(type)Tests.swift", renamed(test) + "\n"),
        ]
    }

    var nextSteps: Localized {
        Localized(
            zh: "cd \(name) && swift test：有一处测试失败，等着填写。\(kind.registration.zh)。",
            en: "cd \(name) && swift test: one test fails until you fill it in. Then \(kind.registration.en).")
    }

    /// `nearly_all` is the target `NearlyAllTarget`.
    private var type: String {
        name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined() + kind.suffix
    }

    private func renamed(_ text: String) -> String {
        text.replacing("Sample\(kind.suffix)", with: type).replacing("sample", with: name)
    }

    private var package: String {
        let products = kind.libraries.map { "                .product(name: \"\($0)\", package: \"plumbline\"),\n" }.joined()
        return """
            // swift-tools-version: 6.2
            import PackageDescription

            let package = Package(
                name: "\(type)",
                products: [.library(name: "\(type)", targets: ["\(type)"])],
                // Where the library lies on this machine; a package that others use names its address and version here.
                dependencies: [.package(name: "plumbline", path: "\(library)")],
                targets: [
                    .target(
                        name: "\(type)",
                        dependencies: [
            \(products)            ],
                        swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
                    .testTarget(
                        name: "\(type)Tests",
                        dependencies: [
                            "\(type)",
            \(products)            ]),
                ])

            """
    }
}
