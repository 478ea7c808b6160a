import { whyNotManage } from '@/domain/organization/membership-rules'
import { refuseIf } from '@/domain/refusal'
import type { Uploads } from '../../_files/uploads'
import type { Handler } from '../../_kit/handler'
import { type PreviewParts, previewTables } from '../organization/preview-tables'
import { readWorkbook } from '../organization/read-workbook'

interface Deps extends PreviewParts {
  readonly uploads: Uploads
  readonly ownerKey: (personId: string) => string
}

/** What a workbook would change. The file lies where it was put until the sweep takes it away. */
export const readOrganization =
  (deps: Deps): Handler<'documents.readOrganization'> =>
  async ({ fileId }, { actor, now }) => {
    refuseIf(whyNotManage(actor, []))
    const ownerKey = deps.ownerKey(actor.personId!)
    const upload = { fileId, kinds: ['roster'] as const, ownerKey, field: 'fileId' }
    const { clean } = await deps.uploads.read(upload)
    return previewTables(deps, await readWorkbook(clean), actor, now)
  }
