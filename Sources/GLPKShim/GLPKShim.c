#include "GLPKShim.h"

#if !__has_include(<glpk.h>)
#error "GLPK is missing: install it with apt-get install libglpk-dev"
#endif
#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/// How often the solver may be stopped: well below the second that a cancelled task has. Not measured.
#define REPORT_MS 50
/// GLPK may repair an instability and meet it again for ever. Not measured: a guess.
#define INSTABILITY_LIMIT 1000

typedef struct {
  const shim_problem *problem;
  const shim_options *options;
  shim_answer *answer;
  jmp_buf escape;
  enum shim_result result;
  struct timespec start, last_report;
  int instabilities;
  /// The best objective of the search so far.
  double objective;
  bool has_objective;
  /// Whether the relaxation is solved and its branches are searched.
  bool is_searching;
} state;

static int64_t milliseconds_since(const struct timespec *then) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)(now.tv_sec - then->tv_sec) * 1000 + (now.tv_nsec - then->tv_nsec) / 1000000;
}

static int32_t remaining_ms(const state *s) {
  int64_t left = s->options->time_limit_ms - milliseconds_since(&s->start);
  return left > 0 ? (int32_t)left : 0;
}

/// Whether to stop; the reason is then in `result`.
static bool must_stop(state *s) {
  clock_gettime(CLOCK_MONOTONIC, &s->last_report);
  if (s->options->should_stop()) {
    s->result = SHIM_CANCELLED;
  } else if (s->is_searching && remaining_ms(s) == 0) {
    s->result = SHIM_TIME_LIMIT;
  } else {
    return false;
  }
  return true;
}

static void keep_text(shim_answer *answer, const char *text) {
  size_t length = strlen(text), used = strlen(answer->text);
  if (length >= SHIM_TEXT_SIZE) length = SHIM_TEXT_SIZE - 1;
  if (used + length >= SHIM_TEXT_SIZE) used = 0;
  memcpy(answer->text + used, text, length);
  answer->text[used + length] = 0;
}

/// The simplex method has no callback but this: it prints a line `  1234: obj = ... inf = ...` at intervals.
static int on_text(void *info, const char *text) {
  state *s = info;
  const char *objective = strstr(text, "obj =");
  const char *colon = strchr(text, ':');
  if (objective && colon && colon < objective) {
    if (must_stop(s)) longjmp(s->escape, 1);
    return 1;
  }
  keep_text(s->answer, text);
  if (strstr(text, "instability") && ++s->instabilities > INSTABILITY_LIMIT) {
    s->result = SHIM_UNSTABLE;
    longjmp(s->escape, 1);
  }
  return 1;
}

static void on_error(void *info) {
  state *s = info;
  s->result = SHIM_FAILED;
  longjmp(s->escape, 1);
}

static int kind_of_bounds(int64_t lower, int64_t upper) {
  if (lower == INT64_MIN) return upper == INT64_MAX ? GLP_FR : GLP_UP;
  if (upper == INT64_MAX) return GLP_LO;
  return lower == upper ? GLP_FX : GLP_DB;
}

static void build_rows(glp_prob *P, const shim_problem *p) {
  // GLPK counts from 1.
  int *columns = glp_alloc(p->columns + 1, sizeof(int));
  double *values = glp_alloc(p->columns + 1, sizeof(double));
  for (int32_t i = 0; i < p->rows; i++) {
    int kind = kind_of_bounds(p->row_lower[i], p->row_upper[i]);
    glp_set_row_bnds(P, i + 1, kind, (double)p->row_lower[i], (double)p->row_upper[i]);
    int length = 0;
    for (int64_t t = p->row_starts[i]; t < p->row_starts[i + 1]; t++) {
      columns[++length] = p->term_columns[t] + 1;
      values[length] = (double)p->coefficients[t];
    }
    glp_set_mat_row(P, i + 1, length, columns, values);
  }
  glp_free(columns);
  glp_free(values);
}

