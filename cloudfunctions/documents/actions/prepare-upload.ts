import { whyNotSee } from '@/domain/import/batch'
import { refuseIf } from '@/domain/refusal'
import { typeOfName } from '../../_files/file-types'
import type { Uploads } from '../../_files/uploads'
import type { Handler } from '../../_kit/handler'

interface Deps {
  readonly uploads: Uploads
  readonly ownerKey: (personId: string) => string
}

/**
 * A list of the office, or the administrator's workbook of units and people. The name, the announced size and the place are checked here; the content when it is
 * read.
 */
export const prepareUpload =
  ({ uploads, ownerKey }: Deps): Handler<'documents.prepareUpload'> =>
  async ({ fileName, size }, call) => {
    const { actor, now } = call
    const kind = actor.role === 'administrator' ? 'roster' : 'list'
    if (kind === 'list') refuseIf(whyNotSee(actor.regionCode ?? '', actor))
    const fields = { type: 'fileName', size: 'size' }
    const [target] = await uploads.announce(
      [{ kind, type: typeOfName(fileName), size, fields }],
      { key: ownerKey(actor.personId!), at: now },
      call,
    )
    return { target: target! }
  }
