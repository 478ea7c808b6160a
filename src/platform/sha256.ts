/* FIPS 180-4. The round constants are the fractional parts of the roots of primes. */
const primes: number[] = []
for (let n = 2; primes.length < 64; n += 1) {
  if (primes.every((prime) => n % prime !== 0)) primes.push(n)
}
const fraction = (value: number) => ((value - Math.floor(value)) * 0x100000000) | 0
const rounds = primes.map((prime) => fraction(Math.cbrt(prime)))
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by))

function padded(bytes: Uint8Array): DataView {
  const length = Math.ceil((bytes.length + 9) / 64) * 64
  const block = new Uint8Array(length)
  block.set(bytes)
  block[bytes.length] = 0x80
  const view = new DataView(block.buffer)
  view.setUint32(length - 8, Math.floor((bytes.length * 8) / 0x100000000))
  view.setUint32(length - 4, (bytes.length * 8) >>> 0)
  return view
}

function compress(state: Int32Array, view: DataView, offset: number) {
  const schedule = new Int32Array(64)
  for (let i = 0; i < 64; i += 1) {
    if (i < 16) {
      schedule[i] = view.getInt32(offset + i * 4)
      continue
    }
    const w15 = schedule[i - 15] ?? 0
    const w2 = schedule[i - 2] ?? 0
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3)
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10)
    schedule[i] = ((schedule[i - 16] ?? 0) + s0 + (schedule[i - 7] ?? 0) + s1) | 0
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let i = 0; i < 64; i += 1) {
    const sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const choice = (e & f) ^ (~e & g)
    const first = (h + sum1 + choice + (rounds[i] ?? 0) + (schedule[i] ?? 0)) | 0
    const sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = (sum0 + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] ?? 0) + word) | 0
  })
}

/** UTF-8 without `TextEncoder`, which the mini-program's runtime lacks. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text)
  const bytes: number[] = []
  for (let i = 0; i < escaped.length; i += 1) {
    if (escaped[i] !== '%') {
      bytes.push(escaped.charCodeAt(i))
    } else {
      bytes.push(parseInt(escaped.slice(i + 1, i + 3), 16))
      i += 2
    }
  }
  return Uint8Array.from(bytes)
}

/** Lower-case hex SHA-256 of a text (UTF-8) or of bytes. */
export function sha256(input: string | Uint8Array): string {
  const view = padded(typeof input === 'string' ? utf8(input) : input)
  const state = Int32Array.from(start)
  for (let offset = 0; offset < view.byteLength; offset += 64) compress(state, view, offset)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
