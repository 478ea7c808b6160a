// MongoDB searches by PCRE in UTF-8 without PCRE_UCP: a dot stops at "\n" alone and takes a whole code point,
// `\s` and the POSIX classes know ASCII only, `\A` is no letter. JavaScript reads these otherwise, silently.

/** The POSIX classes as the inside of a JavaScript class. */
const POSIX: Record<string, string> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t-\\r ',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: '0-9A-Fa-f',
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** `\p{Han}`: PCRE names scripts without saying so. */
function property(letter: string, name: string): string {
  const inverse = name.startsWith('^')
  const bare = inverse ? name.slice(1) : name
  const sign = inverse ? (letter === 'p' ? 'P' : 'p') : letter
  return `\\${sign}{${bare.length > 2 ? `Script=${bare}` : bare}}`
}

/** One escape of PCRE outside of a class, where JavaScript has another meaning for it. */
const OUTSIDE: Record<string, string> = {
  A: '(?<![^])',
  z: '(?![^])',
  Z: '(?=\\n?(?![^]))',
  h: '[ \\t]',
  s: '[\\t-\\r ]',
  S: '[^\\t-\\r ]',
}
const INSIDE: Record<string, string> = { h: ' \\t', s: '\\t-\\r ' }

const MEANINGLESS = /[^\w\s^$\\.*+?()[\]{}|/]/

// In turn: a quotation, a code point, a property, any other escape, a POSIX class, the ends of a class, a dot.
const TOKENS =
  /\\Q([^]*?)(?:\\E|$)|\\x\{([0-9A-Fa-f]{1,6})\}|\\([pP])(?:\{(\^?\w+)\}|([A-Z]))|\\([^])|\[:(\w+):\]|\[\^?\]?|\]|\./g

interface Reading {
  source: string
  /** Whether it can only be read with the flag `u`. */
  whole: boolean
}

function rewrite(source: string, dotAll: boolean): Reading {
  let inClass = false
  let whole = false
  const rewritten = source.replace(
    TOKENS,
    (
      all: string,
      quoted?: string,
      hex?: string,
      letter?: string,
      name?: string,
      short?: string,
      escape?: string,
      posix?: string,
    ) => {
      if (quoted !== undefined) return escaped(quoted)
      if (hex !== undefined) {
        const point = Number.parseInt(hex, 16)
        if (point > 0xffff) whole = true
        return point > 0x10ffff ? all : escaped(String.fromCodePoint(point))
      }
      if (letter !== undefined) {
        whole = true
        return property(letter, name ?? short ?? '')
      }
      if (escape !== undefined) {
        // The flag `u` knows no escapes that mean nothing.
        if (!inClass && MEANINGLESS.test(escape)) return escape
        return (inClass ? INSIDE : OUTSIDE)[escape] ?? all
      }
      if (posix !== undefined) return inClass ? (POSIX[posix] ?? all) : all
      if (all === '.') return inClass || dotAll ? all : '[^\\n]'
      if (all === ']') {
        inClass = false
        return all
      }
      if (inClass) {
        // No class in a class: the bracket stands for itself, and one that closes behind it still closes.
        inClass = !all.endsWith(']')
        return `\\${all}`
      }
      inClass = true
      // PCRE takes a bracket right after the opening one as itself.
      return all.endsWith(']') ? `${all.slice(0, -1)}\\]` : all
    },
  )
  return { source: rewritten, whole }
}

/**
 * The pattern that finds in JavaScript what `pattern` finds in PCRE. It is for searching only: stored and
 * compared is the pattern as it was given.
 * @param points whether the text holds characters of two UTF-16 units, which PCRE takes as one
 */
export function asJavaScript(pattern: RegExp, points: boolean): RegExp {
  const { source, whole } = rewrite(pattern.source, pattern.flags.includes('s'))
  const unicode = (whole || points) && !pattern.flags.includes('u')
  if (source === pattern.source && !unicode) return pattern
  try {
    return new RegExp(source, unicode ? `${pattern.flags}u` : pattern.flags)
  } catch {
    // The flag `u` is strict about escapes that mean nothing: then it has to go without.
    return points ? asJavaScript(pattern, false) : pattern
  }
}
