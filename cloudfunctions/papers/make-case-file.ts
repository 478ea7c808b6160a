import { caseFilePaper } from '@/copy/papers/case-file'
import { noticePaper } from '@/copy/papers/notice'
import { paperWords as words } from '@/copy/papers/words'
import { chainFileFormat, type ChainFile, shownOutside } from '@/domain/audit/chain-file'
import type { CaseFile } from '@/domain/papers/case-file'
import { caseData, type CaseState, listedEvidence } from './case-data'
import { noticeData } from './notice-data'
import type { Parts } from './parts'
import { type MadeFile, pack, type PackedFile } from './zip/pack'
import { render } from './word/render'

const chainOf = ({ task, head, events }: CaseState): ChainFile => ({
  format: chainFileFormat,
  thing: 'task',
  thingId: task.id,
  number: task.number,
  head,
  events: events.map(shownOutside),
})

/** Names that every system can unpack. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-60)

/** Everything of the case that may be handed on; a firm's secrets are in the list only. */
const evidenceOf = (state: CaseState): PackedFile[] =>
  listedEvidence(state)
    .filter(({ secret }) => !secret)
    .map(({ no, name, use, record }) => ({
      no,
      record,
      path: `${words.files.folder}/${no}-${words.use[use]}-${safe(name)}`,
    }))

type Deps = Pick<Parts, 'publicTasks' | 'contextOn' | 'files' | 'caseFiles'>

const madeOf = async ({ publicTasks, contextOn }: Deps, state: CaseState): Promise<MadeFile[]> => {
  const released = await publicTasks.find(state.task.id)
  const { calendar } = contextOn(state.today)
  return [
    { path: words.files.sheet, bytes: await render(caseFilePaper, caseData(state)) },
    ...(released?.facts.notice
      ? [
          {
            path: words.files.notice,
            bytes: await render(noticePaper, noticeData(released, calendar)),
          },
        ]
      : []),
    { path: words.files.chain, bytes: Buffer.from(JSON.stringify(chainOf(state))) },
  ]
}

/** A twentieth of the whole: often enough to be seen, seldom enough to cost nothing. */
const steps = 20

/**
 * Packs the case into storage and keeps how far it is; a file that is gone is left out and named.
 * @throws Error when storage breaks off; the file then stands as failed
 */
export const makeCaseFile = async (
  deps: Deps,
  state: CaseState,
  begun: CaseFile,
): Promise<CaseFile> => {
  const { files, caseFiles } = deps
  const { id: taskId } = state.task
  const wanted = evidenceOf(state)
  const links = await files.links(wanted.map(({ record }) => record.fileId))
  const there = wanted.filter(({ record }) => links.has(record.fileId))
  const missing = wanted.filter((file) => !there.includes(file)).map(({ no }) => no)
  const total = there.reduce((sum, { record }) => sum + record.size, 0)
  const making: CaseFile = { ...begun, state: 'making', done: 0, total, missing, differing: [] }
  await caseFiles.put(taskId, making)

  const differing: string[] = []
  let done = 0
  let said = 0
  const onBytes = async (bytes: number) => {
    done += bytes
    if (done - said < total / steps) return
    said = done
    await caseFiles.put(taskId, { ...making, done })
  }
  const made = await madeOf(deps, state)
  const open = (fileId: string) => files.stream(fileId)
  const { size, bytes } = pack(made, there, open, { differing, onBytes })
  try {
    await files.writeStream(caseFiles.pathOf(taskId, 'case-file.zip'), size, bytes)
  } catch (error) {
    await caseFiles.put(taskId, { ...making, state: 'failed', done })
    throw error
  }
  const ready: CaseFile = {
    ...making,
    ...{ state: 'ready', done: total, madeOn: state.today, differing },
  }
  await caseFiles.put(taskId, ready)
  return ready
}
