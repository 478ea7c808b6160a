import type { ActionName } from '@/contract/actions'
import { villageCode } from '../feedback/desk'
import { regions, units } from '../../support/organization'
import type { Arrange } from './world'

type Ours = Extract<ActionName, `identity.${string}`>

// Of a unit that does none of the work: whoever takes it decides on that as before.
const invitation = {
  role: 'unitStaff',
  unitKey: 'farming-maonan',
  regionCode: '440902',
  name: '新同事',
} as const

export const onOrganization: { readonly [N in Ours]: Arrange<N> } = {
  'identity.whoAmI': async () => ({ by: 'housingStaff', input: {} }),
  'identity.setVillage': async () => ({ by: 'reporter', input: { regionCode: villageCode } }),
  'identity.listUnits': async () => ({ by: 'coordinator', input: { query: '水务' } }),
  'identity.getUnit': async () => ({ by: 'administrator', input: { unitId: 'housing' } }),
  'identity.getWatch': async () => ({ by: 'administrator', input: {} }),
  'identity.getSettings': async () => ({ by: 'administrator', input: {} }),
  'identity.changeSettings': async ({ ok }) => {
    const { latest } = await ok('administrator', 'identity.getSettings', {})
    const changes = [{ name: 'farPhotoMetres' as const, values: [600] }]
    return { by: 'administrator', input: { version: latest.version, changes } }
  },
  'identity.importOrganization': async ({ fresh }) => ({
    by: 'administrator',
    input: {
      regions: [{ ...regions[5]!, name: fresh('新村') }],
      units: [{ ...units[3]!, key: fresh('bureau') }],
    },
  }),
  'identity.invite': async () => ({ by: 'administrator', input: invitation }),
  'identity.invitePeople': async ({ fresh }) => ({
    by: 'administrator',
    input: {
      people: [
        { name: fresh('新同事'), phone: '13800000001', unitKey: 'water', role: 'unitStaff' },
        { name: fresh('新同事'), phone: '13800000002', unitKey: 'housing', role: 'unitLeader' },
      ],
    },
  }),
  'identity.acceptInvitation': async ({ ok }) => {
    const { code } = await ok('administrator', 'identity.invite', invitation)
    return { by: 'newcomer', input: { code } }
  },
  'identity.markEnforcement': async ({ ok, fresh }) => {
    const key = fresh('bureau')
    const table = { regions: [], units: [{ ...units[3]!, key }] }
    await ok('administrator', 'identity.importOrganization', table)
    return { by: 'administrator', input: { unitId: key, paper: '粤府令〔2019〕2号' } }
  },
  'identity.endMembership': async ({ ok }) => {
    const { code } = await ok('administrator', 'identity.invite', invitation)
    const { membership } = await ok('newcomer', 'identity.acceptInvitation', { code })
    return { by: 'administrator', input: { membershipId: membership.id } }
  },
  'identity.listLooks': async () => ({ by: 'reporter', input: {} }),
}
