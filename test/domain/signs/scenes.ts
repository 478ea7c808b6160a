import { type Random, between, seeded } from './seeded'

/** Red, green, blue and opacity of each pixel, as decoders give them. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

type Colour = readonly [number, number, number]

interface Shape {
  readonly kind: 'block' | 'round'
  readonly x: number
  readonly y: number
  readonly wide: number
  readonly high: number
  readonly colour: Colour
  /** Distance of windows, planks or leaves. */
  readonly grain: number
}

/** What stands there on every day. */
interface Place {
  readonly horizon: number
  readonly hills: readonly (readonly [number, number, number])[]
  readonly canal: readonly [number, number]
  readonly ground: Colour
  readonly shapes: readonly Shape[]
}

/** Light, clouds, water and what was put down or drove by. */
interface Day {
  readonly gain: number
  readonly slant: number
  readonly clouds: readonly (readonly [number, number, number])[]
  readonly water: Colour
  readonly shapes: readonly Shape[]
}

/** Where somebody stands with the phone. */
export interface Standpoint {
  readonly left: number
  readonly top: number
  readonly zoom: number
}

const photoWidth = 256
const photoHeight = 192

const colour = (random: Random, dark: number, light: number): Colour => [
  between(random, dark, light),
  between(random, dark, light),
  between(random, dark, light),
]

const shapesOf = (random: Random, count: number, large: number): Shape[] =>
  Array.from({ length: count }, () => {
    const wide = between(random, 0.3, 1) * large
    return {
      kind: random() < 0.55 ? ('block' as const) : ('round' as const),
      x: between(random, -0.2, 1.2),
      y: between(random, 0.3, 0.95),
      wide,
      high: wide * between(random, 0.5, 1.6),
      colour: colour(random, 30, 220),
      grain: between(random, 0.01, 0.06),
    }
  })

const placeOf = (seed: number): Place => {
  const random = seeded(seed)
  return {
    horizon: between(random, 0.25, 0.5),
    hills: Array.from({ length: 4 }, () => [
      between(random, 0.005, 0.05),
      between(random, 2, 14),
      between(random, 0, 6),
    ]),
    canal: [between(random, 0.1, 0.9), between(random, -0.9, 0.9)],
    ground: colour(random, 70, 150),
    shapes: shapesOf(random, 11, 0.3),
  }
}

const dayOf = (seed: number): Day => {
  const random = seeded(seed)
  return {
    gain: between(random, 0.65, 1.15),
    slant: between(random, -0.35, 0.35),
    clouds: Array.from({ length: 5 }, () => [
      between(random, 0, 1),
      between(random, 0, 0.4),
      between(random, 0.05, 0.2),
    ]),
    water: colour(random, 20, 160),
    shapes: shapesOf(random, 5, 0.18),
  }
}

const within = ({ kind, x, y, wide, high }: Shape, u: number, v: number): boolean => {
  const across = (u - x) / wide
  const down = (v - y) / high
  return kind === 'block'
    ? Math.abs(across) < 0.5 && Math.abs(down) < 0.5
    : across * across + down * down < 0.25
}

const roughness = (u: number, v: number): number => {
  const wave = Math.sin(Math.floor(u * 300) * 12.9898 + Math.floor(v * 300) * 78.233) * 43758.5453
  return (wave - Math.floor(wave) - 0.5) * 24
}

const skyAt = ({ clouds }: Day, u: number, v: number): Colour => {
  const cover = clouds.reduce(
    (sum, [x, y, size]) => sum + Math.max(0, 1 - ((u - x) ** 2 + ((v - y) * 2) ** 2) / size ** 2),
    0,
  )
  const light = Math.min(255, 150 + v * 120 + cover * 60)
  return [light - 30 + cover * 20, light - 8, light]
}

const groundAt = ({ ground, canal }: Place, { water }: Day, u: number, v: number): Colour => {
  const [middle, lean] = canal
  const inCanal = Math.abs(u - middle - (v - 0.5) * lean) < 0.05 + 0.12 * v
  const grain = roughness(u, v)
  const [red, green, blue] = inCanal ? water : ground
  return [red + grain, green + grain, blue + grain]
}

const colourAt = (place: Place, day: Day, u: number, v: number): Colour => {
  const at = (each: Shape) => within(each, u, v)
  const shape = day.shapes.find(at) ?? place.shapes.find(at)
  if (shape) {
    const dark = Math.floor(u / shape.grain) % 2 === Math.floor(v / shape.grain) % 2 ? 0.8 : 1
    return [shape.colour[0] * dark, shape.colour[1] * dark, shape.colour[2] * dark]
  }
  const hill = place.hills.reduce(
    (sum, [high, often, from]) => sum + high * Math.sin(often * u + from),
    0,
  )
  return v < place.horizon + hill ? skyAt(day, u, v) : groundAt(place, day, u, v)
}

/** @param colourOf of a point, both 0 to 1 from the upper left */
export const painted = (colourOf: (u: number, v: number) => Colour): Raster => {
  const data = new Uint8Array(photoWidth * photoHeight * 4).fill(255)
  for (let y = 0; y < photoHeight; y += 1)
    for (let x = 0; x < photoWidth; x += 1) {
      const light = colourOf(x / photoWidth, y / photoHeight)
      for (let channel = 0; channel < 3; channel += 1)
        data[(y * photoWidth + x) * 4 + channel] = Math.max(0, Math.min(255, light[channel]!))
    }
  return { width: photoWidth, height: photoHeight, data }
}

/** One photo of a place on a day: the same three give the same pixels. */
export const takePhoto = (
  { place, day }: { readonly place: number; readonly day: number },
  { left, top, zoom }: Standpoint,
): Raster => {
  const [there, then] = [placeOf(place), dayOf(day)]
  return painted((u, v) => {
    const light = then.gain * (1 + then.slant * (u - 0.5))
    const [red, green, blue] = colourAt(there, then, left + u / zoom, top + v / zoom)
    return [red * light, green * light, blue * light]
  })
}

/** A wall, water or ground from near: nothing but grain. */
export const takeGrain = (seed: number): Raster => {
  const random = seeded(seed)
  const [red, green, blue] = colour(random, 60, 200)
  const slope = between(random, -30, 30)
  return painted((u, v) => {
    const grain = roughness(u + seed, v) + slope * (u + v - 1)
    return [red + grain, green + grain, blue + grain]
  })
}

/** A form with other words in it: same head, same lines. */
export const takePaper = (seed: number): Raster => {
  const random = seeded(seed)
  const lines = Array.from({ length: 12 }, () => between(random, 0.2, 0.85))
  return painted((u, v) => {
    const line = Math.floor((v - 0.25) / 0.055)
    const written = v > 0.25 && (v - 0.25) % 0.055 < 0.03 && u > 0.1 && u < (lines[line] ?? 0)
    const head = v > 0.08 && v < 0.15 && u > 0.25 && u < 0.75
    const strokes = roughness(u * 0.4 + seed * line, v * 0.4) > -4
    const light = (written || head) && strokes ? 40 : 235 - 30 * u
    return [light, light, light]
  })
}
