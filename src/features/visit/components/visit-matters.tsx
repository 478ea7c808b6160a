import { View } from '@tarojs/components'
import { firmVisitWords as words } from '@/copy/visit'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import type { FirmVisit } from '../visit'

const iconOf = ({ finding }: FirmVisit['matters'][number]) => {
  if (finding === null || finding.inOrder === null) return 'list'
  return finding.inOrder ? 'check' : 'alert'
}

/** 综合查一次: everything that is looked at, with what was found. */
export function VisitMatters({ visit: { matters } }: { visit: FirmVisit }) {
  return (
    <View>
      <SectionHead text={words.together(matters.length)} />
      <Card rows>
        {matters.map((matter) => (
          <Row
            key={matter.id}
            icon={iconOf(matter)}
            name={matter.words}
            line={[
              matter.finding && words.finding(matter.finding.inOrder, matter.finding.words),
              matter.isOwn ? words.own : null,
            ]}
          />
        ))}
      </Card>
      <View className="sub mt2">{words.togetherLine}</View>
    </View>
  )
}
