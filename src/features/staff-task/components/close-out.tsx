import { View } from '@tarojs/components'
import { levelNames } from '@/copy/chain'
import { closeOutWords as words, stepNames } from '@/copy/close-out'
import { errorTexts } from '@/copy/errors'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import type { CloseOutDialog, StaffTask } from '../staff-task'
import { CycleCard } from './cycle-card'

type CloseOutView = NonNullable<StaffTask['closeOut']>

interface CloseOutProps {
  task: StaffTask
  onOpen: (dialog: CloseOutDialog, about: string) => void
}

/** The first cycle stands from the assignment on, with nothing to read in it. */
const hasBegun = ({ rework, selfCheck, request, checks }: CloseOutView['cycles'][number]) =>
  Boolean(rework ?? selfCheck ?? request ?? checks[0])

/** 验收和办结: who accepts, what was said in this cycle and in earlier ones, what is missing. */
export function CloseOut({ task, onOpen }: CloseOutProps) {
  const { closeOut, events, id } = task
  const today = beijingDay(serverNow())
  if (!closeOut || task.assignments.length === 0) return null
  const cycles = closeOut.cycles.filter(hasBegun).reverse()
  return (
    <View>
      <SectionHead
        text={words.head}
        {...(events.includes('changeChain') && {
          right: <TextLink text={words.changeChain} {...wayTo('subpackages/unit/chain', { id })} />,
        })}
      />
      {closeOut.missing.map(({ event, code }) => (
        <View key={event} className="mb3">
          <NoteBlock
            icon="info"
            {...(event === 'selfCheck' && {
              action: (
                <TextLink
                  text={words.seeMissing}
                  go="right"
                  {...wayTo('subpackages/unit/self-check', { id })}
                />
              ),
            })}
          >
            {words.missing(stepNames[event] ?? '', errorTexts[code])}
          </NoteBlock>
        </View>
      ))}
      <Chain chain={closeOut.chain} />
      {events.includes('returnForRework') && !events.includes('verify') && (
        <View className="mb3">
          <TextLink text={words.returnForRework} onTap={() => onOpen('returnForRework', '')} />
        </View>
      )}
      {cycles.map((cycle, place) => (
        <CycleCard key={cycle.ordinal} {...{ task, cycle, today }} isPresent={place === 0} />
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
