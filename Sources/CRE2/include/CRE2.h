#ifndef PLUMBLINE_CRE2_H
#define PLUMBLINE_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

/// A compiled RE2 pattern. Searching it from several threads at once is allowed.
typedef struct cre2_pattern cre2_pattern;

/// Compiles a UTF-8 pattern; ask `cre2_error` whether it is usable. `max_memory` bounds
/// the bytes of the compiled program and of the search's cache together.
cre2_pattern *cre2_compile(const char *_Nullable pattern, size_t length, int64_t max_memory);

/// Null where the pattern is usable, else RE2's English description of what is wrong, which lives
/// as long as the pattern does.
const char *_Nullable cre2_error(const cre2_pattern *pattern);

/// Whether the pattern occurs anywhere in the text. Time is linear in the text's length.
bool cre2_search(const cre2_pattern *pattern, const char *_Nullable text, size_t length);

/// How many groups in round brackets catch what they match.
size_t cre2_group_count(const cre2_pattern *pattern);

/// How many instructions the compiled pattern has. A pattern without unlimited repetition never
/// matches more bytes than this.
size_t cre2_program_size(const cre2_pattern *pattern);

/// Finds the leftmost match that begins at byte `start` or later; what is before `start` still counts
/// for `^` and `\b`. `bounds` takes two byte offsets, begin and end, for the whole match and for
/// each of the first `group_count` groups, which are those there are and at most 9; -1 twice for a
/// group that took no part. Nothing is written where there is no match.
bool cre2_find(
    const cre2_pattern *pattern, const char *_Nullable text, size_t length, size_t start, size_t group_count, int64_t *bounds);

void cre2_free(cre2_pattern *pattern);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
