// swift-tools-version: 6.2
import PackageDescription

let palmares: Target.Dependency = .product(name: "Palmares", package: "palmares")
let synthetic: Target.Dependency = .product(name: "SyntheticData", package: "palmares")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Apart from the benchmarks, so that the guard is built without what they depend on.
let package = Package(
  name: "palmares-workloads",
  products: [.library(name: "HotPaths", targets: ["HotPaths"])],
  dependencies: [
    // Named, so that a clone under another folder name resolves too.
    .package(name: "palmares", path: "../.."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // The work of each hot path and the data for it, one file a subject.
    .target(name: "HotPaths", dependencies: [palmares, synthetic], swiftSettings: strict),
    // The hot paths as `guard` counts them.
    .executableTarget(
      name: "GuardedWorkloads", dependencies: ["HotPaths"], swiftSettings: strict),
    // What `compare` times in memory.
    .executableTarget(
      name: "InMemory", dependencies: [palmares, synthetic, arguments], swiftSettings: strict),
  ]
)
