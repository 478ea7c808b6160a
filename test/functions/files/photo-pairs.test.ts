import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as jpeg from 'jpeg-js'
import { drawSmall } from '@/cloudfunctions/_files/look/draw'
import { isSamePhoto, lookOf, type PhotoLook } from '@/domain/signs/photo-look'
import {
  type Raster,
  type Standpoint,
  takeGrain,
  takePaper,
  takePhoto,
} from '../../domain/signs/scenes'
import { between, seeded } from '../../domain/signs/seeded'
import { encoded, treatments } from '../../domain/signs/treatments'

const random = seeded(20191118)
const here: Standpoint = { left: 0, top: 0, zoom: 1 }

const nearby = (most: number): Standpoint => ({
  left: between(random, -most, most),
  top: between(random, -most, most) / 2,
  zoom: between(random, 1 - most, 1 + most),
})

/** 27 cut from old photographs (see photos/README.md) and 24 that are drawn. */
const folder = path.join(__dirname, 'photos')
const real = readdirSync(folder)
  .filter((name) => name.endsWith('.jpg'))
  .map((name): Raster => jpeg.decode(readFileSync(path.join(folder, name)), { useTArray: true }))
const drawn = Array.from({ length: 24 }, (_, seed) =>
  takePhoto({ place: seed, day: seed + 1000 }, here),
)
const sources = [...real, ...drawn]

const upTo = <T>(count: number, make: (seed: number) => T): T[] =>
  Array.from({ length: count }, (_, seed) => make(seed))

/** Two photos that are none of each other, each kind as hard as it comes. */
const different: Readonly<Record<string, readonly (readonly [Raster, Raster])[]>> = {
  'one place, another day, another standpoint': upTo(30, (seed) => [
    takePhoto({ place: seed, day: seed + 1000 }, here),
    takePhoto({ place: seed, day: seed + 2000 }, nearby(0.15)),
  ]),
  'one place, another day, the same standpoint': upTo(12, (seed) => [
    takePhoto({ place: seed, day: seed + 1000 }, here),
    takePhoto({ place: seed, day: seed + 3000 }, nearby(0.02)),
  ]),
  'one day, three steps aside': upTo(12, (seed) => [
    takePhoto({ place: seed, day: seed + 1000 }, here),
    takePhoto({ place: seed, day: seed + 1000 }, { left: 0.25, top: 0.04, zoom: 1.2 }),
  ]),
  'the same sky over another place': upTo(10, (seed) => [
    takePhoto({ place: seed, day: seed + 1000 }, here),
    takePhoto({ place: seed + 500, day: seed + 1000 }, here),
  ]),
  'nothing but grain': upTo(10, (seed) => [takeGrain(seed), takeGrain(seed + 100)]),
  'a form with other words': upTo(10, (seed) => [takePaper(seed), takePaper(seed + 100)]),
}

const seenIn = (bytes: Buffer): PhotoLook | null => {
  const picture = drawSmall(bytes, 'jpg')
  return picture && lookOf(picture)
}

/** As over the ledger: only what shares a band is held against each other at all. */
const areAlike = (left: PhotoLook | null, right: PhotoLook | null): boolean => {
  if (!left || !right) return false
  const bands = new Set(left.bands)
  return right.bands.some((band) => bands.has(band)) && isSamePhoto(left, right)
}

const rate = (part: number, of: number): string => (of === 0 ? '1' : (part / of).toFixed(3))

describe('a photo that was used before', () => {
  const originals = sources.map((picture) => seenIn(encoded(picture, 90)))
  const copies = Object.entries(treatments).map(([kind, treat]) => ({
    kind,
    looks: sources.map((picture) => seenIn(treat(picture, random))),
  }))

  it('is found in 19 of 20, and of ten found nine are the same', () => {
    const found = copies.map(({ kind, looks }) => ({
      kind,
      of: looks.length,
      hits: looks.filter((look, place) => areAlike(originals[place]!, look)).length,
    }))
    const wrong = Object.entries(different).map(([kind, pairs]) => ({
      kind,
      of: pairs.length,
      hits: pairs.filter(([one, other]) => areAlike(seenIn(encoded(one)), seenIn(encoded(other))))
        .length,
    }))
    const total = (rows: typeof found) => rows.reduce((sum, { hits }) => sum + hits, 0)
    const pairs = [...found, ...wrong].reduce((sum, { of }) => sum + of, 0)
    const recall = total(found) / found.reduce((sum, { of }) => sum + of, 0)
    const precision = total(found) / (total(found) + total(wrong))
    const lines = [
      ...found.map(({ kind, of, hits }) => `  ${kind}: ${hits} of ${of} found`),
      ...wrong.map(({ kind, of, hits }) => `  ${kind}: ${hits} of ${of} taken for the same`),
    ]
    console.log(
      `photos: ${pairs} pairs, recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n${lines.join('\n')}`,
    )
    expect(pairs).toBeGreaterThanOrEqual(300)
    for (const { hits, of } of found) expect(hits / of).toBeGreaterThanOrEqual(0.9)
    expect(recall).toBeGreaterThanOrEqual(0.95)
    expect(precision).toBeGreaterThanOrEqual(0.9)
  })

  it('is not taken for any other of the set', () => {
    const all = copies.flatMap(({ looks }) => looks.map((look, place) => ({ look, place })))
    const strangers = all.flatMap(({ look, place }) =>
      originals.filter((original, other) => other !== place && areAlike(original, look)),
    )
    const compared = all.length * (originals.length - 1)
    console.log(`photos: ${compared} pairs of strangers, ${rate(strangers.length, compared)} alike`)
    expect(strangers.length / compared).toBeLessThanOrEqual(0.001)
  })
})
