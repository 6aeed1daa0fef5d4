/// Allocation: electives and mobility places, their certificates, and what follows publication.

@_exported public import AllocationFiles
@_exported public import AllocationSolving
@_exported public import Allocations
@_exported public import DelimitedText
@_exported public import ExactValues
@_exported public import FileStore
@_exported public import Lottery
@_exported public import LotteryFiles
@_exported public import Parallelism
@_exported public import Wording
