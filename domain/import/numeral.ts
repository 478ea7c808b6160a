const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** `十二`, `二十七`, `一百零三`, `一〇三`, `12` → the number; null for anything else. */
export function readNumeral(printed: string): number | null {
  if (/^\d{1,9}$/.test(printed)) return Number(printed)
  if (!/[十百]/.test(printed)) return readDigits(printed)
  let total = 0
  let pending = 0
  for (const char of printed) {
    const digit = digits[char]
    if (digit !== undefined) pending = digit
    else if (char === '十') {
      total += (pending || 1) * 10
      pending = 0
    } else if (char === '百') {
      total += (pending || 1) * 100
      pending = 0
    } else return null
  }
  return printed === '' ? null : total + pending
}

/** `二零二一` → 2021: digits read one after another, as years are printed; null for anything else. */
export function readDigits(printed: string): number | null {
  let number = 0
  for (const char of printed) {
    const digit = digits[char]
    if (digit === undefined) return null
    number = number * 10 + digit
  }
  return printed === '' ? null : number
}
