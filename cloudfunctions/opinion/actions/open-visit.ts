import { openVisit as opened } from '@/domain/opinion/transitions'
import type { Handler } from '../../_kit/handler'
import { opinionThing } from '../../_stores/opinion-thing'
import { agreedVisit } from '../agreed-visit'
import type { Parts } from '../parts'
import { recordingsOf } from '../recordings'

type Deps = Pick<Parts, 'opinions' | 'organization' | 'writer' | 'cipher' | 'files'>

/** Words and phone, once the look stands in the chain. */
export const openVisit =
  ({ opinions, organization, writer, cipher, files }: Deps): Handler<'opinion.openVisit'> =>
  async ({ opinionId }, call) => {
    const { opinion, visit } = agreedVisit(await opinions.find(opinionId), call.actor)
    const { villageCode, said, satisfaction } = opinion
    const village = villageCode === null ? null : await organization.regions([villageCode])
    const recordingOf = await recordingsOf({ files }, [opinion])
    const answer = {
      villageName: (villageCode !== null && village?.get(villageCode)?.name) || '',
      satisfaction: satisfaction ?? 'unsatisfied',
      words: said === null ? '' : cipher.open(said),
      recording: recordingOf(opinion),
      phone: visit.phone === null ? '' : cipher.open(visit.phone),
    }
    return writer.write(call, async (acting) => {
      await acting.change(opinionThing, opinionId, 'openVisit', (found, facts) => ({
        next: opened(found, call.actor, facts),
        changes: {},
      }))
      return answer
    })
  }
