import Benchmark
import HotPaths

/// Every hot path at every size, its data made beforehand.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(1),
    maxIterations: 100)
  for path in HotPath.all {
    for size in path.sizes {
      var work: HotPath.Work?
      Benchmark("\(path.name)-\(size)") { benchmark in
        var isUnderWay = false
        let result = try work? { phase in
          if phase == path.phase {
            benchmark.startMeasurement()
          } else if isUnderWay {
            benchmark.stopMeasurement()
          }
          isUnderWay = phase == path.phase
        }
        precondition(result != 0, "\(path.name) did nothing")
      } setup: {
        work = try path.work(size: size)
      }
    }
  }
}
