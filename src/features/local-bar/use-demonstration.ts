import { useCallback, useEffect, useState } from 'react'
import { callAction } from '@/src/platform/call-action'
import { chooseActAs } from '@/src/platform/session'
import { forgetPerson } from '@/src/platform/storage'
import {
  beginSession,
  currentOpenid,
  jumpLocalClock,
  listIdentities,
  listMessages,
  readLocalClock,
  restartApp,
  type LocalIdentity,
  type LocalMessage,
} from '@/src/platform/local-control'

/** What the demonstration knows: the people, the one we are, the clock and the messages. */
export function useDemonstration(open: boolean) {
  const [people, setPeople] = useState<readonly LocalIdentity[]>([])
  const [openid, setOpenid] = useState<string | null>(null)
  const [now, setNow] = useState<number | null>(null)
  const [messages, setMessages] = useState<readonly LocalMessage[]>([])
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)

  const refresh = useCallback(async () => {
    try {
      // One after the other: the first call of a stranger begins the session the others use.
      const who = await currentOpenid()
      setOpenid(who)
      setPeople(await listIdentities())
      setNow(await readLocalClock())
      setMessages(await listMessages(who))
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [])

  useEffect(() => {
    void refresh()
  }, [refresh, open])

  const become = useCallback(async (next: string) => {
    setBusy(true)
    try {
      await beginSession(next)
      // Another person has another phone: no drafts, codes or waiting reports of the last one.
      forgetPerson()
      // Staff begin as what they are; as a resident they can still choose.
      const { memberships } = await callAction('identity.whoAmI', {}, { actAs: null })
      chooseActAs(memberships[0]?.id ?? null)
      restartApp('pages/home')
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }, [])

  const jump = useCallback(async (to: number) => {
    setBusy(true)
    try {
      await jumpLocalClock(to)
      restartApp('pages/home')
    } catch {
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }, [])

  const person = people.find((each) => each.openid === openid) ?? null
  return { people, person, openid, now, messages, failed, busy, become, jump }
}

export type Demonstration = ReturnType<typeof useDemonstration>
