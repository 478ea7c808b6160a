/** A file with nothing in it but the picture or the sound, or why it cannot be kept. */
export type Cleaned = Buffer | 'broken' | 'tooManyPixels'

/** What a viewer needs four bytes a pixel for; a phone takes a ninth of it. [D] */
const maxPixels = 100_000_000

/** What the header of a picture says of its size, before anything is unpacked. */
export const sizeFault = (width: number, height: number): 'broken' | 'tooManyPixels' | null => {
  if (width < 1 || height < 1) return 'broken'
  return width * height > maxPixels ? 'tooManyPixels' : null
}
