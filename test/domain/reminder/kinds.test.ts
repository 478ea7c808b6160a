import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { objectionEvents } from '@/domain/objection/workflow'
import { feedbackEvents } from '@/domain/feedback/workflow'
import { summaryEvents } from '@/domain/opinion/summary-workflow'
import { obligationKinds, owedKinds } from '@/domain/reminder/kinds'
import { eventsOfTask } from '@/domain/task/events'
import { eventsOfTimeline } from '@/domain/timeline/events'
import { visitEvents } from '@/domain/visit/workflow'

const root = path.resolve(__dirname, '../../..')
const sources = ['domain', 'contract', 'copy', 'cloudfunctions', 'src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.join(folder, file)),
)

/** Files that name a kind in their code. */
const filesNaming = (kind: string): string[] =>
  sources.filter((file) => {
    const code = readFileSync(path.join(root, file), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, '')
    return new RegExp(`'${kind}'|^\\s+${kind}: \\{ ?(plan|name|$)`, 'm').test(code)
  })

describe('the table of what is owed', () => {
  it('is all a new dated thing touches, beside the `owed.ts` that gives its rows', () => {
    const events: readonly string[] = [
      ...eventsOfTask,
      ...feedbackEvents,
      ...objectionEvents,
      ...summaryEvents,
      ...eventsOfTimeline,
      ...visitEvents,
    ]
    // The title of `admitFeedback` tells no number, the system's turn counts from the last reminder of
    // `answerTimeline`, a milestone is also a part of a task, a second look also a state.
    const alsoOtherwise = ['admitFeedback', 'answerTimeline', 'milestone', 'secondLook']
    const ownNames = obligationKinds.filter(
      (kind) => !events.includes(kind) && !alsoOtherwise.includes(kind),
    )
    expect(ownNames.length).toBeGreaterThan(10)
    for (const kind of ownNames) {
      const [table, ...owed] = filesNaming(kind).sort((a) => (a.endsWith('kinds.ts') ? -1 : 1))
      expect([kind, table]).toEqual([kind, 'domain/reminder/kinds.ts'])
      // What nothing else names is made for every context that is out of names.
      const givers =
        kind === 'moveOn'
          ? /reminder\/obligation-context\.ts$/
          : /^domain\/\w+\/([\w-]+-)?owed\.ts$/
      expect([kind, owed.filter((file) => !givers.test(file))]).toEqual([kind, []])
      expect([kind, owed.length > 0]).toEqual([kind, true])
    }
  })

  it('names pages that there are', () => {
    const pages = obligationKinds.flatMap((kind) => owedKinds[kind].page ?? [])
    expect(pages.length).toBeGreaterThan(5)
    for (const page of pages)
      expect(sources).toContain(path.join('src/subpackages', page, 'index.tsx'))
  })

  it('names each thing and its verb in few characters', () => {
    for (const kind of obligationKinds) {
      const { name, verb } = owedKinds[kind]
      expect([kind, name.length > 0 && name.length <= 6]).toEqual([kind, true])
      expect([kind, verb.length > 0 && verb.length <= 3]).toEqual([kind, true])
    }
  })
})
