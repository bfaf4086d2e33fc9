//! The day a line says, in figures or with the name of its month.

use jiff::civil::Date;

use super::month::{Calendar, Month, month};
use super::persian;
use super::style::{Order, Style};
use super::words::Line;
use crate::Precision;

/// A date and how many words it takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Day {
    pub(super) date: Date,
    pub(super) precision: Precision,
    pub(super) words: usize,
}

/// Reads one date from word `index` on.
pub(super) fn day_at(line: &Line<'_>, index: usize, style: &Style) -> Option<Day> {
    let reader = Reader { line, style };
    if line.digits(index) == 0 {
        // Most words are followed by no number, and need not be looked up.
        let has_number = (index + 1..index + 4).any(|at| line.digits(at) > 0);
        return has_number.then(|| reader.month_first(index)).flatten();
    }
    // The middle of `10.21.6.2018` or `http://host:8080/2018/06/21` is no date.
    let is_inside = index > 1
        && line.touches_next(index - 1)
        && line.touches_next(index - 2)
        && line.digits(index - 2) > 0
        && matches!(line.word(index - 1), "-" | "/" | "." | ":");
    if is_inside {
        return None;
    }
    reader
        .figures(index)
        .or_else(|| reader.ideographs(index))
        .or_else(|| reader.day_first(index))
        .or_else(|| reader.year_first(index))
}

struct Reader<'a> {
    line: &'a Line<'a>,
    style: &'a Style,
}

