import { rememberedAs, whyNotRemember } from '@/domain/import/printed-name'
import type { Unit } from '@/domain/organization/unit'
import { actor, city, county } from '../actors'

const unit: Unit = {
  id: 'water',
  name: '市水务局',
  kind: 'department',
  regionCode: city,
  aliases: ['水务局'],
  phone: null,
}
const office = actor('coordinator')

describe('a name as a list prints it', () => {
  it('is remembered by the office of the unit, where the list has it and nobody is known by it', () => {
    const why = (printed: string, of: Unit | undefined, by = office) =>
      whyNotRemember(['水利局'], printed, of, by)
    expect(why('水利局', unit)).toBeNull()
    expect(why('别的局', unit)).toEqual({ code: 'THING.CHANGED', fields: ['named'] })
    expect(why('水利局', undefined)).toEqual({ code: 'THING.NOT_FOUND', fields: ['named'] })
    const ofCounty = actor('coordinator', { regionCode: county })
    expect(why('水利局', unit, ofCounty)).toEqual({ code: 'ACCESS.REGION', fields: ['named'] })
  })

  it('is another name of the unit, once', () => {
    expect(rememberedAs(unit, '水利局').aliases).toEqual(['水务局', '水利局'])
    expect(rememberedAs(unit, '水务局')).toBe(unit)
    expect(rememberedAs(unit, '市水务局')).toBe(unit)
  })
})
