/// Admissions: scores, barres, ranked lists, orals, call orders and rounds, and the import of the platform's export.

@_exported public import Admission
@_exported public import AdmissionCalls
@_exported public import AdmissionFiles
@_exported public import DelimitedText
@_exported public import ExactValues
@_exported public import FileStore
@_exported public import Lottery
@_exported public import LotteryFiles
@_exported public import Parallelism
@_exported public import PlatformImport
@_exported public import Wording
