#ifndef GLPK_SHIM_H
#define GLPK_SHIM_H

#include <stdbool.h>
#include <stdint.h>

/// A problem to minimise, in rows of sparse terms; nothing here is checked again. A lower bound INT64_MIN and an
/// upper bound INT64_MAX are none.
typedef struct {
  int32_t rows, columns;
  const int64_t *row_lower, *row_upper;
  const int64_t *column_lower, *column_upper, *costs;
  /// For each column 1 or 0; NULL where every column is continuous.
  const uint8_t *is_integer;
  /// rows + 1 positions in the two arrays of terms; columns count from 0.
  const int64_t *row_starts;
  const int32_t *term_columns;
  const int64_t *coefficients;
} shim_problem;

typedef struct {
  int32_t time_limit_ms;
  /// shim_basis_status for each row and column; NULL for a basis of the solver's choice.
  const uint8_t *row_basis, *column_basis;
  /// Asked before the solve and then every few hundredths of a second, on the caller's thread, whether to stop.
  bool (*should_stop)(void);
  /// For tests: passes the solver a bad index, which ends the process wherever it is not caught.
  bool provoke_error;
} shim_options;

enum shim_basis_status {
  SHIM_BASIC, SHIM_AT_LOWER, SHIM_AT_UPPER, SHIM_FREE, SHIM_FIXED
};

enum shim_result {
  SHIM_DONE = 0, SHIM_TIME_LIMIT, SHIM_CANCELLED, SHIM_BAD_BASIS, SHIM_FAILED, SHIM_UNSTABLE
};

enum shim_status {
  SHIM_UNDEFINED, SHIM_OPTIMAL, SHIM_FEASIBLE, SHIM_INFEASIBLE, SHIM_UNBOUNDED
};

enum { SHIM_TEXT_SIZE = 1024 };

/// The caller's arrays, which the answer is copied to.
typedef struct {
  double *column_values, *row_duals;
  int32_t status;
  /// For integer problems: whether bound holds a bound on every solution.
  bool has_bound;
  double bound;
  int64_t iterations;
  /// SHIM_TEXT_SIZE bytes, all 0: the last of what the solver said.
  char *text;
} shim_answer;

/// Builds, solves, copies the answer out and frees, all on the calling thread, which owns what GLPK
/// allocates. An error inside GLPK is SHIM_FAILED with its text, and never leaves this function.
enum shim_result shim_solve(const shim_problem *, const shim_options *, shim_answer *);

#endif
