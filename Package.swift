// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
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

func named(_ names: [String]) -> [Target.Dependency] { names.map { .byName(name: $0) } }

func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: data, swiftSettings: strict)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let heap: Target.Dependency = .product(name: "HeapModule", package: "swift-collections")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let admission = [
  "Admission", "AdmissionCalls", "AdmissionFiles", "DelimitedText", "ExactValues", "FileStore", "Lottery",
  "LotteryFiles", "Parallelism", "PlatformImport", "Wording",
]
let grading = [
  "DelimitedText", "ExactValues", "FileStore", "Grading", "GradingFiles", "Parallelism", "Wording",
]
let allocation = [
  "AllocationFiles", "AllocationSolving", "Allocations", "DelimitedText", "ExactValues", "FileStore",
  "Lottery", "LotteryFiles", "Parallelism", "Wording",
]
let products = ["PalmaresAdmission", "PalmaresAllocation", "PalmaresGrading"]

/// For targets that import an umbrella: a rebuild follows direct dependencies only, so they name all that
/// stands behind it.
let everything =
  ["Palmares", "LinearProgramming", "SyntheticData", "SyntheticFiles", "Workbooks"] + products
  + Set(admission + grading + allocation).sorted()

let package = Package(
  name: "palmares",
  products: [
    // Neither admission nor grading needs libglpk.
    .library(name: "PalmaresAdmission", targets: ["PalmaresAdmission"]),
    .library(name: "PalmaresGrading", targets: ["PalmaresGrading"]),
    .library(name: "PalmaresAllocation", targets: ["PalmaresAllocation"]),
    .library(name: "Palmares", targets: ["Palmares"]),
    // Reads and writes .xlsx, for any of these.
    .library(name: "Workbooks", targets: ["Workbooks"]),
    .library(name: "SyntheticData", targets: ["SyntheticData"]),
    .executable(name: "palmares", targets: ["PalmaresTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // For the manual alone.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // What is said, in both languages.
    subject("Wording"),
    // What decides: exact numbers, dates, identifiers.
    subject("ExactValues", ["Wording"]),
    subject("Parallelism"),
    // Optimisation: the one C function that calls GLPK (Debian: libglpk-dev), and what the rest sees of it.
    .target(name: "GLPKShim", linkerSettings: [.linkedLibrary("glpk")]),
    subject("LinearProgramming", ["Wording", "ExactValues", "GLPKShim"]),
    // The domain: no files, no terminals.
    subject("Lottery", ["Wording", "ExactValues", crypto]),
    subject("Admission", ["Wording", "Lottery", "ExactValues", "Parallelism", heap]),
    subject("Allocations", ["Wording", "Lottery", "ExactValues"]),
    subject("AllocationSolving", ["Wording", "Allocations", "LinearProgramming"]),
    subject("Grading", ["Wording", "ExactValues", "Parallelism"]),
    subject("SyntheticData", ["Admission", "Allocations", "ExactValues", "Grading", "Lottery"]),
    subject("AdmissionCalls", ["Wording", "Admission", "ExactValues", "Lottery", "Parallelism"]),
    // Reading and writing.
    subject("FileStore", ["Wording", "ExactValues", "Parallelism", crypto]),
    subject("DelimitedText", ["Wording", "ExactValues", "FileStore", "Parallelism"]),
    // Workbooks (Debian: libzip-dev, libexpat1-dev, libxlsxwriter-dev); nothing else links these libraries.
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // libzip needs it already.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    subject(
      "Workbooks",
      [
        "CExpat", "CXLSXWriter", "CZip", "CZlib", "DelimitedText", "ExactValues", "FileStore", "Parallelism",
        "Wording",
      ]),
    subject(
      "LotteryFiles", ["Wording", "DelimitedText", "ExactValues", "FileStore", "Lottery", "Parallelism"]),
    subject("YAMLDocuments", ["Wording", "DelimitedText", "ExactValues", yams]),
    subject(
      "AdmissionFiles",
      [
        "Wording", "Admission", "AdmissionCalls", "DelimitedText", "ExactValues", "FileStore",
        "YAMLDocuments",
        "Parallelism",
      ]),
    subject(
      "PlatformImport",
      [
        "Wording", "Admission", "AdmissionFiles", "DelimitedText", "ExactValues", "FileStore",
        "YAMLDocuments",
        "Parallelism",
      ]),
    subject(
      "AllocationFiles",
      [
        "Wording", "Allocations", "DelimitedText", "ExactValues", "FileStore", "Lottery", "Parallelism",
        crypto,
      ]),
    subject(
      "GradingFiles",
      ["Wording", "DelimitedText", "ExactValues", "FileStore", "Grading", "YAMLDocuments", "Parallelism"]),
    subject(
      "SyntheticFiles", ["Admission", "ExactValues", "Grading", "Lottery", "SyntheticData"]),
    // What users import, and what they run.
    subject("PalmaresAdmission", named(admission)),
    subject("PalmaresGrading", named(grading)),
    subject("PalmaresAllocation", named(allocation)),
    // The articles of the manual link to the subjects.
    subject("Palmares", named(products + Set(admission + grading + allocation).sorted())),
    subject("PalmaresCommands", named(everything) + [arguments]),
    .executableTarget(
      name: "PalmaresTool", dependencies: ["PalmaresCommands"], swiftSettings: strict),
    // Tests.
    .target(
      name: "TestSupport", dependencies: ["CZip"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("WordingTests", ["Wording"]),
    tests("WorkbooksTests", named(everything) + ["TestSupport"]),
    tests("ExactValuesTests", ["Wording", "ExactValues", "TestSupport"]),
    tests("ParallelismTests", ["Parallelism"]),
    tests("YAMLDocumentsTests", ["Wording", "DelimitedText", "ExactValues", "YAMLDocuments"]),
    tests("LotteryTests", ["Wording", "Lottery"]),
    tests("LinearProgrammingTests", ["Wording", "LinearProgramming", "TestSupport"]),
    tests("FileStoreTests", ["Wording", "FileStore", "TestSupport", "Parallelism"]),
    tests(
      "DelimitedTextTests",
      ["Wording", "DelimitedText", "ExactValues", "FileStore", "TestSupport", "Parallelism"]),
    tests("AdmissionTests", named(everything) + ["TestSupport"]),
    tests("AdmissionCallsTests", named(everything) + ["TestSupport"]),
    tests("PlatformImportTests", named(everything) + ["TestSupport"]),
    tests("AllocationTests", named(everything) + ["TestSupport"]),
    tests("GradingTests", named(everything) + ["TestSupport"]),
    tests("CommandTests", named(everything) + ["PalmaresTool", "TestSupport"], data: ["Cases"]),
    tests("DocumentationTests", named(everything) + ["TestSupport"]),
  ]
)
