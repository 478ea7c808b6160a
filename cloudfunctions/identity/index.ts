import { identityActions } from '@/contract/identity/actions'
import { obligationTitle } from '@/copy/obligation-title'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { ConsentStore } from '../_stores/consent-store'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FeedbackLookStore } from '../_stores/feedback-look-store'
import { MemberStore } from '../_stores/member-store'
import { MembershipStore } from '../_stores/membership-store'
import { openStores } from '../_stores/open-stores'
import { RosterInvitations } from '../_stores/roster-invitations'
import { templateIdsFrom } from '../_stores/template-ids'
import { acceptInvitation } from './actions/accept-invitation'
import { endMembership } from './actions/end-membership'
import { changeSettings } from './actions/change-settings'
import { getSettings } from './actions/get-settings'
import { getUnit } from './actions/get-unit'
import { getWatch } from './actions/get-watch'
import { importOrganization } from './actions/import-organization'
import { invite } from './actions/invite'
import { invitePeople } from './actions/invite-people'
import { listLooks } from './actions/list-looks'
import { markEnforcement } from './actions/mark-enforcement'
import { listUnits } from './actions/list-units'
import { setVillage } from './actions/set-village'
import { whoAmI } from './actions/who-am-i'
import { makeWithFirstAdministrator } from './first-administrator'
import { hostFrom } from './host'

const env = environmentFrom(process.env, [
  ...ofEveryFunction,
  'CITY_NAME',
  'HOST_NAME',
  'FILING_NUMBER',
  'COMPLAINT_PHONE',
  'FIRST_ADMINISTRATOR',
  'TEMPLATE_ANSWER_READY',
  'TEMPLATE_DEADLINE',
  'TEMPLATE_TIMELINE',
])
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})
const deps = {
  ...stores,
  consents: new ConsentStore(stores.database),
  looks: new FeedbackLookStore(stores.database, stores.cipher),
  memberships: new MembershipStore(stores.cipher),
  members: new MemberStore(stores.database),
  roster: new RosterInvitations(stores.database, stores.cipher),
  templateIds: templateIdsFrom(env),
  host: hostFrom(env),
}

export const main = serve<'identity'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  contracts: identityActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'identity.whoAmI': whoAmI({
      ...deps,
      withFirstAdministrator: makeWithFirstAdministrator(deps, env),
    }),
    'identity.setVillage': setVillage(deps),
    'identity.listUnits': listUnits(deps),
    'identity.getUnit': getUnit(deps),
    'identity.getWatch': getWatch(deps),
    'identity.getSettings': getSettings(deps),
    'identity.changeSettings': changeSettings(deps),
    'identity.importOrganization': importOrganization(deps),
    'identity.invite': invite(deps),
    'identity.invitePeople': invitePeople(deps),
    'identity.acceptInvitation': acceptInvitation(deps),
    'identity.markEnforcement': markEnforcement(deps),
    'identity.endMembership': endMembership(deps),
    'identity.listLooks': listLooks(deps),
  },
})
