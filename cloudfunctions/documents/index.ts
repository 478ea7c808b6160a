import { obligationTitle } from '@/copy/obligation-title'
import { documentsActions } from '@/contract/documents/actions'
import { Uploads } from '../_files/uploads'
import { serve } from '../_kit/serve'
import { workCalendar } from '../_kit/work-calendar'
import { BatchStore } from '../_stores/batch-store'
import { parseContext } from '../_stores/database'
import { environmentFrom, ofEveryFunction } from '../_stores/environment'
import { FileRecordStore } from '../_stores/file-record-store'
import { MemberStore } from '../_stores/member-store'
import { MembershipStore } from '../_stores/membership-store'
import { openStores } from '../_stores/open-stores'
import { RosterInvitations } from '../_stores/roster-invitations'
import { RoundStore } from '../_stores/round-store'
import { TaskStore } from '../_stores/task-store'
import { commitBatch } from './actions/commit-batch'
import { confirmDraft } from './actions/confirm-draft'
import { discardBatch } from './actions/discard-batch'
import { editDraft } from './actions/edit-draft'
import { exportLedger } from './actions/export-ledger'
import { getBatch } from './actions/get-batch'
import { getDraft } from './actions/get-draft'
import { listBatches } from './actions/list-batches'
import { mergeDrafts } from './actions/merge-drafts'
import { prepareUpload } from './actions/prepare-upload'
import { readOrganization } from './actions/read-organization'
import { prepareSiteUpload, readSites, takeSiteTemplate } from './actions/site-list'
import { splitDraft } from './actions/split-draft'
import { startImport } from './actions/start-import'
import { takeOrganizationTemplate } from './actions/take-organization-template'
import { getRound } from './actions/get-round'
import { listRounds } from './actions/list-rounds'
import { changeRound, registerRound } from './actions/write-round'
import { readList } from './read-list'

const env = environmentFrom(process.env, ofEveryFunction)
const stores = openStores(env, {
  calendar: workCalendar,
  title: obligationTitle,
})

const fileRecords = new FileRecordStore(stores.database)
const deps = {
  ...stores,
  batches: new BatchStore(stores.writer),
  rounds: new RoundStore(stores.writer),
  tasks: new TaskStore(stores.database),
  fileRecords,
  uploads: new Uploads({ ...stores, records: fileRecords }),
  ownerKey: (personId: string) => stores.cipher.blind(`list ${personId}`),
  members: new MemberStore(stores.database),
  memberships: new MembershipStore(stores.cipher),
  roster: new RosterInvitations(stores.database, stores.cipher),
  readList,
  cityRegion: stores.city,
}

export const main = serve<'documents'>({
  gate: stores.gate,
  settings: stores.settings,
  watch: stores.watch,
  contracts: documentsActions,
  handlers: {
    'documents.prepareUpload': prepareUpload(deps),
    'documents.readOrganization': readOrganization(deps),
    'documents.takeOrganizationTemplate': takeOrganizationTemplate(deps),
    'documents.prepareSiteUpload': prepareSiteUpload(deps),
    'documents.readSites': readSites(deps),
    'documents.takeSiteTemplate': takeSiteTemplate(deps),
    'documents.exportLedger': exportLedger(deps),
    'documents.startImport': startImport(deps),
    'documents.listBatches': listBatches(deps),
    'documents.getBatch': getBatch(deps),
    'documents.getDraft': getDraft(deps),
    'documents.editDraft': editDraft(deps),
    'documents.confirmDraft': confirmDraft(deps),
    'documents.mergeDrafts': mergeDrafts(deps),
    'documents.splitDraft': splitDraft(deps),
    'documents.commitBatch': commitBatch(deps),
    'documents.discardBatch': discardBatch(deps),
    'documents.listRounds': listRounds(deps),
    'documents.getRound': getRound(deps),
    'documents.registerRound': registerRound(deps),
    'documents.changeRound': changeRound(deps),
  },
  people: stores.people,
  replies: stores.replies,
  parseContext,
})
