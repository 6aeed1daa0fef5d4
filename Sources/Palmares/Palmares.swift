/// Admissions, grading and allocation in one import.

@_exported public import PalmaresAdmission
@_exported public import PalmaresAllocation
@_exported public import PalmaresGrading
