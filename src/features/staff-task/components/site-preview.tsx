import { View } from '@tarojs/components'
import { siteFaultText, siteWords as words } from '@/copy/site-list'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import type { SiteRows } from '../hooks/use-site-rows'

type Line = SiteRows['lines'][number]

/** What was read, row by row, refusals first. */
export function SitePreview({ lines }: { lines: readonly Line[] }) {
  const countOf = (fate: Line['fate']) => lines.filter((line) => line.fate === fate).length
  const refused = lines.filter(({ fate }) => fate === 'refused')
  const taken = lines.filter(({ fate }) => fate !== 'refused')
  return (
    <View>
      <SectionHead text={words.readHead(lines.length)} />
      <View role="status">
        {words.sum(countOf('added'), countOf('changed'), countOf('same'), refused.length)}
      </View>
      {refused.length > 0 && (
        <View>
          <SectionHead text={words.refused(refused.length)} />
          <View className="sub mb2">{words.refusedLine}</View>
          <Lines lines={refused} />
        </View>
      )}
      {taken.length > 0 && (
        <View className="mt3">
          <Lines lines={taken} />
        </View>
      )}
    </View>
  )
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <Card rows>
      {lines.map(({ row, name, fate, faults }) => (
        <Row
          key={row}
          name={name || words.unnamed}
          line={[words.row(row), ...faults.map(siteFaultText)]}
          {...(fate !== 'refused' && { value: words.fates[fate] })}
        />
      ))}
    </Card>
  )
}
