import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { dueDay } from '@/copy/moment'
import { isNextDueProvisional } from '@/domain/feedback/limits'
import { rate } from '@/domain/feedback/transitions'
import type { Obligation } from '@/domain/reminder/obligation'
import { obligationsOfFeedback } from '@/domain/feedback/owed'
import { obligationsOfTask } from '@/domain/task/owed'
import { obligationsOfTimeline } from '@/domain/timeline/owed'
import { newAssignment, signFor } from '@/domain/task/assignment-transitions'
import { askExtension } from '@/domain/task/extension-transitions'
import { admitObjection, lodgeObjection } from '@/domain/objection/transitions'
import { mediate, newTimeline, propose, refer } from '@/domain/timeline/transitions'
import { actor, city, county, resident, staffOf, village } from '../actors'
import {
  assignment,
  dates,
  feedback,
  objectedTask,
  planned,
  task,
  timeline,
  goingOn,
} from '../builders'
import { calendarOf, on } from '../calendars'

/** The holidays of 2019 are not published; 2018 ends on a Monday. */
const until2018 = calendarOf({}, (year) => year <= 2018)
const late = on('2018-12-27', until2018)
const early = on('2018-06-04', until2018)
const office = actor('coordinator')

describe('a due day counted over an unpublished year says 暂定', () => {
  const lodged = (days: typeof late) =>
    lodgeObjection(
      { id: 'o1', taskId: 't1', ground: 'other', words: 'x', contactPhone: '1' },
      objectedTask({ notice: { from: days.today, workingDays: 10 } }),
      resident,
      days,
    )
  const pending = task({ state: 'assigned', assignments: [assignment('lead', {})] })
  const running = task({ state: 'inProgress', assignments: [planned('lead')] })
  const answered = feedback({
    state: 'answered',
    answeredOn: '2018-06-01',
    regionCode: village,
    answers: [],
  })
  const asked = { id: 'e1', part: { kind: 'task' }, reason: 'x', plan: 'y' } as const
  const talks = (days: typeof late) => ({ ...days, at: 0, regionCodes: [county], work: goingOn })
  const open = timeline({ state: 'proposed' })
  const offer = { dates: dates('2018-12-30', '2018-12-30'), reason: 'no' }

  it.each([
    ['sign for', (days) => newAssignment('lead', days).signDueProvisional],
    [
      'plan',
      (days) =>
        signFor(pending, { person: 'a', phone: '1' }, staffOf('lead'), days).assignments[0]
          ?.planDueProvisional,
    ],
    ['admit an objection', (days) => lodged(days).dueProvisional],
    [
      'reply to an objection',
      (days) => admitObjection({ ...lodged(days), summary: 'x' }, office, days).dueProvisional,
    ],
    [
      'decide on more time',
      (days) =>
        askExtension(running, { ...asked, to: '2019-12-31' }, staffOf('lead'), days).extensions[0]
          ?.decideDueProvisional,
    ],
    [
      'second look',
      (days) => {
        const facts = { ...days, isReporter: true }
        const again = rate(answered, { rating: 'notDone', words: 'x' }, resident, facts)
        return isNextDueProvisional(again)
      },
    ],
    [
      'answer a proposal',
      (days) =>
        propose(newTimeline({ ...open, latestOn: null }), offer, staffOf(open.unitId), talks(days))
          .answerDueProvisional,
    ],
    [
      'mediate',
      (days) =>
        refer(open, { reason: 'x' }, staffOf(open.unitId), talks(days)).answerDueProvisional,
    ],
    [
      'sign the mediation',
      (days) => {
        const referred = { ...open, state: 'referred' as const, latestOn: null }
        return mediate(referred, offer, office, talks(days)).answerDueProvisional
      },
    ],
  ] as readonly (readonly [string, (days: typeof late) => boolean | undefined])[])(
    'to %s',
    (_what, isProvisional) => {
      expect(isProvisional(late)).toBe(true)
      expect(isProvisional(early)).toBe(false)
    },
  )

  const marks = (obligations: readonly Obligation[]) =>
    Object.fromEntries(obligations.map(({ kind, provisional }) => [kind, provisional]))
  const none = { since: '2018-12-27', release: { secrecy: null, openness: null } }
  const context = { ...late, rootRegion: city }

  it('in what is owed: as stored, and where it is counted from a day', () => {
    const shares = [
      assignment('lead', { signDueOn: '2019-01-02', signDueProvisional: true }),
      assignment('a', { state: 'returned', signDueOn: '2018-12-28', signDueProvisional: false }),
      assignment('b', { state: 'signedFor', planDueOn: '2019-01-10', planDueProvisional: true }),
      assignment('c', { state: 'planSubmitted', planSubmittedOn: '2018-12-27' }),
    ]
    const of = task({ state: 'assigned', assignments: shares })
    expect(marks(obligationsOfTask(of, none, context))).toEqual({
      signFor: true,
      reassign: true,
      submitPlan: true,
      approvePlan: true,
      finishTask: false,
      checkSecrecy: false,
    })
    expect(marks(obligationsOfTask(task({ state: 'draft' }), none, context))).toEqual({
      moveOn: true,
    })
    const extended = askExtension(running, { ...asked, to: '2019-12-31' }, staffOf('lead'), late)
    expect(marks(obligationsOfTask(extended, none, context)).decideExtension).toBe(true)
  })

  it('of reports and agreements', () => {
    const given = feedback({ stateSince: '2018-12-27', answerDueOn: '2019-01-20' })
    const mark = (change: object) => marks(obligationsOfFeedback({ ...given, ...change }, context))
    expect(mark({ state: 'admitted' })).toEqual({ assignFeedback: true })
    expect(mark({ state: 'secondLook', answerDueProvisional: true })).toEqual({ secondLook: true })
    expect(mark({ state: 'assigned' })).toEqual({ answerFeedback: false })
    const of = {
      number: '1',
      title: 'x',
      regionCodes: [village],
      ...goingOn,
    }
    const turn = timeline({ state: 'proposed', answerDueProvisional: true })
    expect(marks(obligationsOfTimeline(turn, of, context))).toEqual({ answerTimeline: true })
  })

  it('and in words', () => {
    expect(dueDay('2019-01-04', '2018-12-27', true)).toBe('最迟2019年1月4日（暂定）')
  })

  it('no caller drops the mark of a day that somebody reads', () => {
    // Days that are compared and never shown.
    const unread = [
      'domain/timeline/turns.ts',
      'domain/reminder/obligation-context.ts',
      'domain/task/consultation-needs.ts',
      'domain/visit/last-day.ts',
    ]
    const root = path.resolve(__dirname, '../../..')
    const sources = ['domain', 'cloudfunctions'].flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => path.join(folder, name)),
    )
    const dropping = sources.filter((name) =>
      /(addWorkingDays|limitFrom|noticeEnd|secondLookDue)\((?:[^()]|\([^()]*\))*\)\.on\b/.test(
        readFileSync(path.join(root, name), 'utf8'),
      ),
    )
    expect(dropping.sort()).toEqual(unread.sort())
  })

  it('no page shows such a day without its mark', () => {
    // Days that somebody chose, which rest on no calendar; and one whose mark stands on a line of its own.
    const chosen = [
      'components/assignments.tsx',
      'components/consult-asking.tsx',
      'components/plan-form.tsx',
      'components/plan-milestones.tsx',
      'components/deadline-facts.tsx',
      'plan-changes.ts',
    ]
    const root = path.resolve(__dirname, '../../../src')
    const bare = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .filter((name) =>
        /(fullDay|dayFrom|monthDay)\([^()]*[dD]ueOn\)/.test(
          readFileSync(path.join(root, name), 'utf8'),
        ),
      )
    expect(bare.sort()).toEqual(chosen.map((name) => `features/staff-task/${name}`).sort())
  })
})
