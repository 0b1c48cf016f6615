/** What a match is worth, by where it stands and how it is written. A whole term in a title counts 1. */
export const IN_TITLE = 1
export const IN_NUMBER = 1
export const IN_LEAD = 0.45
export const ELSEWHERE = 0.3
export const NEXT_TO_EACH_OTHER = 0.5
export const WITH_ITS_MARKS = 0.2
export const WITH_OTHER_MARKS = -0.35
/** A synonym counts less than the word that was typed. */
export const IN_OTHER_WORDS = 0.9
/** Letters in place of a phrase are the same term, and so is a phrase in place of letters. */
export const IN_LETTERS = 0.98
/** A phrase whose words stand apart; less than any spelling of it. */
export const APART = 0.8
/** How much of a title was asked for; the database's own fit; a number that was asked for, and one counted in words. */
export const SHARE_OF_TITLE = 0.3
export const FIT = 0.25
export const NUMBERED = 10
export const COUNTED = 5

/** Columns of the full text index, by which the database weighs the matches of rare words. */
export const COLUMN_WEIGHTS = { title: 10, number: 12, lead: 3, body: 1, exact: 5 }

/** Partial matches with a smaller share of the best score are not shown. */
export const WORTH_SHOWING = 0.25
