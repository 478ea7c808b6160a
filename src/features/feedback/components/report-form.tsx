import { maxPhone } from '@/domain/organization/phone'
import { maxContactName, maxReportWords } from '@/contract/feedback/limits'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { fullDay } from '@/copy/moment'
import { reportWords as words } from '@/copy/report'
import { beijingDay } from '@/domain/calendar/day'
import { DraftBox } from '@/src/acting/draft-box'
import { RefusalNote } from '@/src/acting/refusal-note'
import { RestoredNote } from '@/src/acting/restored-note'
import { dropFiles, useFormPhotos } from '@/src/acting/use-form-photos'
import { useFormVoice } from '@/src/acting/use-form-voice'
import { Card } from '@/src/components/show/card'
import { DrillSheet } from '@/src/components/ask/drill-sheet'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { PhotoRow } from '@/src/components/ask/photo-row'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SwitchRow } from '@/src/components/show/row/switch-row'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { useRegionLevels } from '@/src/platform/use-region-levels'
import { type useReport } from '../hooks/use-report'
import { AboutTask } from './about-task'

interface ReportFormProps {
  report: ReturnType<typeof useReport>
  taskId: string
}

export function ReportForm({ report, taskId }: ReportFormProps) {
  const { draft, typed, change, officer, anonymous } = report
  const [choosingPlace, setChoosingPlace] = useState(false)
  const today = beijingDay(serverNow())
  const levels = useRegionLevels()
  const photos = useFormPhotos(
    typed.photos,
    () => draft.read().photos,
    (chosen) => change({ photos: chosen }),
  )
  const voice = useFormVoice(typed.voice, (kept) => change({ voice: kept }))
  const dropAll = () => dropFiles([...typed.photos, ...(typed.voice ? [typed.voice] : [])])
  return (
    <View>
      <View className="title mb3">{officer ? words.askVillage : words.ask}</View>
      {taskId && <AboutTask id={taskId} />}
      <RestoredNote draft={draft} onEmpty={dropAll} />
      <DraftBox
        draft={draft}
        label={words.ask}
        placeholder={words.placeholder}
        text={typed.words}
        max={maxReportWords}
        height={88}
        onInput={(said) => change({ words: said })}
        voice={voice}
      />
      <View className="mt2">
        <RefusalNote text={report.problem} />
      </View>
      <View className="mt4">
        <PhotoRow {...photos} />
      </View>
      <View className="mt4">
        <Card rows>
          <FactRow
            form
            name={words.where}
            value={report.region?.name || words.wherePlaceholder}
            {...(!officer && { onTap: () => setChoosingPlace(true) })}
          />
          {!anonymous && !officer && (
            <SwitchRow
              name={words.hide}
              line={typed.protection === 'hidden' ? words.hideLine : words.showLine}
              checked={typed.protection === 'hidden'}
              onChange={(hidden) => change({ protection: hidden ? 'hidden' : 'named' })}
            />
          )}
          {officer && (
            <SwitchRow
              name={words.consentNoted}
              line={words.villagerLine}
              checked={typed.consentNoted}
              onChange={(consentNoted) => change({ consentNoted })}
            />
          )}
        </Card>
      </View>
      {(officer || typed.protection === 'named') && (
        <View className="mt3" key={draft.generation}>
          <TextField
            label={officer ? words.villagerName : words.contactName}
            initial={typed.contactName}
            max={maxContactName}
            onInput={(contactName) => change({ contactName })}
          />
          <TextField
            label={officer ? words.villagerPhone : words.contactPhone}
            initial={typed.contactPhone}
            max={maxPhone}
            onInput={(contactPhone) => change({ contactPhone })}
          />
          {officer && (
            <DateField
              label={words.consentOn}
              value={typed.consentOn || today}
              until={today}
              shown={fullDay(typed.consentOn || today)}
              placeholder={words.consentOn}
              onChange={(consentOn) => change({ consentOn })}
            />
          )}
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
          const last = path[path.length - 1]
          if (!last) return
          change({ regionCode: last.value, regionName: path.map(({ text }) => text).join('') })
        }}
        onClose={() => setChoosingPlace(false)}
      />
    </View>
  )
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