impl Reader<'_> {
    /// `2018-06-21`, `21/06/2018`, `21.6.2018`, `2018. 6. 21.`, `2018-06`.
    fn figures(&self, index: usize) -> Option<Day> {
        let line = self.line;
        let mark = line.word(index + 1);
        if !matches!(mark, "-" | "/" | "." | "‑" | "–") || line.digits(index + 2) == 0 {
            return None;
        }
        let is_tight = line.touches_next(index) && line.touches_next(index + 1);
        if line.word(index + 3) == mark && line.digits(index + 4) > 0 {
            let is_tight = is_tight && line.touches_next(index + 2) && line.touches_next(index + 3);
            // With blanks around hyphens it is a range, and `3. 4. 21` needs its whole year.
            if !is_tight && (mark == "-" || mark == "–" || line.digits(index) != 4 && line.digits(index + 4) != 4) {
                return None;
            }
            let date = self.numeric(index, mark)?;
            return Some(Day { date, precision: Precision::Day, words: 5 });
        }
        if is_tight && line.digits(index) == 4 && mark == "-" && line.digits(index + 2) == 2 {
            return self.month_only(index, line.small(index + 2)?, index + 3, index);
        }
        None
    }

    /// Three numbers parted by `mark`.
    fn numeric(&self, index: usize, mark: &str) -> Option<Date> {
        let line = self.line;
        let second = line.small(index + 2)?;
        if line.digits(index) == 4 {
            return self.civil(index, second, index + 4, true);
        }
        let first = line.small(index)?;
        if line.digits(index + 4) == 4 {
            let month_first = match self.style.order {
                _ if second > 12 => true,
                _ if first > 12 => false,
                Some(order) if mark != "." => order == Order::Month,
                None if mark == "/" && first != second => return None,
                _ => false,
            };
            return if month_first {
                self.civil(index + 4, first, index + 2, true)
            } else {
                self.civil(index + 4, second, index, true)
            };
        }
        // A colon after it makes `01.02.14:30` a day without a year and its time.
        let is_short = self.style.short_years
            && line.digits(index + 4) == 2
            && line.digits(index) <= 2
            && !(line.word(index + 5) == ":" && line.touches_next(index + 4));
        if !is_short {
            return None;
        }
        let third = line.small(index + 4)?;
        match self.style.order {
            Some(Order::Year) if line.digits(index) == 2 && first > 12 => gregorian(short_year(first), second, third),
            _ if second > 12 && mark == "/" => gregorian(short_year(third), first, second),
            Some(Order::Month) if mark == "/" && first <= 12 => gregorian(short_year(third), first, second),
            None if mark == "/" && first <= 12 && first != second => None,
            _ => gregorian(short_year(third), second, first),
        }
    }

    /// `2018年6月21日`, `2018년 6월 21일`, `2018年6月`; `民國107年6月21日` counts from 1912.
    fn ideographs(&self, index: usize) -> Option<Day> {
        let line = self.line;
        let follows = |at: usize, marks: [char; 2]| line.letters(at).is_some_and(|word| word.starts_with(marks));
        if !follows(index + 1, ['年', '년']) || !follows(index + 3, ['月', '월']) {
            return None;
        }
        let month = line.small(index + 2)?;
        let is_minguo = index > 0 && line.digits(index) < 4 && line.word(index - 1).ends_with(['國', '国']);
        if is_minguo {
            let year = i64::try_from(line.number(index, 3)?).ok()? + 1911;
            let date = gregorian(year, month, line.small(index + 4)?)?;
            return Some(Day { date, precision: Precision::Day, words: 6 });
        }
        if line.digits(index + 4) > 0 && follows(index + 5, ['日', '일']) {
            let date = self.civil(index, month, index + 4, true)?;
            return Some(Day { date, precision: Precision::Day, words: 6 });
        }
        self.month_only(index, month, index + 4, index)
    }

    /// `21 June 2018`, `21st of June, 2018`, `21. Juni 2018`, `21-Jun-2018`, `21 tháng 6 năm 2018`.
    fn day_first(&self, index: usize) -> Option<Day> {
        let line = self.line;
        if line.digits(index) > 2 {
            return None;
        }
        let at = self.skip(index + 1, 4, is_before_month);
        let (month, after) = self.month_at(at)?;
        let year = self.skip(after, 5, is_before_year);
        let date = self.civil_of(year, month, index)?;
        Some(Day { date, precision: Precision::Day, words: year + 1 - index })
    }

    /// `2018 June 21`, `2018. június 21.`, `2018 m. birželio 21 d.`, `2018. gada 21. jūnijs`.
    fn year_first(&self, index: usize) -> Option<Day> {
        let line = self.line;
        if line.digits(index) != 4 {
            return None;
        }
        let at = self.skip(index + 1, 3, is_after_year);
        if let Some((month, after)) = self.month_at(at) {
            let day = self.skip(after, 2, |word| matches!(word, "." | "," | "-" | "/"));
            // In running text `in 2018 May 12` belongs to two clauses as often as not, so nothing comes between.
            let date = self.civil_of(index, month, day)?;
            return Some(Day { date, precision: Precision::Day, words: day + 1 - index });
        }
        let day = at;
        let at = self.skip(day + 1, 2, is_before_month);
        let (month, after) = self.month_at(at).filter(|_| day > index + 1)?;
        let date = self.civil_of(index, month, day)?;
        Some(Day { date, precision: Precision::Day, words: after - index })
    }

    /// `June 21st, 2018`, `Jun. 21 2018`, `Jun 21 10:00:00 +0000 2018`, and without a day `June 2018`.
    fn month_first(&self, index: usize) -> Option<Day> {
        let line = self.line;
        let (month, after) = self.month_at(index)?;
        let at = self.skip(after, 2, |word| matches!(word, "." | "," | "-" | "/"));
        let is_after_day = index > 0 && line.digits(index - 1) > 0;
        if line.digits(at) == 4 && !is_after_day {
            return month.is_whole.then(|| self.month_only(at, month.number, at + 1, index)).flatten();
        }
        let mut year = self.skip(at + 1, 3, is_before_year);
        if line.digits(year) != 4
            && let Some(clock) = super::clock::clock_at(line, year).filter(|clock| clock.has_seconds)
        {
            year += clock.words;
        }
        let date = self.civil_of(year, month, at)?;
        Some(Day { date, precision: Precision::Day, words: year + 1 - index })
    }

    /// The month whose name begins at `at`, and the word after it.
    fn month_at(&self, at: usize) -> Option<(Month, usize)> {
        let line = self.line;
        let word = line.letters(at)?;
        if matches!(word, "tháng" | "Tháng" | "THÁNG") {
            let number = line.small(at + 1)?;
            return Some((Month { number, is_whole: true, calendar: Calendar::Gregorian }, at + 2));
        }
        let found = month(word, &self.style.language)?;
        // Arabic pages give the names of both traditions: `حزيران/يونيو`.
        let is_double = line.word(at + 1) == "/"
            && line.letters(at + 2).and_then(|other| month(other, &self.style.language)) == Some(found);
        Some((found, if is_double { at + 3 } else { at + 1 }))
    }

    /// The first word from `at` on that `passes` does not let through; at most `most` are skipped.
    fn skip(&self, at: usize, most: usize, passes: impl Fn(&str) -> bool) -> usize {
        (at..at + most).find(|&at| !passes(self.line.word(at))).unwrap_or(at + most)
    }

    fn month_only(&self, year: usize, month: i8, end: usize, start: usize) -> Option<Day> {
        let date = gregorian(self.year(year)?, month, 1)?;
        Some(Day { date, precision: Precision::Month, words: end - start })
    }

    fn civil_of(&self, year: usize, month: Month, day: usize) -> Option<Date> {
        if month.calendar == Calendar::Gregorian {
            return self.civil(year, month.number, day, false);
        }
        let year = i64::try_from(self.line.number(year, 4)?).ok()?;
        persian::civil(year, month.number, self.line.small(day)?)
    }

    /// The date of the words `year` and `day`. In figures a Persian page may count in its own calendar.
    fn civil(&self, year: usize, month: i8, day: usize, in_figures: bool) -> Option<Date> {
        let day = self.line.small(day)?;
        if in_figures && self.line.digits(year) == 4 && matches!(self.style.language.as_str(), "fa" | "ps") {
            let year = i64::try_from(self.line.number(year, 4)?).ok()?;
            if let Some(date) = persian::civil(year, month, day) {
                return Some(date);
            }
        }
        gregorian(self.year(year)?, month, day)
    }

    /// The year of a word of four digits, or of two after an apostrophe or where short years are allowed.
    fn year(&self, at: usize) -> Option<i64> {
        let line = self.line;
        if line.digits(at) == 4 {
            let year = i64::try_from(line.number(at, 4)?).ok()?;
            // The Buddhist era of Thailand; no page is of the year 2400.
            return Some(if (2400..2700).contains(&year) { year - 543 } else { year });
        }
        let is_marked = at > 0 && matches!(line.word(at - 1), "'" | "’" | "‘");
        let is_time = matches!(line.word(at + 1), ":" | "h" | ".") && line.digits(at + 2) > 0;
        let is_short = line.digits(at) == 2 && (is_marked || self.style.short_years) && !is_time;
        is_short.then(|| line.small(at)).flatten().map(short_year)
    }
}

