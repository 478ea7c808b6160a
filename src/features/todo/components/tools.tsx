import { View } from '@tarojs/components'
import { todoWords as words } from '@/copy/todo'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { toolsOf } from '@/src/features/office/tools'
import { wayTo } from '@/src/platform/navigation'
import { useMembership } from '@/src/platform/use-me'

/** What this role works with beside its to-dos. */
export function Tools() {
  const mine = toolsOf(useMembership()?.role)
  if (mine.length === 0) return null
  return (
    <View>
      <SectionHead text={words.tools} />
      <Card rows>
        {mine.map(({ key, name, line, icon, page }) => (
          <Row key={key} icon={icon} name={name} line={line} {...wayTo(page)} />
        ))}
      </Card>
    </View>
  )
}
