// swift-tools-version: 6.2
import PackageDescription

// A package outside this one that needs admission alone: `.ci/run` builds and runs it before it installs libglpk.
let package = Package(
  name: "outside",
  dependencies: [
    // Named, so that a clone under another folder name resolves too.
    .package(name: "palmares", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "RankOutside", dependencies: [.product(name: "PalmaresAdmission", package: "palmares")])
  ]
)
