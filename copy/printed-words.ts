/** A measure as its list prints it, without the sign at its end: something is said after it. */
export const withoutEnd = (text: string): string => text.replace(/[；;。.]$/, '')

/** A sentence about one of many things, with the thing before it. */
export const ofPart = (text: string, line: string): string => `“${withoutEnd(text)}”：${line}`
