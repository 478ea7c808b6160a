import { View } from '@tarojs/components'
import { closeOutWords as words, levelNames, standardNames, stepNames } from '@/copy/close-out'
import { errorTexts } from '@/copy/errors'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { standards } from '@/domain/task/cycle'
import { Card } from '@/src/components/card'
import { NoteBlock } from '@/src/components/note-block'
import { Row } from '@/src/components/row'
import { SectionHead } from '@/src/components/section-head'
import { TextLink } from '@/src/components/text-link'
import { serverNow } from '@/src/platform/clock'
import { openPage } from '@/src/platform/navigation'
import type { StaffTask } from '../staff-task'

type CloseOutView = NonNullable<StaffTask['closeOut']>
type Cycle = CloseOutView['cycles'][number]

/** 验收和办结: who accepts, what was said in this cycle and in earlier ones, what is missing. */
export function CloseOut({ task }: { task: StaffTask }) {
  const { closeOut, events, id } = task
  const today = beijingDay(serverNow())
  if (!closeOut || task.assignments.length === 0) return null
  const cycles = [...closeOut.cycles].reverse()
  return (
    <View>
      <SectionHead
        text={words.head}
        {...(events.includes('changeChain') && {
          right: (
            <TextLink
              text={words.changeChain}
              onTap={() => openPage('subpackages/office/chain', { id })}
            />
          ),
        })}
      />
      {closeOut.missing.map(({ event, code }) => (
        <View key={event} className="mb3">
          <NoteBlock icon="info">
            {words.missing(stepNames[event] ?? '', errorTexts[code])}
          </NoteBlock>
        </View>
      ))}
      <Chain chain={closeOut.chain} />
      {cycles.map((cycle, place) => (
        <CycleCard key={cycle.ordinal} cycle={cycle} isPresent={place === 0} today={today} />
      ))}
    </View>
  )
}

function Chain({ chain }: Pick<CloseOutView, 'chain'>) {
  return (
    <Card rows>
      {chain.map(({ level, unit }) => (
        <Row
          key={level}
          name={levelNames[level]}
          value={unit?.name ?? (level === 'province' ? words.province : words.unnamed)}
        />
      ))}
    </Card>
  )
}

interface CycleCardProps {
  cycle: Cycle
  isPresent: boolean
  today: IsoDay
}

function CycleCard({ cycle, isPresent, today }: CycleCardProps) {
  const { ordinal, selfCheck, request } = cycle
  return (
    <Card>
      <View className="between">
        <View className="name">{words.cycle(ordinal)}</View>
        {!isPresent && <View className="sub">{words.earlier}</View>}
      </View>
      {selfCheck && (
        <View className="mt2">
          <View>
            {words.selfChecked(selfCheck.on, today)}{' '}
            {selfCheck.signOffNumber
              ? words.signedOnPaper(selfCheck.signOffNumber)
              : words.signedByLeader}
          </View>
          {standards.map((standard) => (
            <View key={standard} className="sub mt1">
              {`${standardNames[standard]}：${selfCheck.words[standard]}`}
            </View>
          ))}
        </View>
      )}
      {request && (
        <View className="mt2">
          {words.requested(request.on, today)} {words.report(request.reportNumber)}
        </View>
      )}
    </Card>
  )
}
