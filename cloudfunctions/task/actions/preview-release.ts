import type { Days } from '@/domain/calendar/period'
import type { PersonId } from '@/domain/organization/actor'
import { refuseIf } from '@/domain/refusal'
import { standingEdits } from '@/domain/release/edits'
import { mostRead, placesRead } from '@/domain/release/places'
import { publicTextOf } from '@/domain/release/public-task'
import type { ReleaseCheckKind } from '@/domain/release/task-release'
import { resultOf } from '@/domain/release/result'
import { noticeFrom } from '@/domain/task/closing-transitions'
import { presentCycle, presentNotice } from '@/domain/task/cycle'
import { daysOfNotice, lastDayOf } from '@/domain/task/notice'
import type { RectificationTask } from '@/domain/task/task'
import { whyNotTask } from '@/domain/task/workflow'
import type { Handler } from '../../_kit/handler'
import type { TaskRecord } from '../../_stores/task-record'
import { taskThing } from '../../_stores/task-thing'
import { namesOfTask } from '../../_stores/task-names'
import { photosToPreview } from '../shown-photos'
import type { TaskDeps } from '../task-deps'
import { digestedText } from '../text-digest'

/** The days of the notice that runs, else of one that begins today. */
const shownNotice = (task: RectificationTask, facts: Days) => {
  const notice = presentNotice(task) ?? noticeFrom(facts)
  const last = lastDayOf(notice, facts.calendar)
  return {
    from: notice.from,
    lastOn: last.provisional ? null : last.on,
    days: daysOfNotice(notice, facts.calendar),
  }
}

type Deps = Pick<TaskDeps, 'writer' | 'tasks' | 'organization' | 'records' | 'files'>

/** The villages' word as it will stand in the notice; until its summary is released nothing but that. */
const villagesOf = ({ asking, cycles }: TaskRecord) => {
  if (asking === null) return null
  const { villagesSaid } = presentCycle({ cycles })
  return { released: !!villagesSaid, words: '', counts: null, ...villagesSaid }
}

/** Which of the two is this person's; of a leader to whom both are left the one that is missing. */
const checkOf = (may: { secrecy: boolean; openness: boolean; isFirstDone: boolean }) => {
  if (may.secrecy && may.openness) return may.isFirstDone ? 'openness' : 'secrecy'
  if (may.secrecy) return 'secrecy'
  return may.openness ? 'openness' : null
}

/** 逐处看: how far whoever reads it is, and each of the two checks. */
const placesOf = (
  { release }: TaskRecord,
  digest: string,
  all: readonly string[],
  reader: { check: ReleaseCheckKind; personId: PersonId | null } | null,
) => ({
  all: [...all],
  read: reader
    ? placesRead(release, { kind: reader.check, personId: reader.personId ?? '', digest }, all)
    : [],
  secrecy: mostRead(release, { kind: 'secrecy', digest }, all),
  openness: mostRead(release, { kind: 'openness', digest }, all),
})

/** The exact text that would become public, for the two who check it. */
export const previewRelease =
  ({ writer, tasks, organization, records, files }: Deps): Handler<'task.previewRelease'> =>
  async ({ taskId }, call) => {
    const { task } = await tasks.load(taskId, call)
    const facts = writer.factsOf(taskThing, task, call)
    const [asOffice, asPublisher, asWriter] = (
      ['checkSecrecy', 'checkOpenness', 'editNotice'] as const
    ).map((event) => whyNotTask(task, event, call.actor, facts))
    // Who checks it, and the office that writes it; who is neither hears what is nearest to them.
    if (asOffice && asPublisher && asWriter)
      refuseIf(asOffice.code === 'ACCESS.ROLE' ? asPublisher : asOffice)
    const names = await namesOfTask(organization, task)
    const { text, digest, places } = digestedText(task, names)
    const { secrecy, openness } = task.release
    const result = resultOf(text)
    const standing = (check: typeof secrecy) => (check?.digest === digest ? check.on : null)
    const mayEdit = asWriter === null
    const check = checkOf({
      secrecy: asOffice === null,
      openness: asPublisher === null,
      isFirstDone: standing(secrecy) !== null,
    })
    return {
      digest,
      task: {
        number: text.number,
        upperNumber: text.upperNumber,
        title: text.title,
        problem: text.problem,
        category: text.category,
        goals: [...text.goals],
        measures: text.measures.map((measure) => measure.text),
        unitNames: [...new Set(text.units.map(({ name }) => name))],
        units: text.units.map(({ role, name, phone }) => ({ role, name, phone })),
        dueOn: text.dueOn,
        dueProvisional: text.dueProvisional ?? false,
        dueText: text.dueText,
        regionNames: text.regions.map(({ name }) => name),
        villageNames: text.villages.map(({ name }) => name),
        result,
      },
      notice: result && shownNotice(task, facts),
      villages: villagesOf(task),
      edits: standingEdits(publicTextOf(task, names), task.release.edits ?? []).map(
        ({ place, was }) => ({ place, was }),
      ),
      check,
      places: placesOf(task, digest, places, check && { check, personId: call.actor.personId }),
      photos: await photosToPreview({ records, files }, task, text, mayEdit),
      mayEdit,
      urgedOn: task.release.urgedOn ?? null,
      secrecyOn: standing(secrecy),
      opennessOn: standing(openness),
      withheld: task.release.withheld ?? null,
    }
  }
