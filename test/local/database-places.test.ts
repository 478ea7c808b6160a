import { Collections, idsOf } from './support/collections'
import type { Command } from './support/collections'

let cloud: Collections
let _: Command

beforeAll(async () => {
  cloud = await Collections.open()
  _ = cloud.command
})

describe('places', () => {
  const places = async () => {
    const { Geo } = cloud.db
    return cloud.with([
      { _id: 'near', at: new Geo.Point(116.01, 39) },
      { _id: 'here', at: new Geo.Point(116, 39) },
      { _id: 'far', at: new Geo.Point(117, 39) },
      { _id: 'nowhere' },
    ])
  }

  it('finds by distance, nearest first, and gives points back as points', async () => {
    const collection = await places()
    const { Geo } = cloud.db
    const query = {
      at: _.geoNear({ geometry: new Geo.Point(116.02, 39), maxDistance: 5000, minDistance: 0 }),
    }
    const found = await collection.where(query).get()
    expect(idsOf(found)).toEqual(['near', 'here'])
    expect((found.data[0] as { at: { longitude: number } }).at.longitude).toBe(116.01)
  })

  it('finds within an area and within a circle', async () => {
    const collection = await places()
    const { Geo } = cloud.db
    const ring = [
      [115, 38],
      [116.005, 38],
      [116.005, 40],
      [115, 40],
      [115, 38],
    ].map(([x, y]) => new Geo.Point(x!, y!))
    const { LineString, Polygon } = Geo as unknown as Record<
      string,
      new (parts: unknown[]) => never
    >
    const area = new Polygon!([new LineString!(ring)])
    expect(idsOf(await collection.where({ at: _.geoWithin({ geometry: area }) }).get())).toEqual([
      'here',
    ])
    expect(
      idsOf(await collection.where({ at: _.geoIntersects({ geometry: area }) }).get()),
    ).toEqual(['here'])
    const circle = _.geoWithin({ centerSphere: [[116, 39], 2 / 6378.1] } as never)
    expect(idsOf(await collection.where({ at: circle }).orderBy('_id', 'asc').get())).toEqual([
      'here',
      'near',
    ])
  })
})
