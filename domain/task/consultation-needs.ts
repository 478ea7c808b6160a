import { limitFrom } from '../calendar/period'
import { isFilled } from '../given'
import { brought, type TaskNeedRule, unless } from './condition'
import { isConsultationOver, isUnanswered, partiesOf } from './consultation'

/** What 征求意见 asks for, and what the assignment after it waits for. */
export const consultationNeeds = {
  consultationOver: ({ state, consultation }, { today }) => {
    if (state !== 'consulting' || !consultation) return null
    if (!isConsultationOver(consultation, today)) return { code: 'TASK.CONSULT_RUNNING' }
    return unless(!consultation.opinions.some(isUnanswered), 'TASK.CONSULT_UNANSWERED')
  },
  // consult
  somebodyToConsult: brought(
    (_given, task) => partiesOf(task).length > 0,
    'TASK.NOBODY_CONSULTED',
    ['villageCodes', 'enterpriseIds'],
  ),
  answerDay: brought(
    ({ on }, _task, facts) => (on ?? '') >= limitFrom(facts.today, 'consultWorkingDays', facts).on,
    'TASK.CONSULT_DAY',
    ['dueOn'],
  ),
  nobodySpoke: ({ consultation }) => unless(!consultation?.opinions.length, 'TASK.NEXT_STEP_TAKEN'),
  somethingSaid: ({ consultation }) => unless(!!consultation?.opinions.length, 'THING.STATE'),
  // Who acts for a body says its own; the office names the paper and whose it is.
  consultedParty: ({ consultation }, { given }, { role }) => {
    if (given === undefined) return null
    if (!consultation || !partiesOf(consultation).includes(given.party ?? ''))
      return { code: 'THING.NOT_FOUND', fields: ['party'] }
    const isNamed = role !== 'coordinator' || isFilled(given.paperNumber)
    return unless(isNamed, 'TASK.PAPER_NUMBER_REQUIRED', ['paperNumber'])
  },
  wordsOrAgreed: brought(
    ({ agrees, words }) => agrees === true || isFilled(words),
    'TASK.WORDS_REQUIRED',
    ['words'],
  ),
  notAnsweredYet: ({ consultation }, { given }, { role, unitId }) => {
    const own = consultation?.opinions.find((opinion) =>
      role === 'coordinator'
        ? opinion.unitId === null && opinion.party === given?.party
        : opinion.unitId === unitId,
    )
    return unless(!own?.answer, 'TASK.NEXT_STEP_TAKEN')
  },
} as const satisfies Record<string, TaskNeedRule>
