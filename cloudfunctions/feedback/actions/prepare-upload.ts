import { beijingInstant } from '@/domain/calendar/day'
import type { Role } from '@/domain/organization/role'
import { typeOfMime } from '../../_files/file-types'
import { uploadKinds } from '../../_files/upload-kinds'
import type { Call, Handler } from '../../_kit/handler'
import type { Parts } from '../parts'
import type { Transaction } from '../../_stores/transaction'
import { ownerKeyOf } from '../../_stores/attached-files'

/** Who answers for an office has as many files as the matter asks for. */
const reporters: readonly Role[] = ['resident', 'villageOfficer']

type Deps = Pick<Parts, 'uploads' | 'cipher' | 'quotas'>

const countIt = ({ quotas }: Deps, { actor: { personId, role }, now, enter }: Call) => {
  if (personId !== null && !reporters.includes(role)) return async () => undefined
  const quota = personId === null ? 'anonymousUpload' : 'upload'
  const take = quotas.take({ quota, by: personId, now })
  return async (transaction: Transaction): Promise<void> => {
    await enter?.(transaction)
    await take(transaction)
  }
}

const kindOf = (type: ReturnType<typeof typeOfMime>) =>
  type !== null && uploadKinds.voice.types.includes(type) ? 'voice' : 'photo'

/**
 * Where to put photos and a voice note: one announcement for all of a report. Nothing of them counts
 * before it is confirmed. Announced again by the same call, the same places are answered.
 */
export const prepareUpload =
  (deps: Deps): Handler<'feedback.prepareUpload'> =>
  async (input, call) => {
    const announced = input.files.map(({ type: mime, size }, index) => {
      const type = typeOfMime(mime)
      const fields = { type: `files.${index}.type`, size: `files.${index}.size` }
      return { kind: kindOf(type), type, size, fields } as const
    })
    const owner = { key: ownerKeyOf(deps.cipher, call.actor), at: beijingInstant(call.today) }
    const targets = await deps.uploads.announce(announced, owner, call, countIt(deps, call))
    return { targets }
  }
