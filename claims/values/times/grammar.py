"""The rules: which words make a time, and who reads them.

Of the rules that match at a place the one that takes most words is tried first; a reader that gives
None leaves the words to the next. ``{IN}`` is "early", "mid-", "the end of"; ``{AMOUNT}`` "two and a half",
"a few".
"""

from collections.abc import Callable

from claims.values.times import (
    absolute,
    amounts,
    days_of_month,
    distances,
    guards,
    holidays,
    periods,
    relative,
    unit_parts,
    weekdays,
    yearless,
)
from claims.values.times.outcome import Amount, Context, Parts, Time

Reader = Callable[[Parts, Context], Time | Amount | None]

WITH_YEAR: tuple[tuple[str, Reader], ...] = (
    ("[w:WEEKDAY ,?] d:ISO", absolute.read_iso),
    ("[w:WEEKDAY ,?] [the] d:TRIPLE", absolute.read_numeric),
    ("d:PAIR | m:SMALL (-|/) y:YEAR", absolute.read_month_number),
    ("d:FIGURE", absolute.read_compact),
    ("(on|by|from|since|until|before|after) span:(d:PAIR) | [WHICH] w:WEEKDAY ,? d:PAIR", days_of_month.read_pair),
    ("[w:WEEKDAY ,?] m:MONTH [the] d:DAY ,? [of|in] y:YEAR", absolute.read_date),
    ("[w:WEEKDAY ,?] [the] d:DAY [day] [of] m:MONTH ,? [of|in] y:YEAR", absolute.read_date),
    ("d:DAY (-|/) m:MONTH (-|/) y:YEAR | m:MONTH (-|/) d:DAY (-|/) y:YEAR | y:YEAR (-|/) m:MONTH (-|/) d:DAY", absolute.read_date),
    ("[from|between] m:MONTH [the] d:DAY (-|to|and|through|until|till) [the] e:DAY ,? y:YEAR", absolute.read_day_span),
    ("[from|between] [the] d:DAY (-|to|and|through|until|till) [the] e:DAY [of] m:MONTH ,? y:YEAR", absolute.read_day_span),
    ("{IN} [the month of] m:MONTH ,? [of|in|-|/] y:YEAR", absolute.read_month),
    ("[from] m:MONTH (-|/|to|through|until|till) n:MONTH ,? [of] y:YEAR | between m:MONTH (-|and) n:MONTH ,? [of] y:YEAR", absolute.read_months),
    ("[the] (last:WHICH|first:ORDINAL) [k:SMALL] u:UNIT of (y:YEAR|m:MONTH ,? y:YEAR)", absolute.read_counted_of),
    ("m:MONTH of y:TWO_DIGITS", absolute.read_short_year_month),
    ("m:MONTH [of] ' y:TWO", absolute.read_short_year_month),
    ("{IN} [the] s:SEASON [of|in|,] y:YEAR [(-|/) z:TWO]", periods.read_season),
    ("{IN} [the] n:ORDINAL quarter [of|in] [the] [fiscal] [year] y:YEAR | q n:SMALL [of|in|,|-] [fiscal] y:YEAR | y:YEAR [-] q n:SMALL", absolute.read_quarter),
    ("[the] n:ORDINAL half (of|in) [the] [fiscal] [year] y:YEAR | h n:SMALL [of|in|,|-] y:YEAR | y:YEAR [-] h n:SMALL", absolute.read_half),
    ("{IN} [the] d:DECADE", periods.read_decade),
    ("{IN} [the:the] ' d:SHORT_DECADE | {IN} the:the d:SHORT_DECADE", periods.read_short_decade),
    ("{IN} [the] d:ORDINAL [-] century [era:ERA] | {IN} [the] e:ORDINAL (and|to|or|-) [the] d:ORDINAL [-] century [era:ERA]", periods.read_century),
    ("[the] turn:turn of the d:ORDINAL [-] century", periods.read_century),
    ("[the] turn of the (c:century|millennium)", periods.read_turn),
    ("[from|between] y:YEAR (-|/) z:(YEAR|TWO)", absolute.read_year_span),
    ("[the] (fiscal|financial) [year] y:YEAR [(-|/) e:TWO] | (fy|fiscal) [year] ' y:TWO | fy (y:YEAR|y:TWO) [(-|/) e:TWO] | [the] y:YEAR [(-|/) e:TWO] (fiscal|financial) year", periods.read_fiscal_year),
    ("n:NUMBER era:ERA | era:ERA n:NUMBER", absolute.read_after_christ),
    ("{IN} [[the] [calendar] year:year] y:YEAR", guards.read_year),
    ("year - q:PART_NOUN [of] y:YEAR", guards.read_year),
    ("h:HOLIDAY [,] [of|in] [the year] y:YEAR", holidays.read_holiday),
    ("[the] n:ORDINAL w:LONG_WEEKDAY (of|in) m:MONTH ,? [of] y:YEAR | [the] last:WHICH w:LONG_WEEKDAY (of|in) m:MONTH ,? y:YEAR", weekdays.read_nth_weekday),
    ("[the] (n:ORDINAL|WHICH) week (of|in) [m:MONTH ,? [of]] y:YEAR", weekdays.read_nth_week),
    ("[the] week (of|PART_NOUN|commencing|starting) [on] [the] m:MONTH d:DAY ,? y:YEAR | [the] week (of|PART_NOUN|commencing|starting) [on] [the] d:DAY [of] m:MONTH ,? y:YEAR", days_of_month.read_week_of),
)  # fmt: skip
WITHOUT_YEAR: tuple[tuple[str, Reader], ...] = (
    ("[w:WEEKDAY ,?] m:MONTH [the|-|/] d:DAY", yearless.read_day_and_month),
    ("[w:WEEKDAY ,?] [the] d:DAY [day] [of] m:MONTH", yearless.read_day_and_month),
    ("[from|between:between] m:MONTH [the] d:DAY l:(-|to|and|through|until|till) [the] e:DAY", yearless.read_day_span),
    ("[from|between:between] [the] d:DAY l:(-|to|and|through|until|till) [the] e:DAY [of] m:MONTH", yearless.read_day_span),
    ("[from|between] [the] d:DAY (-|to|and|through|until|till) [the] e:DAY [of] which:WHICH month", days_of_month.read_day_span_of_month),
    ("[from] m:MONTH (-|/|to|through|until|till) n:MONTH | between m:MONTH (-|and) n:MONTH", absolute.read_months),
    ("w:WEEKDAY ,? the d:DAY | w:WEEKDAY [,] d:ORDINAL", days_of_month.read_weekday_and_day),
    ("(between|from) the d:ORDINAL l:(and|to|until|through|-) [the] e:ORDINAL", days_of_month.read_bare_day_span),
    ("(on|by|until|before|after|since|for) span:([the] d:ORDINAL) | on span:(the d:DAY)", days_of_month.read_day_of_month),
    ("[the] d:ORDINAL [day] of (which:(WHICH|ANAPHOR)|the) month", days_of_month.read_day_of_this_month),
    ("{IN} [the month of:of] m:MONTH", yearless.read_bare_month),
    ("[w:WEEKDAY ,?] m:MONTH d:DAY ,? [of] which:WHICH year | [w:WEEKDAY ,?] [the] d:DAY [of] m:MONTH ,? [of] which:WHICH year", yearless.read_of_which_year),
    ("{IN} m:MONTH ,? [of] which:WHICH year", yearless.read_of_which_year),
    ("{IN} [the] which:WHICH m:MONTH", yearless.read_which_month),
    ("{IN} [the] which:WHICH s:SEASON", periods.read_which_season),
    ("{IN} [the:the] s:SEASON", periods.read_bare_season),
    ("h:HOLIDAY", holidays.read_holiday),
    ("which:WHICH h:HOLIDAY | h:HOLIDAY ,? [of] which:WHICH year", holidays.read_which_holiday),
    ("[the] week (of|PART_NOUN|commencing|starting) [on] [the] m:MONTH d:DAY | [the] week (of|PART_NOUN|commencing|starting) [on] [the] d:DAY [of] m:MONTH", days_of_month.read_week_of),
    ("[the] week of the d:ORDINAL", days_of_month.read_week_of),
    ("h:HOLIDAY weekend [[of] y:YEAR]", holidays.read_holiday_weekend),
    ("[the] (last:WHICH|first:ORDINAL) [k:SMALL] u:UNIT of (which:WHICH year|the year)", absolute.read_counted_of),
    ("[which:(WHICH|ANAPHOR)] w:LONG_WEEKDAY", weekdays.read_weekday),
    ("which:WHICH week ,? [on] w:LONG_WEEKDAY | w:LONG_WEEKDAY ,? [of] which:WHICH week", weekdays.read_weekday_of_week),
    ("a week from w:LONG_WEEKDAY", weekdays.read_week_from),
    ("[the] (n:ORDINAL|WHICH) w:LONG_WEEKDAY (of|in) (m:MONTH|[the] which:(WHICH|ANAPHOR) month)", weekdays.read_nth_weekday),
    ("[the] (n:ORDINAL|WHICH) week (of|in) (m:MONTH|which:WHICH (month|year:year))", weekdays.read_nth_week),
)  # fmt: skip
RELATIVE: tuple[tuple[str, Reader], ...] = (
    ("[[the] further:day (before|after)] word:DAY_WORD [DAY_PART]", relative.read_day_word),
    ("which:WHICH DAY_PART", relative.read_day_word),
    ("{IN} [the:the] which:WHICH [calendar] u:UNIT | c:COMPARATIVE [in] which:WHICH u:UNIT", relative.read_unit),
    ("c:COMPARATIVE in the u:UNIT | [the] rest of (the|WHICH) u:UNIT", unit_parts.read_side_of_unit),
    ("[the] q:PART_NOUN of [the] u:UNIT | (p:PART) in the u:UNIT | p:PART - u:UNIT | u:UNIT 's? -? q:PART_NOUN", unit_parts.read_part_of_unit),
    ("[the] which:WHICH {AMOUNT} u:UNIT [{MORE}]", relative.read_counted),
    ("{HEDGE} {AMOUNT} [-] u:UNIT [{MORE} | [-] and [-] a [-] half:half] ago", distances.read_ago),
    ("span:(the weekend)", relative.read_weekend),
    ("the u:UNIT (after [the] next:WHICH|back:before WHICH)", relative.read_second_next),
    ("{HEDGE} {AMOUNT} u:UNIT [{MORE}] (on:from now|on:hence) | on:in {HEDGE} {AMOUNT} u:UNIT [{MORE}] 's? '? time", distances.read_ago),
    ("within [the] [WHICH] {HEDGE} {AMOUNT} u:UNIT [{MORE}]", distances.read_within),
    ("on:in {HEDGE} {AMOUNT} u:UNIT [{MORE}]", distances.read_in),
    ("{HEDGE} {AMOUNT} u:UNIT [{MORE}] (later:COMPARATIVE | after | back:before | from:from)", distances.read_distance),
    ("[the:the] a:ANAPHOR (u:UNIT|MONTH|SEASON)", distances.read_anaphor),
    ("[the] n:ORDINAL quarter [of] (which:WHICH|of the) year | q n:SMALL [of which:WHICH year]", unit_parts.read_which_quarter),
    ("[the] n:ORDINAL half:half of (which:WHICH|the) year", unit_parts.read_which_quarter),
)  # fmt: skip
AMOUNTS: tuple[tuple[str, Reader], ...] = (
    ("{HEDGE} {AMOUNT} [-] u:UNIT [{MORE} | [-] and [-] [a] [-] half:half] | (all|full|whole|entire) [-] u:UNIT", amounts.read_duration),
    ("age:COUNT - u:UNIT - (old|olds) | age:COUNT - to - age:COUNT - u:UNIT - (old|olds) | age:COUNT - (to|and) age:COUNT - u:UNIT - (old|olds) | age:COUNT u:UNIT old | age:COUNT u:UNIT of age | aged age:COUNT | age age:COUNT | at the age of age:COUNT", amounts.read_age),
    ("for span:(the u:UNIT)", amounts.read_whole),
    ("often:OFTEN", amounts.read_recurrence),
    ("(every|each) [other:other|n:COUNT] u:UNIT | (every|each) [other:other] (w:LONG_WEEKDAY|m:MONTH)", amounts.read_recurrence),
)  # fmt: skip
RULES = WITH_YEAR + WITHOUT_YEAR + RELATIVE + AMOUNTS
