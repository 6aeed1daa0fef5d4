/// The whole of Palmares in one import.

@_exported public import Admission
@_exported public import AdmissionCalls
@_exported public import AdmissionFiles
@_exported public import AllocationFiles
@_exported public import AllocationSolving
@_exported public import Allocations
@_exported public import DelimitedText
@_exported public import ExactValues
@_exported public import FileStore
@_exported public import Grading
@_exported public import GradingFiles
@_exported public import LinearProgramming
@_exported public import Lottery
@_exported public import LotteryFiles
@_exported public import Parallelism
@_exported public import PlatformImport
@_exported public import SyntheticData
