import { buildDraft } from './build-draft'
import { checkNumbers, checkTask } from './checks'
import { bodyEnd } from './closing'
import { countFaults } from './counts'
import { cutOff, told } from './cut-off'
import { doubts } from './doubts'
import { contextOf, publishedOn } from './document-context'
import { faultAt, noList, writeTask } from './draft'
import { findRecords } from './find-records'
import { guessedDoubts } from './guessed-doubts'
import { readNotice } from './notice'
import { proposeFromOthers } from './propose'
import { proposeProse } from './prose'
import { deadlinesTwice, missingFields, numberGaps, wordsLeft } from './safety-net'
import { readSource } from './source'
import { unclearLines } from './unclear-lines'
import { proposeUnknownHeads } from './unknown-heads'
import type { ImportFault, ImportResult, ParseOptions } from './types'

const inOrder = (faults: ImportFault[]): ImportFault[] => {
  const seen = new Set<string>()
  return faults
    .filter((fault) => {
      const key = `${fault.code} ${fault.span.join('-')}`
      return !seen.has(key) && Boolean(seen.add(key))
    })
    .sort((a, b) => a.span[0] - b.span[0])
}

/**
 * Reads a rectification list, a close-out notice, a petition table or a division table.
 * @param text the text as read; all spans are UTF-16 offsets into it
 * @returns draft tasks, the faults of the print and how much of it the tasks hold; a text without
 *   a list gives no tasks and the fault `IMPORT.NOT_A_LIST`. Never throws. Time grows linearly
 *   with the text.
 */
export function parseList(text: string, options: ParseOptions = {}): ImportResult {
  const source = readSource(text)
  const found = findRecords(source)
  const { records } = found
  if (records.length === 0)
    return (
      proposeUnknownHeads(source) ??
      proposeProse(source, bodyEnd(source)) ??
      noList('IMPORT.NOT_A_LIST', [0, text.length])
    )
  const published = publishedOn(source, bodyEnd(source))
  const context = contextOf(source, found, published, options)
  const drafts = records.map((record) => buildDraft(source, record, context))
  const notice = readNotice(source, drafts.flatMap(told), context.years, options)
  const written = drafts.map((draft) => writeTask(source, draft, notice))
  const tasks = written.map(({ task }) => task)
  proposeFromOthers(source, records, tasks)
  const left = wordsLeft(source, found, tasks)
  const faults = [
    ...found.faults,
    ...written.flatMap(({ task, faults: own }) => [...own, ...checkTask(task, notice, published)]),
    ...notice.faults.map(({ code, span }) => faultAt(code, span)),
    ...checkNumbers(records, tasks),
    ...numberGaps(records, tasks),
    ...countFaults(source, found),
    ...missingFields(records, tasks),
    ...deadlinesTwice(source, records),
    ...left.faults,
    ...unclearLines(source, found),
    ...guessedDoubts(records, tasks),
    ...doubts(source, found, tasks),
    ...cutOff(source, drafts, found.tabular),
  ]
  return { tasks, faults: inOrder(faults), coverage: left.coverage }
}
