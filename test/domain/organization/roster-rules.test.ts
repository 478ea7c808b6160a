import type { Unit } from '@/domain/organization/unit'
import { type PersonAtUnit, whyNotOnRoster } from '@/domain/organization/roster-rules'
import { actor, city, county, otherCounty } from '../actors'

const unit = (id: string, change: Partial<Unit> = {}): Unit => ({
  id,
  name: id,
  kind: 'department',
  regionCode: county,
  aliases: [],
  phone: null,
  ...change,
})
const person = (change: Partial<PersonAtUnit> = {}): PersonAtUnit => ({
  name: '林一',
  phone: '13800000001',
  role: 'unitStaff',
  unit: unit('forestry'),
  ...change,
})
const administrator = actor('administrator', { regionCode: county })
const faultOf = (row: PersonAtUnit, ...earlier: PersonAtUnit[]) =>
  whyNotOnRoster(administrator, row, earlier)

describe('a person’s row of the workbook', () => {
  it('is taken where unit and role fit and nobody above has the telephone', () => {
    expect(faultOf(person())).toBeNull()
    expect(faultOf(person(), person({ name: '林二', phone: '13800000002' }))).toBeNull()
  })

  it('is the administrator’s of the region, and of a role that such a unit has', () => {
    const outside = { column: 'unit', code: 'outside' }
    expect(faultOf(person({ unit: unit('far', { regionCode: otherCounty }) }))).toEqual(outside)
    expect(whyNotOnRoster(actor('coordinator', { regionCode: city }), person(), [])).toEqual(
      outside,
    )
    expect(faultOf(person({ unit: unit('plant', { kind: 'enterprise' }) }))).toEqual({
      column: 'role',
      code: 'otherBody',
    })
  })

  it('is refused where the telephone is somebody else’s, however it is written', () => {
    const other = person({ name: '林二', phone: '138-0000-0001' })
    expect(faultOf(person(), other)).toEqual({ column: 'phone', code: 'phoneOfTwo' })
  })

  it('is refused the second time, and is no second time in another role or unit', () => {
    expect(faultOf(person(), person())).toEqual({ column: null, code: 'twice' })
    expect(faultOf(person(), person({ role: 'unitLeader' }))).toBeNull()
    expect(faultOf(person(), person({ unit: unit('water') }))).toBeNull()
  })

  it('is refused where nobody may have the role beside one above', () => {
    const auditor = person({ role: 'auditor' })
    expect(faultOf(person({ role: 'financeOfficer' }), auditor)).toEqual({
      column: 'role',
      code: 'neverBoth',
    })
    expect(faultOf(person({ role: 'publisher' }), auditor)).toBeNull()
  })
})
