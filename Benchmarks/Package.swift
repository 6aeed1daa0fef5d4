// swift-tools-version: 6.2
import PackageDescription

let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// A program that measures one thing in memory.
func benchmark(_ name: String, _ others: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: [.product(name: "Palmares", package: "palmares")] + others,
    swiftSettings: [
      .swiftLanguageMode(.v6),
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ])
}

let package = Package(
  name: "palmares-benchmarks",
  dependencies: [
    // Named, so that a clone under another folder name resolves too.
    .package(name: "palmares", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    benchmark("AdmissionBenchmark", [arguments]),
    benchmark("GradesBenchmark", [arguments]),
    benchmark("GuardedWorkloads"),
  ]
)
