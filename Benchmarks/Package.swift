// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "palmares-benchmarks",
  dependencies: [
    // Named, so that a clone under another folder name resolves too.
    .package(name: "palmares", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "AdmissionBenchmark",
      dependencies: [
        .product(name: "Palmares", package: "palmares"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
