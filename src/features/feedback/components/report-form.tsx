import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { reportWords as words } from '@/copy/report'
import type { ErrorCode } from '@/contract/errors'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { DrillSheet } from '@/src/components/drill-sheet'
import { TextField } from '@/src/components/field/text-field'
import { FootBar } from '@/src/components/foot-bar'
import { NoteBlock } from '@/src/components/note-block'
import { PageShell } from '@/src/components/page-shell'
import { PhotoRow } from '@/src/components/photo-row'
import { ReportBox } from '@/src/components/report-box'
import { FactRow } from '@/src/components/row/fact-row'
import { SwitchRow } from '@/src/components/row/switch-row'
import { TextLink } from '@/src/components/text-link'
import { toast } from '@/src/components/toast/toast-bus'
import { replacePage } from '@/src/platform/navigation'
import { takeFromOutbox } from '@/src/platform/outbox'
import { viewPhotos } from '@/src/platform/photo-viewer'
import { currentActAs } from '@/src/platform/session'
import { useDraft } from '@/src/platform/use-draft'
import { useMe, useMembership } from '@/src/platform/use-me'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { useReportFiles } from '../hooks/use-report-files'
import { useSendReport } from '../hooks/use-send-report'
import { useVoice } from '../hooks/use-voice'
import { draftName, emptyReport, type ReportDraft } from '../report/report-draft'
import { AboutTask } from './about-task'

/** `contract/feedback.ts` */
const maxWords = 2000

