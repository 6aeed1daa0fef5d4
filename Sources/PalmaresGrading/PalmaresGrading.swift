/// Grading: validation of UEs, mentions and GPAs.

@_exported public import DelimitedText
@_exported public import ExactValues
@_exported public import FileStore
@_exported public import Grading
@_exported public import GradingFiles
@_exported public import Parallelism
@_exported public import Wording
