/** Removes what the flag `x` makes meaningless: blanks and comments outside of character classes. */
function withoutLayout(source: string): string {
  let inClass = false
  let out = ''
  for (let i = 0; i < source.length; i++) {
    const char = source[i] as string
    if (char === '\\') {
      out += char + (source[++i] ?? '')
    } else if (!inClass && /\s/.test(char)) {
      continue
    } else if (!inClass && char === '#') {
      while (i + 1 < source.length && source[i + 1] !== '\n') i += 1
    } else {
      if (char === '[') inClass = true
      else if (char === ']') inClass = false
      out += char
    }
  }
  return out
}

/**
 * Turns a pattern of MongoDB into one of JavaScript: flags before the pattern (`(?i)`), the flag `x`, and
 * without the flags that would make a pattern remember its last match.
 * @returns null when it is malformed
 */
export function readPattern(source: string, options: string): RegExp | null {
  const inline = /^\(\?([imsx]+)\)/.exec(source)
  const wanted = options + (inline?.[1] ?? '')
  const body = inline ? source.slice(inline[0].length) : source
  const flags = [...new Set(wanted)].filter((flag) => 'imsu'.includes(flag)).join('')
  try {
    return new RegExp(wanted.includes('x') ? withoutLayout(body) : body, flags)
  } catch {
    return null
  }
}
