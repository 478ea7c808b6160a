import { identityActions } from '@/contract/identity'
import { defaultSettings } from '@/domain/settings'
import { serve } from '../_kit/serve'
import { ConsentStore } from '../_stores/consent-store'
import { parseContext } from '../_stores/database'
import { FeedbackLookStore } from '../_stores/feedback-look-store'
import { InvitationStore } from '../_stores/invitation-store'
import { openStores } from '../_stores/open-stores'
import { templateIdsFrom } from '../_stores/template-ids'
import { acceptInvitation } from './actions/accept-invitation'
import { endMembership } from './actions/end-membership'
import { importOrganization } from './actions/import-organization'
import { invite } from './actions/invite'
import { listLooks } from './actions/list-looks'
import { listRegions } from './actions/list-regions'
import { listUnits } from './actions/list-units'
import { recordConsent } from './actions/record-consent'
import { setVillage } from './actions/set-village'
import { whoAmI } from './actions/who-am-i'
import { makeEnsureFirstAdministrator } from './first-administrator'
import { hostFrom } from './host'

const stores = openStores(process.env)
const deps = {
  ...stores,
  consents: new ConsentStore(stores.database),
  looks: new FeedbackLookStore(stores.database, stores.cipher),
  invitations: new InvitationStore(stores.writer),
  templateIds: templateIdsFrom(process.env),
  settings: defaultSettings,
  host: hostFrom(process.env),
}

export const main = serve<'identity'>({
  contracts: identityActions,
  people: stores.people,
  replies: stores.replies,
  parseContext,
  handlers: {
    'identity.whoAmI': whoAmI({
      ...deps,
      ensureFirstAdministrator: makeEnsureFirstAdministrator(deps, process.env),
    }),
    'identity.listRegions': listRegions(deps),
    'identity.setVillage': setVillage(deps),
    'identity.recordConsent': recordConsent(deps),
    'identity.listUnits': listUnits(deps),
    'identity.importOrganization': importOrganization(deps),
    'identity.invite': invite(deps),
    'identity.acceptInvitation': acceptInvitation(deps),
    'identity.endMembership': endMembership(deps),
    'identity.listLooks': listLooks(deps),
  },
})
