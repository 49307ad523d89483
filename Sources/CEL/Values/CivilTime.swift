/// Date and time of day in the proleptic Gregorian calendar.
struct CivilTime {
    let year: Int
    /// 1 to 12.
    let month: Int
    /// 1 to 31.
    let day: Int
    /// 0 for the first day of the year.
    let dayOfYear: Int
    /// 0 for Sunday.
    let dayOfWeek: Int
    let hour: Int
    let minute: Int
    let second: Int

    init(secondsSinceEpoch: Int64) {
        let total = Int(secondsSinceEpoch)
        let rest = ((total % 86_400) + 86_400) % 86_400
        let days = (total - rest) / 86_400
        (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60)
        dayOfWeek = ((days + 4) % 7 + 7) % 7
        // Years are counted from March, so that a leap day is the last of its year, in eras of 400 years.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayFromMarch = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayFromMarch + 2) / 153
        day = dayFromMarch - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        dayOfYear = days - CivilTime.dayNumber(year: year, month: 1, day: 1)
    }

    /// The days from 1970-01-01 to a date; nil for a date that no calendar has.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, in: year) else { return nil }
        return dayNumber(year: year, month: month, day: day)
    }

    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayFromMarch = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayFromMarch - 719_468
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
