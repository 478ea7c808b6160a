import { batchActions } from './batch'
import { draftActions } from './draft'
import { ledgerBookActions } from './ledger'
import { organizationActions } from './organization'
import { roundActions } from './rounds'
import { siteListActions } from './sites'

export const documentsActions = {
  ...batchActions,
  ...draftActions,
  ...ledgerBookActions,
  ...organizationActions,
  ...roundActions,
  ...siteListActions,
} as const
