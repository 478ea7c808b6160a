const signatureLength = 8

/** Chunks that draw the picture. Texts, times, EXIF and profiles are not among them. */
const kept = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
])

/**
 * The same picture without anything but the picture. What follows the end is cut off.
 *
 * @returns null when the bytes are no whole PNG
 */
export const stripPng = (bytes: Buffer): Buffer | null => {
  const parts: Buffer[] = [bytes.subarray(0, signatureLength)]
  const seen = new Set<string>()
  let at = signatureLength
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return null
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (seen.size === 0 && type !== 'IHDR') return null
    seen.add(type)
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return seen.has('IDAT') ? Buffer.concat(parts) : null
    at = end
  }
  return null
}
