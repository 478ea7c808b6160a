import { useRef, useState } from 'react'
import { rosterErrorText } from '@/copy/roster'
import { useSend } from '@/src/platform/use-send'
import { type FreshCode, type Portion, portionsOf, type Preview } from '../roster'

/**
 * Brings a workbook in, portion after portion. What failed is sent again with the same key, so
 * that codes of a lost answer arrive after all.
 */
export function useTakeRoster(preview: Preview) {
  const importing = useSend('identity.importOrganization')
  const inviting = useSend('identity.invitePeople')
  const [portions] = useState(() => portionsOf(preview))
  const [done, setDone] = useState(0)
  const [running, setRunning] = useState(false)
  const [codes, setCodes] = useState<readonly FreshCode[]>([])
  const at = useRef(0)

  const take = async (portion: Portion): Promise<boolean> => {
    if (portion.kind === 'tables') return (await importing.send(portion.tables)) !== null
    const made = await inviting.send({ people: [...portion.people] })
    if (!made) return false
    const fresh = portion.people.flatMap((person, index) => {
      const code = made.items[index]?.code
      return code ? [{ ...person, code }] : []
    })
    setCodes((before) => [...before, ...fresh])
    return true
  }
  const run = async () => {
    setRunning(true)
    for (; at.current < portions.length; at.current += 1) {
      if (!(await take(portions[at.current]!))) break
      setDone(at.current + 1)
    }
    setRunning(false)
  }
  const rowsOf = (some: readonly Portion[]) => some.reduce((sum, { rows }) => sum + rows, 0)
  const error = importing.error ?? inviting.error
  return {
    run,
    running,
    codes,
    begun: running || done > 0 || error !== null,
    finished: done === portions.length,
    rows: { done: rowsOf(portions.slice(0, done)), all: rowsOf(portions) },
    refused: error && rosterErrorText(error.code),
  }
}
