import Diagnostics
import Plumbline
import Quantities

/// What a finding says of the way to its limit.
extension FindingBlock {
    /// Whether a requirement that is not due yet is on its way, where it should stand, and what is needed a year.
    var trackLine: String? {
        guard let track = finding.track else { return nil }
        let parts = [track.state.text[style.language], lineWords(track), yearlyWords(track)].compactMap(\.self)
        return style.words(zh: "进度：", en: "progress: ") + parts.joined(separator: style.words(zh: "，", en: ", "))
    }

    /// What the record started from, and who says so.
    var baselineLine: String? {
        finding.baseline?.text(style)
    }
}

private extension FindingBlock {
    var figures: FigureText? { plan.limit.map { FigureText($0, of: finding.measurement, in: style.language) } }

    func lineWords(_ track: Track) -> String? {
        guard let line = track.line, let text = figures?.line(line) else { return nil }
        guard let period = finding.record.period else {
            return style.words(zh: "此时应为 \(text)", en: "should stand at \(text) by now")
        }
        return style.words(zh: "\(period) 应为 \(text)", en: "should stand at \(text) in \(period)")
    }

    func yearlyWords(_ track: Track) -> String? {
        guard let yearly = track.yearly, let text = figures?.yearly(yearly) else { return nil }
        return style.words(zh: "此后每年尚需 \(text)", en: "\(text) a year still needed")
    }
}

extension Track.State {
    /// The state in words.
    var text: Localized {
        switch self {
        case .onTrack: Localized(zh: "符合进度", en: "on track")
        case .offTrack: Localized(zh: "落后于进度", en: "off track")
        case .cannotTell: Localized(zh: "无从判断进度", en: "cannot tell")
        }
    }
}

extension BaselineFigure {
    /// The figure, its period, and who says so; nil where there is no figure.
    func text(_ style: TextStyle) -> String? {
        guard let value else { return nil }
        let figure = unit?.text(value, in: style.language) ?? value.shortText(fractionDigits: 2)
        let source = isStated
            ? style.words(zh: "（规则写明）", en: ", as the rule says") : style.words(zh: "（取自数据）", en: ", from the data")
        return style.words(zh: "基期：\(period) 为 \(figure)", en: "baseline: \(figure) in \(period)") + source
    }
}