/// The years of two digits are those of the web: from 1990 on, and what is later than that.
fn short_year(year: i8) -> i64 {
    i64::from(year) + if year >= 90 { 1900 } else { 2000 }
}

/// A civil date in the years newspapers and their archives cover.
fn gregorian(year: i64, month: i8, day: i8) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1600..2200).contains(year))?;
    Date::new(year, month, day).ok()
}

/// What may stand between a day and the name of its month.
fn is_before_month(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | "of"
            | "."
            | ","
            | "-"
            | "/"
            | "–"
            | "de"
            | "del"
            | "d"
            | "di"
            | "da"
            | "ta"
            | "er"
            | "ος"
            | "го"
            | "ng"
            | "º"
            | "ª"
            | "°"
            | "'"
            | "’"
            | "ngày"
            | "den"
            | "a"
    )
}

/// What may stand between a month, or a day after it, and the year.
fn is_before_year(word: &str) -> bool {
    matches!(
        word,
        "st" | "nd"
            | "rd"
            | "th"
            | ","
            | "."
            | "-"
            | "/"
            | "–"
            | "de"
            | "del"
            | "of"
            | "'"
            | "’"
            | "‘"
            | "năm"
            | "،"
            | "พ.ศ."
            | "พ"
            | "ศ"
            | "ค"
            | "º"
            | "°"
    )
}

/// What may stand between a year and the name of its month.
fn is_after_year(word: &str) -> bool {
    matches!(word, "." | "," | "-" | "/" | "m" | "gada" | "ж" | "жылғы" | "оны" | "ko")
}
