/** Light of a picture, 0 to 255 for each pixel, row by row. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly light: ArrayLike<number>
}

/** What is cut off at each edge, as a share of the whole. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** For each corner between pixels the light above and left of it. */
export interface LightSums {
  readonly width: number
  readonly height: number
  readonly sums: Float64Array
}

/** Made once, the mean light of any part of a picture is known from four corners. */
export const sumsOf = ({ width, height, light }: GrayPicture): LightSums => {
  const line = width + 1
  const sums = new Float64Array(line * (height + 1))
  for (let y = 0; y < height; y += 1) {
    let row = 0
    for (let x = 0; x < width; x += 1) {
      row += light[y * width + x]!
      sums[(y + 1) * line + x + 1] = sums[y * line + x + 1]! + row
    }
  }
  return { width, height, sums }
}

/** Light above and left of a point, which may lie between the corners. */
const sumAt = ({ width, height, sums }: LightSums, x: number, y: number): number => {
  const [left, top] = [Math.min(width - 1, Math.floor(x)), Math.min(height - 1, Math.floor(y))]
  const [right, down] = [x - left, y - top]
  const line = width + 1
  const corner = top * line + left
  const upper = sums[corner]! * (1 - right) + sums[corner + 1]! * right
  const lower = sums[corner + line]! * (1 - right) + sums[corner + line + 1]! * right
  return upper * (1 - down) + lower * down
}

/** What lies within a frame, as a square of so many pixels a side. */
export const lightIn = (of: LightSums, frame: Frame, side: number): Float64Array => {
  const [left, top] = [frame.left * of.width, frame.top * of.height]
  const wide = ((1 - frame.right) * of.width - left) / side
  const high = ((1 - frame.bottom) * of.height - top) / side
  const light = new Float64Array(side * side)
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const [fromX, fromY] = [left + x * wide, top + y * high]
      const [toX, toY] = [fromX + wide, fromY + high]
      const within =
        sumAt(of, toX, toY) -
        sumAt(of, fromX, toY) -
        sumAt(of, toX, fromY) +
        sumAt(of, fromX, fromY)
      light[y * side + x] = within / (wide * high)
    }
  return light
}
