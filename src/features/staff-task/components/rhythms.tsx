import { View } from '@tarojs/components'
import { rhythmWords as words } from '@/copy/rhythm'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { rhythmsOf } from '../rhythms'
import type { StaffTask } from '../staff-task'

interface RhythmsProps {
  task: StaffTask
  onOpen: (dialog: 'changeRhythm', about: string) => void
}

/** 多久一次, for the office: duties whose rhythm the list does not print. */
export function Rhythms({ task, onOpen }: RhythmsProps) {
  const rhythms = task.events.includes('changeRhythm') ? rhythmsOf(task) : []
  if (rhythms.length === 0) return null
  return (
    <View>
      <SectionHead text={words.head} />
      <Card rows>
        {rhythms.map(({ about, text, everyMonths, nextOn }) => (
          <Row
            key={about}
            name={text ?? words.whole}
            line={words.often(everyMonths, nextOn)}
            value={
              <TextLink
                text={words.change}
                label={words.changeOf(text ?? words.whole)}
                onTap={() => onOpen('changeRhythm', about)}
              />
            }
          />
        ))}
      </Card>
    </View>
  )
}
