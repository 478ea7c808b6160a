import { refuseIf } from '@/domain/refusal'
import { whyNotVisit } from '@/domain/visit/workflow'
import { typeOfName } from '../../_files/file-types'
import type { Handler } from '../../_kit/handler'
import { visitThing } from '../../_stores/visit-thing'
import type { Parts } from '../parts'
import { recordOwnerKey } from '../visits/record-files'
import { requireVisit } from '../visits/require-visit'

type Deps = Pick<Parts, 'writer' | 'visits' | 'uploads' | 'cipher'>

/** Where the body puts a photo or the record on paper. It counts once it is sent with the record. */
export const prepareVisitUpload =
  (deps: Deps): Handler<'enterprise.prepareVisitUpload'> =>
  async ({ visitId, fileName, size }, call) => {
    const { visit } = await requireVisit(deps, visitId, call.actor)
    const facts = deps.writer.factsOf(visitThing, visit, call)
    refuseIf(whyNotVisit(visit, 'recordVisit', call.actor, facts))
    const fields = { type: 'fileName', size: 'size' }
    const key = recordOwnerKey(deps.cipher, visitId, visit.bodyId)
    const [target] = await deps.uploads.announce(
      [{ kind: 'visitRecord', type: typeOfName(fileName), size, fields }],
      { key, at: call.now },
      call,
    )
    return { target: target! }
  }