export function ReportForm({ taskId }: { taskId: string }) {
  const { me } = useMe()
  const membership = useMembership()
  const officer = membership?.role === 'villageOfficer'
  const draft = useDraft<ReportDraft>(draftName(taskId, currentActAs()), emptyReport)
  const [shown, setShown] = useState(draft.initial)
  const [choosingPlace, setChoosingPlace] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const levels = useRegionLevels()
  const files = useReportFiles(draft.initial.photos, (photos) => draft.change({ photos }))
  const voice = useVoice(draft.initial.voice, (kept) => draft.change({ voice: kept }))
  const { send, busy } = useSendReport()
  const change = (part: Partial<ReportDraft>) => {
    draft.change(part)
    setShown((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const anonymous = shown.protection === 'anonymous'
  // 代填 is for the own village only.
  const own = officer ? (membership?.region ?? null) : (me?.village ?? null)
  const village = shown.regionCode && !officer ? null : own

  const submit = async (notify: boolean) => {
    const typed = draft.read()
    const missing = whatIsMissing(typed, officer, voice.voice !== null)
    if (missing) return setProblem(missing)
    const { words: said, place, protection, contactName, contactPhone, consentNoted } = typed
    const sent = await send(
      {
        report: {
          words: said.trim(),
          regionCode: (officer ? null : typed.regionCode) ?? village?.code ?? null,
          place: place.trim(),
          taskId: taskId || null,
          protection,
          contactName: (!anonymous && contactName.trim()) || null,
          contactPhone: (!anonymous && contactPhone.trim()) || null,
          consentNoted,
        },
        photos: files.photos,
        voice: voice.voice,
      },
      { notify },
    )
    if (!sent) return undefined
    if (sent.outcome === 'refused') {
      takeFromOutbox(sent.item.key)
      return setProblem(errorTexts[(sent.item.code ?? 'INTERNAL') as ErrorCode])
    }
    draft.clear()
    if (sent.outcome !== 'delivered') return replacePage('pages/my-reports')
    const { id } = sent.receipt
    return replacePage('pages/progress', anonymous ? { code: sent.lookupCode } : { id })
  }

  return (
    <PageShell
      title={words.title}
      foot={
        <FootBar>
          <ActionButton
            text={
              busy ? words.sending : anonymous || officer ? words.submit : words.submitAndNotify
            }
            busy={busy}
            onTap={() => void submit(!anonymous && !officer)}
          />
          {!anonymous && !officer && (
            <ActionButton
              kind="plain"
              text={words.submitPlain}
              busy={busy}
              onTap={() => void submit(false)}
            />
          )}
        </FootBar>
      }
    >
      <View className="title mb3">{officer ? words.askVillage : words.ask}</View>
      {taskId && <AboutTask id={taskId} />}
      <ReportBox
        label={words.ask}
        placeholder={words.placeholder}
        initial={draft.initial.words}
        max={maxWords}
        height={88}
        onInput={(typed) => {
          draft.change({ words: typed })
          if (problem) setProblem(null)
        }}
        voice={voice.box}
        {...(draft.kept !== null && {
          status: { kept: draft.kept, text: draft.kept ? words.draftKept : words.draftNotKept },
        })}
      />
      {problem && (
        <View className="mt2" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {problem}
          </NoteBlock>
        </View>
      )}
      <View className="mt4">
        <PhotoRow
          photos={files.photos.map(({ key }, place) => ({
            key,
            src: files.sources[key] ?? '',
            alt: words.photo(place + 1),
          }))}
          max={files.max}
          onTake={() => void files.add('camera')}
          onChoose={() => void files.add('album')}
          onRemove={files.remove}
          onView={(key) => viewPhotos([files.sources[key] ?? ''])}
        />
      </View>
      <View className="mt4">
        <Card rows>
          <FactRow
            form
            name={words.where}
            value={village?.name || shown.regionName || words.wherePlaceholder}
            {...(!officer && { onTap: () => setChoosingPlace(true) })}
          />
          {!anonymous && !officer && (
            <SwitchRow
              name={words.hide}
              line={shown.protection === 'hidden' ? words.hideLine : words.showLine}
              checked={shown.protection === 'hidden'}
              onChange={(hidden) => change({ protection: hidden ? 'hidden' : 'named' })}
            />
          )}
          {officer && (
            <SwitchRow
              name={words.consentNoted}
              checked={shown.consentNoted}
              onChange={(consentNoted) => change({ consentNoted })}
            />
          )}
        </Card>
      </View>
      {shown.protection === 'named' && (
        <View className="mt3">
          <TextField
            label={words.contactName}
            initial={draft.initial.contactName}
            max={30}
            onInput={(contactName) => draft.change({ contactName })}
          />
          <TextField
            label={words.contactPhone}
            initial={draft.initial.contactPhone}
            max={20}
            onInput={(contactPhone) => draft.change({ contactPhone })}
          />
        </View>
      )}
      {!officer && (
        <AnonymousChoice
          chosen={anonymous}
          onChange={(chosen) => change({ protection: chosen ? 'anonymous' : 'hidden' })}
        />
      )}
      <DrillSheet
        open={choosingPlace}
        title={words.chooseWhere}
        load={levels}
        chooseHere={(path) => (path.length === 2 ? words.chooseTown : null)}
        onChoose={(path) => {
          const last = path.at(-1)
          if (!last) return toast(words.wherePlaceholder)
          return change({
            regionCode: last.value,
            regionName: path.map(({ text }) => text).join(''),
          })
        }}
        onClose={() => setChoosingPlace(false)}
      />
    </PageShell>
  )
}

/** What stops the form from being sent, in words; the server checks again. */
const whatIsMissing = (typed: ReportDraft, officer: boolean, hasVoice: boolean): string | null => {
  if (!typed.words.trim() && !hasVoice) return words.wordsNeeded
  if (typed.contactPhone.trim() && !/^[\d-]{7,20}$/.test(typed.contactPhone.trim()))
    return words.phoneWrong
  if (officer && !typed.consentNoted) return errorTexts['FEEDBACK.CONSENT_REQUIRED']
  return null
}

interface AnonymousChoiceProps {
  chosen: boolean
  onChange: (chosen: boolean) => void
}

function AnonymousChoice({ chosen, onChange }: AnonymousChoiceProps) {
  if (!chosen) {
    return (
      <View className="mt2">
        <TextLink text={words.anonymous} onTap={() => onChange(true)} />
      </View>
    )
  }
  return (
    <View className="mt3">
      <NoteBlock
        icon="lock"
        tone="green"
        action={<TextLink text={words.anonymousOff} onTap={() => onChange(false)} />}
      >
        <View className="name">{words.anonymousOn}</View>
        <View>{words.anonymousLine}</View>
      </NoteBlock>
    </View>
  )
}
