import { workCalendar } from '../_kit/work-calendar'
import type { ImportFaultCode } from './importer/codes'
import { faultAt } from './importer/draft'
import { parseList } from './importer/parse-list'
import type { ImportFault, ImportResult } from './importer/types'
import type { LeftOut } from './reading/left-out'
import { ImportRefusal, readDocument } from './reading/read-document'

/** What was read from one file: its text, what of it is not in the text, and the tasks and faults. */
export interface ReadFile extends ImportResult {
  readonly text: string
  readonly leftOut: LeftOut[]
}

/** What a person has to look up in the file itself; page numbers and running heads are not. */
const told: Partial<Record<LeftOut['kind'], ImportFaultCode>> = {
  hidden: 'IMPORT.HIDDEN_LEFT_OUT',
  picture: 'IMPORT.PICTURE_LEFT_OUT',
  footnote: 'IMPORT.FOOTNOTE_LEFT_OUT',
}

/** A fault where each stood, the character before it. */
const leftOutFaults = (leftOut: LeftOut[]): ImportFault[] =>
  leftOut.flatMap(({ kind, words, at }) => {
    const code = told[kind]
    // A mark that points to a note says nothing that the note does not.
    const isMark = kind === 'footnote' && /^[[［〔]?\d{1,3}[\]］〕]?$/.test(words)
    return code && !isMark ? [faultAt(code, [Math.max(0, at - 1), at])] : []
  })

/**
 * Reads a list from a file's bytes.
 * @throws ImportRefusal with the code that says why the file cannot be read
 * @param mostCharacters a longer text is refused before it is parsed
 */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  mostCharacters = Infinity,
): Promise<ReadFile> {
  const { text, leftOut } = await readDocument(bytes, fileName)
  if (text.length > mostCharacters) throw new ImportRefusal('IMPORT.TOO_LARGE')
  const { tasks, faults, coverage } = parseList(text, workCalendar)
  const all = [...faults, ...leftOutFaults(leftOut)].sort((a, b) => a.span[0] - b.span[0])
  return { text, leftOut, tasks, faults: all, coverage }
}
