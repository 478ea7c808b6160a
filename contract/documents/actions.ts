import { batchActions } from './batch'
import { draftActions } from './draft'
import { organizationActions } from './organization'
import { roundActions } from './rounds'

export const documentsActions = {
  ...batchActions,
  ...draftActions,
  ...organizationActions,
  ...roundActions,
} as const