static glp_prob *build(const shim_problem *p) {
  glp_prob *P = glp_create_prob();
  glp_set_obj_dir(P, GLP_MIN);
  if (p->rows > 0) glp_add_rows(P, p->rows);
  if (p->columns > 0) glp_add_cols(P, p->columns);
  for (int32_t j = 0; j < p->columns; j++) {
    int kind = kind_of_bounds(p->column_lower[j], p->column_upper[j]);
    glp_set_col_bnds(P, j + 1, kind, (double)p->column_lower[j], (double)p->column_upper[j]);
    glp_set_obj_coef(P, j + 1, (double)p->costs[j]);
    if (p->is_integer && p->is_integer[j]) glp_set_col_kind(P, j + 1, GLP_IV);
  }
  build_rows(P, p);
  return P;
}

static const int glpk_basis[] = {GLP_BS, GLP_NL, GLP_NU, GLP_NF, GLP_NS};

static void prepare(state *s, glp_prob *P) {
  const shim_problem *p = s->problem;
  if (p->rows == 0 || p->columns == 0) return;
  glp_term_out(GLP_OFF);
  glp_scale_prob(P, GLP_SF_AUTO);
  if (s->options->row_basis) {
    for (int32_t i = 0; i < p->rows; i++) glp_set_row_stat(P, i + 1, glpk_basis[s->options->row_basis[i]]);
    for (int32_t j = 0; j < p->columns; j++)
      glp_set_col_stat(P, j + 1, glpk_basis[s->options->column_basis[j]]);
  } else {
    glp_adv_basis(P, 0);
  }
  glp_term_out(GLP_ON);
}

static int simplex(state *s, glp_prob *P) {
  glp_smcp parameters;
  glp_init_smcp(&parameters);
  // At this level it prints the lines that on_text reads.
  parameters.msg_lev = GLP_MSG_ON;
  parameters.out_frq = REPORT_MS;
  parameters.out_dly = 0;
  parameters.tm_lim = remaining_ms(s);
  return glp_simplex(P, &parameters);
}

/// Solves the relaxation.
static void solve_linear(state *s, glp_prob *P) {
  int code = simplex(s, P);
  bool is_bad_basis = code == GLP_EBADB || code == GLP_ESING || code == GLP_ECOND;
  if (is_bad_basis && !s->options->row_basis) {
    glp_std_basis(P);
    code = simplex(s, P);
  }
  switch (code) {
  case 0: s->result = SHIM_DONE; break;
  case GLP_ETMLIM: s->result = SHIM_TIME_LIMIT; break;
  case GLP_EBADB:
  case GLP_ESING:
  case GLP_ECOND: s->result = SHIM_BAD_BASIS; return;
  default: s->result = SHIM_FAILED; return;
  }
  switch (glp_get_status(P)) {
  case GLP_OPT: s->answer->status = SHIM_OPTIMAL; break;
  case GLP_FEAS: s->answer->status = SHIM_FEASIBLE; break;
  case GLP_NOFEAS: s->answer->status = SHIM_INFEASIBLE; break;
  case GLP_UNBND: s->answer->status = SHIM_UNBOUNDED; break;
  default: s->answer->status = SHIM_UNDEFINED;
  }
}

static void copy_linear(state *s, glp_prob *P) {
  shim_answer *a = s->answer;
  for (int32_t i = 0; i < s->problem->rows; i++) a->row_duals[i] = glp_get_row_dual(P, i + 1);
  for (int32_t j = 0; j < s->problem->columns; j++) a->column_values[j] = glp_get_col_prim(P, j + 1);
}

/// Copies the best solution so far where it is new. GLPK tells of those that branching finds, not of those
/// that its heuristics do.
static void copy_incumbent(state *s, glp_prob *P) {
  int status = glp_mip_status(P);
  if (status != GLP_FEAS && status != GLP_OPT) return;
  double objective = glp_mip_obj_val(P);
  if (s->has_objective && objective == s->objective) return;
  for (int32_t j = 0; j < s->problem->columns; j++)
    s->answer->column_values[j] = glp_mip_col_val(P, j + 1);
  s->answer->status = SHIM_FEASIBLE;
  s->objective = objective;
  s->has_objective = true;
}

