import { batchActions } from './batch'
import { draftActions } from './draft'
import { organizationActions } from './organization'
import { roundActions } from './rounds'
import { siteListActions } from './sites'

export const documentsActions = {
  ...batchActions,
  ...draftActions,
  ...organizationActions,
  ...roundActions,
  ...siteListActions,
} as const
