#include "CRE2.h"

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

void cre2_free(cre2_pattern *pattern) { delete pattern; }
