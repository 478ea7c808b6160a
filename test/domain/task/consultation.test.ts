import { type Consultation, silentPartiesOf } from '@/domain/task/consultation'
import { addWorkingDays } from '@/domain/calendar/work-calendar'
import { actor, village } from '../actors'
import { draftOpinion } from '../builders'
import { defaultSettings } from '@/domain/settings'
import { on } from '../calendars'
import { attempt, type Attempt } from './attempt'

const office = actor('coordinator')
const plant = actor('enterpriseAgent', { unitId: 'plant' })
const { today, calendar } = on('2018-06-04')
const settings = defaultSettings
const firstDay = addWorkingDays(today, settings.consultWorkingDays, calendar).on
const dayBefore = addWorkingDays(today, settings.consultWorkingDays - 1, calendar).on

const consultation = (more: Partial<Consultation> = {}): Consultation => ({
  askedOn: '2018-05-25',
  dueOn: '2018-06-08',
  villageCodes: [village],
  enterpriseIds: ['plant'],
  bodies: [
    { unitId: 'branch', villageCode: village },
    { unitId: 'plant', villageCode: null },
  ],
  opinions: [],
  ...more,
})
const asked = (more: Partial<Consultation> = {}) => ({ consultation: consultation(more) })
const tryTo = (event: Attempt['event'], by: Attempt['by'], more: Partial<Attempt> = {}) =>
  attempt({ event, state: 'consulting', by, of: asked(), ...more })

describe('asking villages and firms about the draft', () => {
  const ask = (on: string, of: Attempt['of'] = { enterpriseIds: ['plant'] }) =>
    attempt({ event: 'consult', state: 'draft', by: office, given: { on }, of })

  it('asks somebody, and leaves them the working days there have to be', () => {
    expect(ask(firstDay)).toBeNull()
    expect(ask(dayBefore)).toBe('TASK.CONSULT_DAY')
    expect(ask(firstDay, {})).toBe('TASK.NOBODY_CONSULTED')
  })

  it('is taken back while nobody has spoken', () => {
    expect(tryTo('withdrawConsult', office)).toBeNull()
    const said = asked({ opinions: [draftOpinion()] })
    expect(tryTo('withdrawConsult', office, { of: said })).toBe('TASK.NEXT_STEP_TAKEN')
  })
})

describe('what is said of the draft', () => {
  const agrees = { party: 'plant', agrees: true }

  it('is the own word of who was asked, with what should be otherwise', () => {
    expect(tryTo('sayOnDraft', plant, { given: agrees })).toBeNull()
    const differs = { party: 'plant', agrees: false }
    expect(tryTo('sayOnDraft', plant, { given: differs })).toBe('TASK.WORDS_REQUIRED')
    expect(tryTo('sayOnDraft', plant, { given: { ...differs, words: '太早' } })).toBeNull()
    expect(tryTo('sayOnDraft', plant, { given: { ...agrees, party: 'other-plant' } })).toBe(
      'THING.NOT_FOUND',
    )
  })

  it('is recorded by the office with the number of the paper', () => {
    expect(tryTo('sayOnDraft', office, { given: agrees })).toBe('TASK.PAPER_NUMBER_REQUIRED')
    expect(tryTo('sayOnDraft', office, { given: { ...agrees, paperNumber: '3' } })).toBeNull()
  })

  it('is changed until it was answered, each record apart', () => {
    const answer = { adopted: true, reason: '有道理', on: '2018-06-01' }
    const typed = asked({ opinions: [draftOpinion({ answer })] })
    expect(tryTo('sayOnDraft', plant, { given: agrees, of: typed })).toBe('TASK.NEXT_STEP_TAKEN')
    const onPaper = { ...agrees, paperNumber: '3' }
    expect(tryTo('sayOnDraft', office, { given: onPaper, of: typed })).toBeNull()
    const paper = asked({ opinions: [draftOpinion({ unitId: null, answer })] })
    expect(tryTo('sayOnDraft', office, { given: onPaper, of: paper })).toBe('TASK.NEXT_STEP_TAKEN')
    const open = asked({ opinions: [draftOpinion()] })
    expect(tryTo('sayOnDraft', plant, { given: agrees, of: open })).toBeNull()
  })

  it('is answered with a reason once there is something', () => {
    const given = { reason: '有道理' }
    expect(tryTo('answerDraftOpinion', office, { given })).toBe('THING.STATE')
    const said = asked({ opinions: [draftOpinion()] })
    expect(tryTo('answerDraftOpinion', office, { given, of: said })).toBeNull()
    expect(tryTo('answerDraftOpinion', office, { of: said })).toBe('TASK.REASON_REQUIRED')
  })
})

describe('the assignment after it', () => {
  const assign = (of: Attempt['of']) => tryTo('assign', office, { of })

  it('waits for everybody or for the last day, and for every answer', () => {
    expect(assign(asked())).toBe('TASK.CONSULT_RUNNING')
    expect(assign(asked({ dueOn: '2018-06-04' }))).toBe('TASK.CONSULT_RUNNING')
    expect(assign(asked({ dueOn: '2018-06-03' }))).toBeNull()
    const agreed = [draftOpinion({ agrees: true }), draftOpinion({ party: village, agrees: true })]
    expect(assign(asked({ opinions: agreed }))).toBeNull()
    const differs = [agreed[0]!, draftOpinion({ party: village })]
    expect(assign(asked({ opinions: differs }))).toBe('TASK.CONSULT_UNANSWERED')
  })

  it('names who was silent', () => {
    expect(silentPartiesOf(consultation())).toEqual([village, 'plant'])
    expect(silentPartiesOf(consultation({ opinions: [draftOpinion()] }))).toEqual([village])
  })
})

describe('what is brought without saying of whom', () => {
  it('is about nobody, and an asking without a day leaves no time', () => {
    expect(tryTo('sayOnDraft', office, { given: { agrees: true } })).toBe('THING.NOT_FOUND')
    const ask = { event: 'consult', state: 'draft', by: office, given: {} } as const
    expect(attempt({ ...ask, of: { enterpriseIds: ['plant'] } })).toBe('TASK.CONSULT_DAY')
  })
})
