#ifndef PLUMBLINE_CRE2_H
#define PLUMBLINE_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled RE2 pattern. Searching it from several threads at once is allowed.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a UTF-8 pattern. Never null; ask `cre2_error` whether it is usable. `max_memory` bounds
/// the bytes of the compiled program and of the search's cache together.
cre2_pattern *cre2_compile(const char *pattern, size_t length, int64_t max_memory);

/// Null where the pattern is usable, else RE2's English description of what is wrong, which lives
/// as long as the pattern does.
const char *cre2_error(const cre2_pattern *pattern);

/// Whether the pattern occurs anywhere in the text. Time is linear in the text's length.
bool cre2_search(const cre2_pattern *pattern, const char *text, size_t length);

void cre2_free(cre2_pattern *pattern);

#ifdef __cplusplus
}
#endif

#endif
