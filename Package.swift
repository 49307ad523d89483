// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where the environment says that this is a CI run.
let isCI = Context.environment["CI"] != nil

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
] + (isCI ? [.treatAllWarnings(as: .error)] : [])

/// A target that imports only targets listed above it.
func layer(_ name: String, on lower: Target.Dependency...) -> Target {
    .target(name: name, dependencies: lower, swiftSettings: settings)
}

/// The tests of the layer of the same name; they may use any layer below it too. Golden files are
/// read where they lie, beside the test that owns them.
func tests(of name: String, on lower: Target.Dependency..., golden: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: lower + [.target(name: name), "TestSupport"], exclude: golden,
        swiftSettings: settings)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bigInt = Target.Dependency.product(name: "BigInt", package: "BigInt")
let orderedCollections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")

let package = Package(
    name: "Plumbline",
    products: [
        .library(name: "CEL", targets: ["CEL"]),
        .library(name: "Diagnostics", targets: ["Diagnostics"]),
        .library(name: "Plumbline", targets: ["Plumbline"]),
        .library(name: "PlumblineReaders", targets: ["PlumblineReaders"]),
        .library(name: "PlumblineReports", targets: ["PlumblineReports"]),
        .library(name: "Quantities", targets: ["Quantities"]),
        .library(name: "YAML", targets: ["YAML"]),
        .executable(name: "cel-conformance", targets: ["cel-conformance"]),
        .executable(name: "plumb", targets: ["plumb"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
        .package(url: "https://github.com/apple/swift-collections", .upToNextMinor(from: "1.6.0")),
        .package(url: "https://github.com/attaswift/BigInt", .upToNextMinor(from: "6.0.1")),
    ],
    targets: [
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CRE2", linkerSettings: [.linkedLibrary("re2")]),

        layer("Diagnostics"),
        layer("JSON", on: "Diagnostics"),
        layer("YAML", on: "CLibYAML", "Diagnostics"),
        layer("CEL", on: "CRE2", "Diagnostics", "JSON", orderedCollections),
        layer("CELConformance", on: "CEL", "Diagnostics"),
        layer("Quantities", on: "Diagnostics", bigInt),
        layer("Plumbline", on: "CEL", "Diagnostics", "JSON", "Quantities", "YAML", orderedCollections),
        layer("PlumblineReaders", on: "Plumbline", "Diagnostics"),
        layer("PlumblineReports", on: "Plumbline", "Diagnostics", "JSON", "Quantities"),
        .executableTarget(
            name: "plumb",
            dependencies: ["Plumbline", "PlumblineReaders", "PlumblineReports", "Diagnostics", argumentParser],
            swiftSettings: settings),
        .executableTarget(name: "cel-conformance", dependencies: ["CELConformance"], swiftSettings: settings),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        tests(of: "Diagnostics", golden: ["Golden"]),
        tests(of: "JSON"),
        tests(of: "YAML", on: "Diagnostics", golden: ["Golden"]),
        tests(of: "CEL", on: "CELConformance", "Diagnostics", golden: ["Types/Golden"]),
        tests(of: "Quantities", on: "Diagnostics", bigInt),
        tests(of: "Plumbline", on: orderedCollections, "CEL", "Diagnostics", "Quantities", "YAML", "PlumblineReaders", "PlumblineReports",
            golden: ["Clauses"]),
        tests(
            of: "PlumblineReaders", on: "Plumbline", "Diagnostics", golden: ["CSV/Golden", "JSON/Golden", "JSONLines/Golden"]),
        tests(
            of: "PlumblineReports", on: "Plumbline", "Diagnostics", "Quantities", golden: ["Golden"]),
        tests(
            of: "plumb", on: "CEL", "Diagnostics", "Plumbline", "YAML",
            golden: ["BrokenFiles/Golden", "Reports/Golden", "Schema/Golden", "Verbs/Golden"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

// What few runs need joins only where the environment asks for it.
if Context.environment["PLUMBLINE_BENCHMARKS"] != nil {
    package.targets.append(
        .executableTarget(
            name: "cel-benchmark", dependencies: ["CEL"], path: "Benchmarks/cel/Sources", swiftSettings: settings))
}

/// A harness for libFuzzer, which brings the main function: `Scripts/fuzz` links it.
func fuzzer(_ name: String, path: String) -> (product: Product, target: Target) {
    (
        .library(name: name, type: .static, targets: [name]),
        .target(name: name, dependencies: ["CEL", "Diagnostics", "FuzzingSupport"], path: path, swiftSettings: settings)
    )
}

if Context.environment["PLUMBLINE_FUZZING"] != nil {
    let fuzzers = [
        fuzzer("FuzzParseCheck", path: "Fuzzing/parse-check"), fuzzer("FuzzEvaluate", path: "Fuzzing/evaluate"),
    ]
    package.products += fuzzers.map(\.product)
    package.targets += fuzzers.map(\.target)
    package.targets.append(
        .target(name: "FuzzingSupport", dependencies: ["CEL"], path: "Fuzzing/Support", swiftSettings: settings))
}
