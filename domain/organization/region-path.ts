import { type RegionCode, regionCovers } from './region'

/** The region and everything that holds it, the city first. */
export const regionPath = (code: RegionCode): RegionCode[] => {
  const city = `${code.slice(0, 4)}00`
  const own = [6, 9, 12].filter((length) => length <= code.length)
  return [...new Set([city, ...own.map((length) => code.slice(0, length))])]
}

/** Every region that the places lie in or touch, without repetition. */
export const regionsTouched = (places: readonly RegionCode[]): RegionCode[] => [
  ...new Set(places.flatMap(regionPath)),
]

/** The regions that hold all of the places; none when there is no place. */
export const regionsHolding = (places: readonly RegionCode[]): RegionCode[] =>
  regionsTouched(places).filter((outer) => places.every((place) => regionCovers(outer, place)))

/** A place inside one of the places takes their stead; one outside leaves them as they are. */
export const narrowedTo = (
  places: readonly RegionCode[],
  inner: RegionCode,
): readonly RegionCode[] =>
  places.length === 0 || places.some((outer) => regionCovers(outer, inner)) ? [inner] : places
