import { markOf } from '@/domain/file/camera'
import { defaultSettings } from '@/domain/settings'

const now = Date.parse('2019-11-18T09:00:00+08:00')
const minute = 60_000
const place = { latitude: 21.66, longitude: 110.92, accuracy: 20 }
const markAt = (takenAt: number, phoneNow: number) =>
  markOf({ takenAt, place }, phoneNow, now, defaultSettings)

describe('the mark of a photo of the page’s own camera', () => {
  it('keeps when and where, as the phone tells', () => {
    expect(markAt(now - minute, now)).toEqual({ takenAt: now - minute, place, timeAgrees: true })
    const without = markOf({ takenAt: now, place: null }, now, now, defaultSettings)
    expect(without.place).toBeNull()
  })

  it('takes the time of a phone that is at most ten minutes off on arrival, whenever it was taken', () => {
    const yesterday = now - 24 * 60 * minute
    for (const off of [-10, 0, 10])
      expect(markAt(yesterday, now + off * minute).timeAgrees).toBe(true)
    for (const off of [-11, 11])
      expect(markAt(yesterday, now + off * minute).timeAgrees).toBe(false)
  })

  it('takes no time that is still to come, for the server and for the phone', () => {
    expect(markAt(now + 5 * minute, now + 5 * minute).timeAgrees).toBe(true)
    expect(markAt(now + 6 * minute, now + 5 * minute).timeAgrees).toBe(false)
  })
})