static void on_search(glp_tree *T, void *info) {
  state *s = info;
  shim_answer *a = s->answer;
  glp_prob *P = glp_ios_get_prob(T);
  copy_incumbent(s, P);
  if (milliseconds_since(&s->last_report) < REPORT_MS) return;
  int best = glp_ios_best_node(T);
  if (best > 0) a->bound = glp_ios_node_bound(T, best);
  if (must_stop(s)) glp_ios_terminate(T);
}

static bool is_integral(const state *s, glp_prob *P) {
  for (int32_t j = 0; j < s->problem->columns; j++) {
    double value = glp_get_col_prim(P, j + 1);
    if (s->problem->is_integer[j] && fabs(value - round(value)) > 1e-9) return false;
  }
  return true;
}

/// Searches the branches, from the solved relaxation.
static void search(state *s, glp_prob *P) {
  shim_answer *a = s->answer;
  a->bound = glp_get_obj_val(P);
  a->has_bound = true;
  // Also where there is no row with a term, which GLPK's search does not expect.
  if (is_integral(s, P)) return;
  a->status = SHIM_UNDEFINED;
  s->is_searching = true;
  glp_iocp parameters;
  glp_init_iocp(&parameters);
  parameters.msg_lev = GLP_MSG_ON;
  parameters.out_frq = REPORT_MS;
  parameters.out_dly = 0;
  parameters.tm_lim = remaining_ms(s);
  // Relative to the objective: at the default, 1e-7, large objectives that differ by 1 would be the same.
  parameters.tol_obj = 1e-10;
  parameters.cb_func = on_search;
  parameters.cb_info = s;
  int code = glp_intopt(P, &parameters);
  copy_incumbent(s, P);
  switch (code) {
  case 0:
  case GLP_EMIPGAP:
    if (a->status == SHIM_FEASIBLE) {
      a->status = SHIM_OPTIMAL;
      a->bound = s->objective;
    } else {
      a->status = glp_mip_status(P) == GLP_NOFEAS ? SHIM_INFEASIBLE : SHIM_UNDEFINED;
    }
    break;
  case GLP_ETMLIM: s->result = SHIM_TIME_LIMIT; break;
  case GLP_ESTOP: break;
  default: s->result = SHIM_FAILED;
  }
}

static void run(state *s) {
  if (s->options->should_stop()) {
    s->result = SHIM_CANCELLED;
    return;
  }
  glp_prob *P = build(s->problem);
  if (s->options->provoke_error) glp_set_row_bnds(P, s->problem->rows + 1, GLP_FR, 0, 0);
  prepare(s, P);
  solve_linear(s, P);
  if (s->result <= SHIM_TIME_LIMIT && glp_get_status(P) != GLP_UNDEF) copy_linear(s, P);
  if (s->problem->is_integer && s->result == SHIM_DONE && s->answer->status == SHIM_OPTIMAL) search(s, P);
  s->answer->iterations = glp_get_it_cnt(P);
  glp_delete_prob(P);
}

enum shim_result shim_solve(
    const shim_problem *problem, const shim_options *options, shim_answer *answer) {
  // 1: this thread has an environment already. Its absence would end the process at the first call.
  if (glp_init_env() > 1) return SHIM_FAILED;
  state s = {.problem = problem, .options = options, .answer = answer};
  clock_gettime(CLOCK_MONOTONIC, &s.start);
  s.last_report = s.start;
  answer->status = SHIM_UNDEFINED;
  if (setjmp(s.escape) == 0) {
    glp_error_hook(on_error, &s);
    glp_term_hook(on_text, &s);
    run(&s);
  } else {
    // Only what the search had found is known.
    if (!s.is_searching) answer->status = SHIM_UNDEFINED;
  }
  glp_free_env();
  return s.result;
}
