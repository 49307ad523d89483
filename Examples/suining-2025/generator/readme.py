"""The tables of the README that list what has to be found, in Chinese and English."""
from fractions import Fraction

BEGIN, END = "<!-- generate.py writes from here -->", "<!-- to here -->"
SHARES = {"cdc-professional-posts-below-floor", "emergency-centres-below-share", "villages-without-health-service",
          "lead-specialists-outside-family-doctor-teams", "too-few-counties-with-compact-community"}
WORDS = {
    "no_record": ("名单内的机构没有报送", "on the roster, and nothing came"),
    "missing": ("未填报", "not reported"),
    "missing_decides": ("未填报的数据足以改变结论", "what is not reported could decide"),
    "unreadable": ("无法识别", "cannot be read"),
    "scope_unknown": ("是否适用无法判断", "cannot tell whether the rule applies"),
    "list_not_submitted": ("明细表没有报送", "the sheet of details did not come"),
    "no_such_period": ("该年没有数据", "no data for the year"),
    "condition_false": ("不符合要求", "the condition does not hold"),
}


def written(text, found):
    """The README's text with the tables of what was found."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{tables(found)}\n{END}{after}"


def tables(found):
    failed, open_ = ([finding for finding in found["findings"] if finding["outcome"] == outcome]
                     for outcome in ("fail", "not_measured"))
    parts = [
        f"### 未达到 · Not met ({len(failed)})\n", table(failed),
        f"\n### 无法判断 · Cannot tell ({len(open_)})\n", table(open_),
        "\n### 各条规则 · By rule\n", passes(found["rules"]),
        f"\n### 数据问题 · Data problems ({len(found['data_problems'])})\n", problems(found["data_problems"]),
        "\n不作为记录 · Set aside, being no records: "
        + "; ".join(f"{row['count']} {row['kind']} in `{row['file']}`" for row in found["set_aside"]) + "\n",
    ]
    return "\n".join(parts)


def table(findings):
    lines = ["| 规则 rule | 对象 record | 结果 | what is found |", "|---|---|---|---|"]
    for finding in sorted(findings, key=lambda finding: finding["rule"]):
        zh, en = words(finding)
        lines.append(f"| `{finding['rule']}` | {subject(finding)} | {zh} | {en} |")
    return "\n".join(lines)


def subject(finding):
    name = "全市 the city" if finding["kind"] == "all" else f"{finding['name']} {finding['record'].split('/')[0]}"
    if finding["name"] == finding["record"] != "":
        name = finding["name"]
    return f"{name} {finding['period']}" if "period" in finding else name


def words(finding):
    if finding["reason"] in WORDS:
        return WORDS[finding["reason"]]
    observed, gap = finding["observed"], Fraction(finding["gap"])
    if finding["rule"] in SHARES:
        observed, apart, zh, en = percent(Fraction(observed)), percent(abs(gap))[:-1], "个百分点", " points"
    elif finding["rule"] == "public-health-pay-below-institution-mean":
        observed, apart, zh, en = f"{float(Fraction(observed)):,.2f} 元", f"{float(abs(gap)):,.2f}", "元", " yuan"
    else:
        apart, zh, en = str(abs(gap)), "", ""
    return (f"{observed}，{'差' if gap < 0 else '多'} {apart} {zh}".rstrip(),
            f"{observed}, {apart}{en} {'short' if gap < 0 else 'too many'}")


def percent(share):
    return f"{float(share * 100):.2f}%"


def passes(rules):
    lines = ["| 规则 rule | pass | fail | not measured |", "|---|---|---|---|"]
    lines += [f"| `{rule}` | {' | '.join(str(counts.get(outcome, 0)) for outcome in ('pass', 'fail', 'not_measured'))} |"
              for rule, counts in rules.items()]
    return "\n".join(lines)


def problems(rows):
    words = {"约90": ("不是数字", "no number"), "SN010": ("机构在两个文件中", "one institution in two files"),
             "4.5101E+17": ("编码被 Excel 变成科学计数法", "a code that a spreadsheet mangled")}
    lines = ["| 文件 file | 行 line | 列 column | 原文 text | 问题 | problem |", "|---|---|---|---|---|---|"]
    for row in rows:
        zh, en = words[row["text"]]
        lines.append(f"| `{row['file']}` | {row['line']} | {row.get('column', '')} | {row['text']} | {zh} | {en} |")
    return "\n".join(lines)
