#include "CRE2.h"

#include <algorithm>
#include <re2/re2.h>

// Text goes in as pointer and length, so that a NUL inside it is a character like any other.
struct cre2_pattern {
    re2::RE2 expression;

    cre2_pattern(re2::StringPiece text, const re2::RE2::Options &options) : expression(text, options) {}
};

cre2_pattern *cre2_compile(const char *pattern, size_t length, int64_t max_memory) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(max_memory);
    return new cre2_pattern(re2::StringPiece(pattern, length), options);
}

const char *cre2_error(const cre2_pattern *pattern) {
    return pattern->expression.ok() ? nullptr : pattern->expression.error().c_str();
}

bool cre2_search(const cre2_pattern *pattern, const char *text, size_t length) {
    return re2::RE2::PartialMatch(re2::StringPiece(text, length), pattern->expression);
}

size_t cre2_group_count(const cre2_pattern *pattern) { return pattern->expression.NumberOfCapturingGroups(); }

size_t cre2_program_size(const cre2_pattern *pattern) { return pattern->expression.ProgramSize(); }

bool cre2_find(
    const cre2_pattern *pattern, const char *text, size_t length, size_t start, size_t group_count, int64_t *bounds) {
    constexpr size_t most_groups = 9;
    // A group that matched nothing at the start of no text would look like one that took no part.
    const re2::StringPiece whole(length == 0 ? "" : text, length);
    re2::StringPiece found[1 + most_groups];
    if (!pattern->expression.Match(whole, start, length, re2::RE2::UNANCHORED, found, 1)) return false;
    const size_t begin = found[0].data() - whole.data();
    const size_t end = begin + found[0].size();
    const size_t groups = std::min(group_count, most_groups);
    // Groups are looked for inside the match alone. Asked for at once, they would make RE2 use a
    // slower search over all that follows, for every match anew.
    if (groups > 0 && !pattern->expression.Match(whole, begin, end, re2::RE2::ANCHOR_BOTH, found, 1 + groups)) {
        return false;
    }
    for (size_t group = 0; group <= groups; group++) {
        const bool took_part = found[group].data() != nullptr;
        bounds[2 * group] = took_part ? found[group].data() - whole.data() : -1;
        bounds[2 * group + 1] = took_part ? bounds[2 * group] + int64_t(found[group].size()) : -1;
    }
    return true;
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }
