import { workCalendar } from '@/cloudfunctions/_kit/work-calendar'
import { CallListStore } from '@/cloudfunctions/_stores/call-list-store'
import { makeCipher } from '@/cloudfunctions/_stores/cipher'
import { ConsentStore } from '@/cloudfunctions/_stores/consent-store'
import {
  FeedbackOriginalStore,
  type Original,
} from '@/cloudfunctions/_stores/feedback-original-store'
import { FeedbackReporters } from '@/cloudfunctions/_stores/feedback-reporters'
import { MessageLease } from '@/cloudfunctions/_stores/messages/message-lease'
import { MessageOutbox } from '@/cloudfunctions/_stores/messages/message-outbox'
import { MessageQueue } from '@/cloudfunctions/_stores/messages/message-queue'
import { MessageRecipients } from '@/cloudfunctions/_stores/messages/message-recipients'
import { MessageReports } from '@/cloudfunctions/_stores/messages/message-reports'
import { MessageReminders } from '@/cloudfunctions/_stores/messages/message-reminders'
import { tellLater } from '@/cloudfunctions/_stores/messages/message-store'
import { obligationDoc } from '@/cloudfunctions/_stores/obligation-store'
import { ObjectionStore } from '@/cloudfunctions/_stores/objection-store'
import { OpinionStore } from '@/cloudfunctions/_stores/opinion-store'
import { PeopleStore } from '@/cloudfunctions/_stores/people-store'
import { ReplyStore } from '@/cloudfunctions/_stores/reply-store'
import type { Database } from '@/cloudfunctions/_stores/database'
import { WatchStore } from '@/cloudfunctions/_stores/watch-store'
import type { TaskRecord } from '@/cloudfunctions/_stores/task-record'
import { TaskStore } from '@/cloudfunctions/_stores/task-store'
import { templateIdsFrom } from '@/cloudfunctions/_stores/template-ids'
import { Writer } from '@/cloudfunctions/_stores/writer'
import type { SendReply, SubscribeMessage } from '@/cloudfunctions/_stores/wechat-api'
import type { Parts } from '@/cloudfunctions/notifier/parts'
import { runNotifier } from '@/cloudfunctions/notifier/run-notifier'
import type { WorkCalendar } from '@/domain/calendar/work-calendar'
import type { Feedback } from '@/domain/feedback/feedback'
import { notReleased } from '@/domain/release/task-release'
import type { NoticeToSend } from '@/domain/reminder/notice'
import type { Obligation } from '@/domain/reminder/obligation'
import type { MessageTemplate } from '@/domain/reminder/template'
import { noFacts } from '@/domain/task/kept-facts'
import { defaultBook } from '@/domain/settings-book'
import { assignment, feedback, task } from '../../domain/builders'
import type { TestApp } from '../../support/app'
import { testEnvironment } from '../../support/environment'
import { openDatabase } from '../task/ledger'

const signedTask = (taskId: string, unitId: string, personId: string) => {
  const { id, ...rest } = {
    ...task({ id: taskId, assignments: [assignment(unitId, { personId })] }),
    ...noFacts,
    ...{ batchId: null, shownTo: 'everybody', release: notReleased, reachedOn: {} },
    searchNames: [],
  } satisfies TaskRecord
  return { ...rest, _id: id }
}

export const at = (iso: string): number => Date.parse(`${iso}:00+08:00`)

export const obligation = (id: string, change: Partial<Obligation> = {}): Obligation => ({
  id,
  kind: 'finishTask',
  thing: 'task',
  thingId: id,
  node: 'end',
  title: `任务${id}`,
  dueOn: '2020-03-10',
  madeOn: '2020-01-01',
  unitId: 'housing',
  signerOwes: false,
  heldBy: null,
  notBy: [],
  roles: ['unitStaff', 'unitLeader'],
  regionCode: '440900',
  hiddenFrom: [],
  risesOn: null,
  provisional: false,
  open: true,
  nextStepOn: '2020-03-03',
  ...change,
})

/** Writes things as the functions do, by this calendar. */
export const writerOn = (database: Database, calendar: WorkCalendar = workCalendar): Writer =>
  new Writer(database, makeCipher(testEnvironment.IDENTITY_KEYS), (today) => ({
    today,
    calendar,
    settings: defaultBook,
    rootRegion: testEnvironment.CITY_REGION,
  }))

/** The engine on a real database, with a WeChat that answers what the test says. */
export const openEngine = (app: TestApp) => {
  const database = openDatabase(app)
  const cipher = makeCipher(testEnvironment.IDENTITY_KEYS)
  const people = new PeopleStore(database, cipher)
  const consents = new ConsentStore(database)
  const originals = new FeedbackOriginalStore(database, cipher)
  const sent: SubscribeMessage[] = []
  const state = { answer: { ok: true, errcode: 0, errmsg: 'ok' } as SendReply, dies: false }
  const parts: Parts = {
    reminders: new MessageReminders(database),
    queue: new MessageQueue(database, cipher),
    reporters: new FeedbackReporters(database, originals),
    objections: new ObjectionStore(database, cipher),
    tasks: new TaskStore(database),
    opinions: new OpinionStore(database),
    cipher,
    outbox: new MessageOutbox(database),
    lease: new MessageLease(database),
    calls: new CallListStore(database),
    replies: new ReplyStore(database, cipher),
    consents,
    reports: new MessageReports(database),
    people,
    watch: new WatchStore(database),
    wechat: {
      sendSubscribe: (message) => {
        sent.push(message)
        if (state.dies) return Promise.reject(new Error('the process died'))
        return Promise.resolve(state.answer)
      },
    },
    templateIds: templateIdsFrom(testEnvironment),
    settings: defaultBook,
    calendar: workCalendar,
    writer: writerOn(database),
    clock: () => performance.now(),
    openRecipients: () => new MessageRecipients(database, people),
  }
  const personOf = async (openid: string) => (await people.findPerson(openid))!.id
  return {
    database,
    parts,
    sent,
    state,
    personOf,
    run: (iso: string) => runNotifier(parts, at(iso)),
    owe: async (...list: Obligation[]) => {
      for (const each of list) await database.put('obligations', obligationDoc(each))
    },
    /** The thing is a task, and this person signed for the unit's share of it. */
    signed: (taskId: string, unitId: string, personId: string) =>
      database.put('tasks', signedTask(taskId, unitId, personId)),
    done: (id: string) => database.remove('obligations', id),
    tell: (notice: NoticeToSend, iso: string) => database.transact(tellLater([notice], at(iso))),
    /** A report of this person, as far as the engine looks at it. */
    report: async (
      openid: string,
      feedbackId: string,
      number: string,
      change: Partial<Feedback> = {},
    ) => {
      const reporterId = await personOf(openid)
      const original: Original = {
        feedbackId,
        reporterId,
        words: '渠水发黑',
        place: '',
        photoIds: [],
        voiceId: null,
        contactName: null,
        contactPhone: null,
        consentOn: null,
        supplements: [],
        ratings: [],
      }
      const { id, ...rest } = feedback({ id: feedbackId, number, state: 'answered', ...change })
      await database.put('feedback', { _id: id, ...rest })
      const reporter = { personId: reporterId, membershipId: null, role: 'resident' } as const
      const lookupHash = `lookup of ${feedbackId}`
      await database.transact(
        originals.create({ original, reporter, lookupHash, flag: 'unchecked', on: '2020-03-03' }),
      )
    },
    allow: async (openid: string, template: MessageTemplate, times: number) =>
      consents.add(await personOf(openid), template, times),
    left: async (openid: string, template: MessageTemplate) =>
      (await consents.balances(await personOf(openid))).get(template) ?? 0,
    /** Everything the engine keeps, gone: each test begins with nothing owed. */
    clear: async () => {
      const collections = ['obligations', 'reminders', 'messages', 'callList', 'outbox', 'consents']
      for (const collection of [...collections, 'leases'])
        for (const { _id } of await database.find(
          collection,
          { _id: database.command.gt('') },
          { sort: [['_id', 'asc']], limit: 100 },
        ))
          await database.remove(collection, _id)
      sent.length = 0
      state.answer = { ok: true, errcode: 0, errmsg: 'ok' }
      state.dies = false
    },
  }
}

export type Engine = ReturnType<typeof openEngine>
