import Diagnostics

/// Pages as HTML files that stand by themselves: no script, nothing from elsewhere.
enum HTMLDocument: DocumentFormat {
    static let fileExtension = "html"

    static func text(of page: DocumentPage) -> String {
        let language = page.language == .zh ? "zh-CN" : "en"
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(escaped(page.title))</title>
            <style>\(style)</style>
            </head>
            <body>
            <main>
            <h1>\(escaped(page.title))</h1>
            \(page.blocks.map(text).joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }
}

private extension HTMLDocument {
    static let style = """
        body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;color:#1c1c1e;background:#fff}\
        main{max-width:62rem;margin:2rem auto;padding:0 1rem}h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1.05rem}\
        table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid #d0d4da;padding:.35rem .6rem;text-align:left;vertical-align:top}\
        th{background:#f3f5f8;white-space:nowrap}code,pre{font-family:ui-monospace,"Noto Sans Mono CJK SC",monospace;font-size:.9em;background:#f3f5f8}\
        code{padding:.1em .25em;overflow-wrap:anywhere}pre{padding:.75rem;overflow-x:auto}pre code{padding:0}a{color:#0b57d0}\
        @media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#16181c}th,code,pre{background:#24272d}th,td{border-color:#3a3f47}a{color:#8ab4f8}}
        """

    static func text(of block: DocumentPage.Block) -> String {
        switch block {
        case .heading(let level, let text): "<h\(level)>\(escaped(text))</h\(level)>"
        case .paragraph(let inlines): "<p>\(text(of: inlines))</p>"
        case .list(let items): "<ul>\n\(items.map { "<li>\(text(of: $0))</li>" }.joined(separator: "\n"))\n</ul>"
        case .code(let code): "<pre><code>\(escaped(code))</code></pre>"
        case .table(let header, let rows):
            "<table>\n" + head(header) + "<tbody>\n" + rows.map { row in "<tr>\(row.map { "<td>\(text(of: $0))</td>" }.joined())</tr>\n" }.joined() + "</tbody>\n</table>"
        }
    }

    /// A table of names and values needs no titles.
    static func head(_ titles: [String]) -> String {
        guard !titles.allSatisfy(\.isEmpty) else { return "" }
        return "<thead><tr>\(titles.map { "<th>\(escaped($0))</th>" }.joined())</tr></thead>\n"
    }

    static func text(of inlines: [DocumentPage.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): escaped(text)
            case .strong(let text): "<strong>\(escaped(text))</strong>"
            case .code(let code): "<code>\(escaped(code))</code>"
            case .link(let text, let page): "<a href=\"\(escaped(page)).\(fileExtension)\">\(escaped(text))</a>"
            }
        }.joined()
    }

    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            // Control characters have no place in HTML.
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
