/** Full-width letters, digits and signs to half-width, then lower case: `ＰＭ２．５` → `pm2.5`. */
const normalised = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .toLowerCase()

/** Stretches of letters, digits and Chinese characters; everything else parts them. */
const runsOf = (text: string): string[][] =>
  (normalised(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((run) => [...run])

const bigramsOf = (run: readonly string[]): string[] =>
  run.slice(1).map((_second, first) => run.slice(first, first + 2).join(''))

/**
 * The terms under which texts are found: every character and every pair of neighbours, because
 * Chinese is written without spaces. A query asked for with the same terms matches what holds
 * all of them.
 */
export const searchTerms = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap(runsOf).flatMap((run) => [...run, ...bigramsOf(run)])),
]

/** The fewest terms that a query asks for: pairs, or the character where it stands alone. */
export const queryTerms = (query: string): string[] => [
  ...new Set(runsOf(query).flatMap((run) => (run.length === 1 ? run : bigramsOf(run)))),
]
