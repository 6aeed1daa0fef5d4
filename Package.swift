// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target whose dependencies are written `Subject` for ours and `.product` for others.
func subject(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// What the umbrella re-exports. Targets that import the umbrella name these too: a rebuild follows direct
/// dependencies only.
let subjects: [Target.Dependency] = [
  "Admission", "AdmissionCalls", "AdmissionFiles", "Allocation", "AllocationFiles", "AllocationSolving",
  "DelimitedText",
  "Draw", "DrawFiles",
  "ExactValues", "FileStore", "Grading", "GradingFiles", "LinearProgramming", "PlatformExport",
  "SyntheticData",
  "Workers",
]

let package = Package(
  name: "palmares",
  products: [
    .library(name: "Palmares", targets: ["Palmares"]),
    .executable(name: "palmares", targets: ["PalmaresTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What decides: exact numbers, dates, identifiers.
    subject("ExactValues"),
    subject("Workers"),
    // Optimisation: GLPK, the one C function that calls it, and what the rest sees of them.
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .target(
      name: "GLPKShim", dependencies: ["CGLPK"], linkerSettings: [.linkedLibrary("glpk")]),
    subject("LinearProgramming", ["GLPKShim"]),
    // The domain: no files, no terminals.
    subject("Draw", ["ExactValues", crypto]),
    subject("Admission", ["Draw", "ExactValues", "Workers", heap]),
    subject("Allocation", ["Draw", "ExactValues"]),
    subject("AllocationSolving", ["Allocation", "LinearProgramming"]),
    subject("Grading", ["ExactValues", "Workers"]),
    subject("SyntheticData", ["Admission", "Allocation", "ExactValues", "Grading"]),
    subject("AdmissionCalls", ["Admission", "ExactValues", "SyntheticData", "Workers"]),
    // Reading and writing.
    subject("FileStore", ["ExactValues", "Workers", crypto]),
    subject("DelimitedText", ["ExactValues", "Workers"]),
    subject("DrawFiles", ["DelimitedText", "Draw", "ExactValues"]),
    subject("SchemeText", ["DelimitedText", "ExactValues", yams]),
    subject(
      "AdmissionFiles",
      ["Admission", "AdmissionCalls", "DelimitedText", "ExactValues", "SchemeText", "Workers"]),
    subject(
      "PlatformExport",
      ["Admission", "AdmissionFiles", "DelimitedText", "ExactValues", "SchemeText", "Workers"]),
    subject(
      "AllocationFiles", ["Allocation", "DelimitedText", "Draw", "ExactValues", "Workers", crypto]),
    subject("GradingFiles", ["DelimitedText", "ExactValues", "Grading", "SchemeText", "Workers"]),
    // What users import, and what they run.
    subject("Palmares", subjects),
    subject("PalmaresCommands", ["Palmares", arguments] + subjects),
    .executableTarget(
      name: "PalmaresTool", dependencies: ["PalmaresCommands"], swiftSettings: strict),
    // Tests.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    tests("ExactValuesTests", ["ExactValues", "TestSupport"]),
    tests("DrawTests", ["Draw"]),
    tests("LinearProgrammingTests", ["LinearProgramming", "TestSupport"]),
    tests("FileStoreTests", ["FileStore", "TestSupport", "Workers"]),
    tests("DelimitedTextTests", ["DelimitedText", "ExactValues", "TestSupport", "Workers"]),
    tests("AdmissionTests", ["Palmares", "TestSupport"] + subjects),
    tests("AdmissionCallsTests", ["Palmares", "TestSupport"] + subjects),
    tests("PlatformExportTests", ["Palmares", "TestSupport"] + subjects),
    tests("AllocationTests", ["Palmares", "TestSupport"] + subjects),
    tests("GradingTests", ["Palmares", "TestSupport"] + subjects),
    tests("CommandTests", ["Palmares", "PalmaresTool", "TestSupport"] + subjects, data: ["Cases"]),
    tests("ReadmeTests", ["Palmares"] + subjects),
  ]
)
