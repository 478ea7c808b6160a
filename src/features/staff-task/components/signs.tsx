import { View } from '@tarojs/components'
import { signWords as words } from '@/copy/task-parts'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { wayTo } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'

/** 想问一问: questions for who checks the work; nothing where there is nothing to ask. */
export function Signs({ taskId }: { taskId: string }) {
  const { load } = useAction('task.listSigns', { taskId })
  if (load.face !== 'ready' || load.data.items.length + load.data.unjudged === 0) return null
  const { items, unjudged } = load.data
  return (
    <View>
      <SectionHead text={words.head} />
      <Card rows>
        {items.map(({ kind, unit, parts, elsewhere }, place) => {
          const [other] = elsewhere
          return (
            <Row
              key={place}
              icon="help"
              name={words.question[kind]}
              line={[
                unit.name,
                ...parts,
                ...elsewhere.map(({ number, title }) => words.elsewhere(number, title)),
              ]}
              {...(other && wayTo('subpackages/unit/task', { id: other.id }))}
            />
          )
        })}
        {unjudged > 0 && (
          <Row icon="help" name={words.unjudged(unjudged)} line={[words.whyUnjudged]} />
        )}
      </Card>
      <View className="sub mt2">{words.noVerdict}</View>
    </View>
  )
}
