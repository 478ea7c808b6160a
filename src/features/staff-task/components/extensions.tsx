import { View } from '@tarojs/components'
import { extensionStateNames, extensionWords as words } from '@/copy/task-parts'
import { beijingDay, type IsoDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import type { PartDialog, StaffTask } from '../staff-task'
import { Ways } from './ways'

interface ExtensionsProps {
  task: StaffTask
  onOpen: (dialog: PartDialog, about: string) => void
}

type Extension = StaffTask['extensions'][number]

const ways = [
  { event: 'endorseExtension', text: words.endorseExtension },
  { event: 'grantExtension', text: words.grantExtension },
  { event: 'refuseExtension', text: words.refuseExtension },
  { event: 'withdrawExtension', text: words.withdrawExtension },
] as const

const isOpen = ({ state }: Extension) => state === 'asked' || state === 'endorsed'

const factsOf = (extension: Extension, today: IsoDay) => [
  extension.unit.name,
  extensionStateNames[extension.state],
  isOpen(extension)
    ? words.decideBy(extension.decideDueOn, today, extension.decideDueProvisional)
    : null,
  extension.decisionNumber && words.decision(extension.decisionNumber, extension.decidedBy),
  extension.refusedReason && words.refusedFor(extension.refusedReason),
  extension.daysOver > 0 ? words.daysOver(extension.daysOver) : null,
]

/** 延期: every request with what became of it; the printed day stands beside the new one. */
export function Extensions({ task, onOpen }: ExtensionsProps) {
  const today = beijingDay(serverNow())
  const may = task.events.includes('extend')
  if (task.extensions.length === 0 && !may) return null
  return (
    <View>
      <SectionHead
        text={words.head}
        {...(may && {
          right: <TextLink text={words.extend} onTap={() => onOpen('extend', '')} />,
        })}
      />
      {task.extensions.length > 0 && (
        <Card rows>
          {task.extensions.map((extension) => (
            <Row
              key={extension.id}
              name={extension.partText ?? words.whole}
              line={factsOf(extension, today)}
              under={
                <View>
                  <View className="sub">
                    <View>{words.moves(extension.from, extension.to)}</View>
                    <View>{words.because(extension.reason)}</View>
                    <View>{words.planned(extension.plan)}</View>
                  </View>
                  <Ways
                    ways={ways.filter(({ event }) => extension.events.includes(event))}
                    onOpen={(event) => onOpen(event, '')}
                  />
                </View>
              }
            />
          ))}
        </Card>
      )}
    </View>
  )
}
