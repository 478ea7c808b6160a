import type { Actor } from '@/domain/organization/actor'
import { type Rules, rulesOf, targetsOf } from '@/domain/workflow'
import { actor, resident } from './actors'

interface Lamp {
  readonly state: 'off' | 'on' | null
}
interface Facts {
  readonly hasPower: boolean
}

const rules: Rules<Lamp, Facts, 'make' | 'light' | 'clean'> = rulesOf({
  table: {
    make: { from: [null], to: 'off', by: ['boss'], needs: [] },
    light: { from: ['off'], to: 'on', by: ['ownUnit', 'boss'], needs: ['power'] },
    clean: { from: ['off', 'on'], to: null, by: ['ownUnit'], needs: [] },
  },
  parties: {
    ownUnit: ({ role, unitId }: Actor) => {
      if (role !== 'unitStaff') return 'ACCESS.ROLE'
      return unitId === 'own' ? null : 'ACCESS.UNIT'
    },
    boss: ({ role }: Actor) => (role === 'cityLeader' ? null : 'ACCESS.ROLE'),
  },
  needs: { power: (_lamp, { hasPower }) => (hasPower ? null : { code: 'THING.BUSY' }) },
})
const own = actor('unitStaff', { unitId: 'own' })
const foreign = actor('unitStaff', { unitId: 'foreign' })

describe('a workflow', () => {
  it('asks who before what: a stranger does not learn the state', () => {
    expect(rules.whyNot({ state: 'on' }, 'light', resident, { hasPower: false })).toEqual({
      code: 'ACCESS.ROLE',
    })
  })

  it('asks the state before the conditions', () => {
    expect(rules.whyNot({ state: 'on' }, 'light', own, { hasPower: false })).toEqual({
      code: 'THING.STATE',
    })
    expect(rules.whyNot({ state: 'off' }, 'light', own, { hasPower: false })).toEqual({
      code: 'THING.BUSY',
    })
    expect(rules.whyNot({ state: 'off' }, 'light', own, { hasPower: true })).toBeNull()
  })

  it('gives the most precise of several refusals', () => {
    expect(rules.whyNot({ state: 'off' }, 'light', foreign, { hasPower: true })).toEqual({
      code: 'ACCESS.UNIT',
    })
  })

  it('starts things that do not exist yet', () => {
    const boss = actor('cityLeader')
    expect(rules.whyNot({ state: null }, 'make', boss, { hasPower: true })).toBeNull()
    expect(rules.whyNot({ state: 'off' }, 'make', boss, { hasPower: true })).toEqual({
      code: 'THING.STATE',
    })
  })

  it('offers only what may be done now, and names what is missing for the rest', () => {
    const lamp: Lamp = { state: 'off' }
    expect(rules.allowed(lamp, own, { hasPower: true })).toEqual(['light', 'clean'])
    expect(rules.allowed(lamp, own, { hasPower: false })).toEqual(['clean'])
    expect(rules.open(lamp, own, { hasPower: false })).toEqual([
      { event: 'light', missing: { code: 'THING.BUSY' } },
      { event: 'clean', missing: null },
    ])
  })

  it('leads where its row says: to one state, to several, by where it was, or nowhere', () => {
    const row = { from: ['off', 'on'], by: [], needs: [] } as const
    expect(targetsOf({ ...row, to: 'on' }, 'off')).toEqual(['on'])
    expect(targetsOf({ ...row, to: null }, 'off')).toEqual(['off'])
    expect(targetsOf({ ...row, to: ['on', 'off'] }, 'off')).toEqual(['on', 'off'])
    expect(targetsOf({ ...row, to: { off: 'on', on: 'off' } }, 'on')).toEqual(['off'])
    expect(targetsOf<'off' | 'on'>({ ...row, to: { off: 'on' } }, 'on')).toEqual([])
  })
})
