import { consultWords } from '@/copy/consult'
import { fieldName, reviewWords } from '@/copy/import-review'
import { roleNames } from '@/copy/identity'
import { peopleWords } from '@/copy/people'
import { anonymousWords, reportWords } from '@/copy/report'
import type { Person } from './person'

export interface Way {
  readonly who: 'office' | 'administrator' | 'nameless'
  /** As a row of the walk's table. */
  readonly route: string
  /** What they do there. @param sees looks at the sheet that is open by now */
  walk(person: Person, sees: () => Promise<void>): Promise<void>
}

/** To the sheets that a choice or a word comes before: no tap on a page as it comes opens them. */
export const ways: readonly Way[] = [
  {
    who: 'office',
    route: 'subpackages/unit/consult?:task.answerDraftOpinion',
    walk: async (person, sees) => {
      await person.taps(consultWords.adopted)
      await person.taps(consultWords.measure)
      await sees()
    },
  },
  {
    who: 'administrator',
    route: 'subpackages/office/people',
    walk: async (person, sees) => {
      await person.presses(peopleWords.choose)
      await person.taps('市水务局')
      await person.presses(peopleWords.invite)
      await sees()
      await person.types(peopleWords.inviteName, '新来的')
      await person.taps(roleNames.unitStaff)
      await person.presses(peopleWords.send)
      await person.reads(peopleWords.howTo)
      await sees()
    },
  },
  {
    who: 'office',
    route: 'subpackages/office/import?:batch.parsed&at=1',
    walk: async (person, sees) => {
      await person.taps(reviewWords.unfold)
      for (const field of ['category', 'problem'] as const) {
        await person.presses(reviewWords.edit(fieldName(field)))
        await sees()
        await person.page.keyboard.press('Escape')
      }
    },
  },
  {
    who: 'nameless',
    route: 'pages/report',
    walk: async (person, sees) => {
      await person.types(reportWords.ask, '沟里的水发黑，不敢说是谁。')
      await person.taps(reportWords.anonymous)
      await person.presses(reportWords.submit)
      await person.reads(/^已收到，最迟/)
      await person.opens('pages/my-reports/index')
      await person.taps(anonymousWords.forget)
      await sees()
    },
  },
]
