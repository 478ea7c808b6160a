import { maxReportWords } from '@/contract/feedback/limits'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { reportWords as words } from '@/copy/report'
import { isPhone } from '@/domain/organization/phone'
import { tooLong } from '@/src/acting/blocked'
import { askAtTap } from '@/src/acting/consent'
import { useDelivery } from '@/src/acting/use-delivery'
import { newLookupCode } from '@/src/platform/key'
import { replacePage, stillHere } from '@/src/platform/navigation'
import { useDraft } from '@/src/platform/use-draft'
import { useMe, useMembership } from '@/src/platform/use-me'
import { mayReportAnonymously } from '../report/anonymous-quota'
import {
  attachmentsOf,
  emptyReport,
  type ReportDraft,
  reportForm,
  submissionOf,
} from '../report/report-draft'

/** What stops the form from being sent, in words; the server checks again. */
const whatIsMissing = (typed: ReportDraft, officer: boolean): string | null => {
  if (!typed.words.trim() && !typed.voice) return words.wordsNeeded
  const over = tooLong(typed.words, maxReportWords)
  if (over) return over
  if (officer && !typed.contactName.trim()) return words.villagerNeeded
  const phone = typed.contactPhone.trim()
  if ((officer || typed.protection === 'named') && phone && !isPhone(phone)) return words.phoneWrong
  if (officer && !typed.consentNoted) return errorTexts['FEEDBACK.CONSENT_REQUIRED']
  return null
}

/** A report: its draft, where it is about, and its way out. */
export function useReport(taskId: string) {
  const { me } = useMe()
  const membership = useMembership()
  const officer = membership?.role === 'villageOfficer'
  const draft = useDraft<ReportDraft>(reportForm(taskId), emptyReport)
  const delivery = useDelivery('feedback.submit', draft)
  const [problem, setProblem] = useState<string | null>(null)
  const typed = draft.value
  const anonymous = typed.protection === 'anonymous'
  // 代填 is for the own village only.
  const own = officer ? membership.region : (me?.village ?? null)
  const chosen = typed.regionCode ? { code: typed.regionCode, name: typed.regionName } : null
  const region = officer ? own : (chosen ?? own)

  const change = (part: Partial<ReportDraft>) => {
    setProblem(null)
    delivery.clearRefusal()
    draft.change(part)
  }
  const submit = async (notify: boolean) => {
    const missing = whatIsMissing(draft.read(), officer)
    if (missing) return setProblem(missing)
    if (anonymous && !mayReportAnonymously()) return setProblem(errorTexts['FEEDBACK.TOO_MANY'])
    const asked = notify ? askAtTap(['answerReady']) : null
    // The own village stands on the form without having been chosen: from here on it is.
    if (region) draft.change({ regionCode: region.code, regionName: region.name })
    const now = draft.read()
    const isHere = stillHere()
    const { code, hash } = await newLookupCode()
    const sent = await delivery.send(submissionOf(now, { taskId, lookupHash: hash, officer }), {
      attachments: attachmentsOf(now),
      anonymous,
      lookupCode: code,
    })
    // The phone's own question is still open: nothing moves under it.
    await asked
    // A person who went back meanwhile reads another page now.
    if (!sent || !isHere()) return undefined
    return replacePage('pages/progress', anonymous ? { code } : { id: sent.reply.id })
  }
  return {
    draft,
    typed,
    change,
    officer,
    anonymous,
    region,
    submit,
    problem: problem ?? delivery.refusal,
    busy: delivery.busy,
    waiting: delivery.waiting,
    delivered: delivery.delivered,
    again: delivery.forget,
  }
}
