// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "palmares-benchmarks",
  dependencies: [
    .package(name: "palmares-workloads", path: "Workloads"),
    // Without its traits, which bring another allocator.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    // The plugin finds programs whose folder lies in one called Benchmarks.
    .executableTarget(
      name: "HotPathBenchmarks",
      dependencies: [
        .product(name: "HotPaths", package: "palmares-workloads"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "HotPathBenchmarks",
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  ]
)
