import { giveCollective as given } from '@/domain/opinion/transitions'
import type { Handler } from '../../_kit/handler'
import { requireFiles } from '../../_stores/attached-files'
import { opinionThing } from '../../_stores/opinion-thing'
import { requireCollective, villageHeard } from '../collective'
import type { Parts } from '../parts'

type Deps = Pick<Parts, 'writer' | 'cipher' | 'records'>

/** 支部、村委会说看法, from the body itself or recorded from paper by the office. */
export const giveCollective =
  ({ writer, cipher, records }: Deps): Handler<'opinion.giveCollective'> =>
  async ({ opinionId, satisfaction, words, meetingOn, present, minutesIds }, call) => {
    const wanted = [{ fileIds: minutesIds, kind: 'photo' as const, field: 'minutesIds' }]
    const files = await requireFiles({ records, cipher }, wanted, call.actor, opinionId)
    const attach = records.attach(files, opinionId)
    const said = cipher.seal(words)
    const meeting = { on: meetingOn, present, minutesIds }
    return writer.act(opinionThing, call, opinionId, 'giveCollective', (opinion, facts) => ({
      next: given(requireCollective(opinion), { satisfaction, said, meeting }, call.actor, facts),
      changes: {
        meetingOn,
        present,
        files: files.map(({ sha256 }) => sha256),
        said: cipher.blind(`${opinionId} ${satisfaction} ${words}`),
      },
      also: async (acting) => {
        await attach(acting.transaction)
        await villageHeard(opinion)(acting)
      },
    }))
  }
