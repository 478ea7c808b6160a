import { addDays, type IsoDay } from '@/domain/calendar/day'
import { releaseAnswer, submitAnswer } from '@/domain/feedback/answer-transitions'
import type { Feedback } from '@/domain/feedback/feedback'
import { reportNumbers } from '@/domain/feedback/report-number'
import { admit, assignFeedback, rate, submitFeedback } from '@/domain/feedback/transitions'
import type { Actor } from '@/domain/organization/actor'
import { FeedbackOriginalStore } from '@/cloudfunctions/_stores/feedback-original-store'
import { handledReport, ownReport } from '@/cloudfunctions/_stores/feedback-thing'
import { PeopleStore } from '@/cloudfunctions/_stores/people-store'
import { by, daysAgo, type Making, ownOf } from './make'
import type { City, Colleague } from './organization'

/** How far reports have come, with their share and how long ago they were sent. */
const lives = [
  { upTo: 0.5, steps: 6, from: 60, to: 180 },
  { upTo: 0.6, steps: 5, from: 30, to: 55 },
  { upTo: 0.65, steps: 4, from: 25, to: 50 },
  { upTo: 0.85, steps: 3, from: 10, to: 60 },
  { upTo: 0.95, steps: 2, from: 4, to: 40 },
  { upTo: 1, steps: 1, from: 0, to: 14 },
]
const words =
  '村口的水渠又黑又臭，晚上味道更大，听说是上游养殖场半夜偷排，希望有人来看看，什么时候能解决。'

const openidOfReporter = (index: number): string => `openid-reporter-${index}`

const reporterActor = (personId: string): Actor => ({
  personId,
  membershipId: null,
  role: 'resident',
  unitId: null,
  unitKind: null,
  regionCode: null,
  belongsTo: [],
})

const hex = ({ random }: Making, length: number): string => {
  let digits = ''
  while (digits.length < length)
    digits += Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  return digits.slice(0, length)
}

interface Step {
  readonly event: string
  readonly actor: Actor
  readonly on: IsoDay
  readonly decide: (feedback: Feedback) => Feedback
}

/** What happens to a report after it was sent, in order. */
const stepsAfter = (
  making: Making,
  { intake, coordinator }: City,
  unit: Colleague,
  reporter: Actor,
  sentOn: IsoDay,
): Step[] => {
  const at = (days: number) => {
    const on = addDays(sentOn, days)
    return { on, facts: { ...making.contextOn(on), isReporter: true } }
  }
  const [admitted, assigned, answered, released, rated] = [at(1), at(2), at(8), at(9), at(12)]
  const admission = {
    summary: '水渠水体发黑,有异味',
    pollutionTypes: ['water'] as const,
    clearedPhotoIds: [],
    accusedUnitIds: [],
    regionCode: null,
  }
  const answer = { finding: 'true' as const, text: '已清淤并封堵排口', photoIds: [] }
  const rating = { rating: 'done' as const, words: '' }
  return [
    {
      event: 'admit',
      actor: intake,
      on: admitted.on,
      decide: (report) => admit(report, admission, intake, admitted.facts),
    },
    {
      event: 'assign',
      actor: intake,
      on: assigned.on,
      decide: (report) => assignFeedback(report, { unitId: unit.unitId }, intake, assigned.facts),
    },
    {
      event: 'submitAnswer',
      actor: unit,
      on: answered.on,
      decide: (report) => submitAnswer(report, answer, unit, answered.facts),
    },
    {
      event: 'releaseAnswer',
      actor: coordinator,
      on: released.on,
      decide: (report) => releaseAnswer(report, {}, coordinator, released.facts),
    },
    {
      event: 'rate',
      actor: reporter,
      on: rated.on,
      decide: (report) => rate(report, rating, reporter, rated.facts),
    },
  ]
}

/** Numbers that no other report has: the last character tells which part may take one. */
const openNumbers = (making: Making): ((on: IsoDay) => string) => {
  const { first, of } = making.part
  const taken = new Set<string>()
  const drawn = new Map<IsoDay, string[]>()
  const isOwn = (number: string) => number.charCodeAt(number.length - 1) % of === first
  return (on) => {
    for (;;) {
      // Of a draw the short ones are taken first, as where numbers are given.
      const left = drawn.get(on) ?? []
      const number = left.shift() ?? null
      if (number === null) drawn.set(on, reportNumbers(on, () => hex(making, 20)).filter(isOwn))
      else if (!taken.has(number)) {
        taken.add(number)
        return number
      }
    }
  }
}

/**
 * Those of a part are sent from villages of its own: what is counted there is counted in one part.
 * @param count of the whole ledger, of which this part's are made
 * @param done is called after each report
 * @returns how many people sent those of the whole ledger
 */
export const makeReports = async (
  making: Making,
  town: City,
  count: number,
  done: () => void,
): Promise<number> => {
  const { database, cipher, writer, part } = making
  const villages = ownOf(town.villages, part)
  const originals = new FeedbackOriginalStore(database, cipher)
  const accounts = new PeopleStore(database, cipher)
  const reporters = Math.max(10, Math.ceil(count / 5))
  const people: string[] = []
  for (let index = part.first; index < reporters; index += part.of) {
    const openid = openidOfReporter(index)
    people.push((await accounts.makePerson(openid, daysAgo(200))).id)
  }
  const numberOn = openNumbers(making)

  for (let index = part.first; index < count; index += part.of) {
    const life = lives.find(({ upTo }) => index / count < upTo) ?? lives[0]!
    const sentOn = daysAgo(life.from + Math.floor(making.random() * (life.to - life.from)))
    const reporter = reporterActor(making.pick(people))
    const id = hex(making, 32)
    const given = {
      id,
      number: numberOn(sentOn),
      origin: 'resident',
      protection: 'hidden',
      regionCode: making.pick(villages),
      taskId: null,
      consentNoted: false,
    } as const
    const facts = { ...making.contextOn(sentOn), isReporter: true }
    const feedback = submitFeedback(given, reporter, facts)
    const original = {
      feedbackId: id,
      reporterId: reporter.personId,
      words,
      place: '村口水渠',
      photoIds: [],
      voiceId: null,
      contactName: null,
      contactPhone: null,
      consentOn: null,
      supplements: [],
      ratings: [],
    }
    const putOriginal = originals.create({
      original,
      reporter,
      lookupHash: hex(making, 64),
      flag: null,
      on: sentOn,
    })
    await writer.write(by(reporter, sentOn), (acting) =>
      acting.make(ownReport, 'submit', {
        next: feedback,
        changes: { protection: 'hidden', files: [] },
        also: ({ transaction }) => putOriginal(transaction),
      }),
    )
    const unit = making.pick(town.staff)
    const steps = stepsAfter(making, town, unit, reporter, sentOn).slice(0, life.steps - 1)
    for (const { event, actor, on, decide } of steps)
      await writer.write(by(actor, on), (acting) =>
        acting.change(event === 'rate' ? ownReport : handledReport, id, event, (current) => ({
          next: decide(current),
          changes: {},
        })),
      )
    done()
  }
  return reporters
}
