import type { Opinion } from '@/domain/opinion/opinion'
import { openWords as opened } from '@/domain/opinion/summary-transitions'
import { RuleError } from '@/domain/refusal'
import type { Handler } from '../../_kit/handler'
import { storedAt, storedText } from '../../_stores/stored'
import { summaryThing } from '../../_stores/summary-thing'
import type { Parts } from '../parts'
import { recordingsOf } from '../recordings'
import { digestOfSpoken, spokenOf } from '../../_stores/spoken'

type Deps = Pick<Parts, 'opinions' | 'organization' | 'writer' | 'cipher' | 'files'>

const wordsOf = ({ cipher }: Deps, { voice, said }: Opinion): string => {
  if (said === null) return ''
  const words = cipher.open(said)
  return voice === 'visit' ? storedText(storedAt(JSON.parse(words), 'words')) : words
}

/** Every word of this cycle, in an order that tells nothing; the look stands in the chain. */
export const openWords =
  (deps: Deps): Handler<'opinion.openWords'> =>
  async ({ summaryId }, call) => {
    const summary = await deps.opinions.findSummary(summaryId)
    if (!summary) throw new RuleError('THING.NOT_FOUND')
    const spoken = spokenOf(await deps.opinions.all(summary.askingId))
    const codes = spoken.flatMap(({ villageCode }) => villageCode ?? [])
    const regions = await deps.organization.regions([...new Set(codes)])
    const recordingOf = await recordingsOf(deps, spoken)
    const answer = {
      digest: digestOfSpoken(spoken),
      items: spoken.map((opinion) => ({
        voice: opinion.voice,
        villageName: regions.get(opinion.villageCode ?? '')?.name ?? '',
        satisfaction: opinion.satisfaction,
        words: wordsOf(deps, opinion),
        recording: recordingOf(opinion),
      })),
    }
    return deps.writer.write(call, async (acting) => {
      await acting.change(summaryThing, summaryId, 'openWords', (found, facts) => ({
        next: opened(found, call.actor, facts),
        changes: {},
      }))
      return answer
    })
  }
