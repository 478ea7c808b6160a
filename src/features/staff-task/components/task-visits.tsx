import { View } from '@tarojs/components'
import { askVisitWords, firmVisitWords as words } from '@/copy/visit'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { wayTo } from '@/src/platform/navigation'
import { usePages } from '@/src/platform/use-pages'
import { visitChip } from '@/src/features/office/visit-chip'

interface TaskVisitsProps {
  taskId: string
  /** The caller could ask for one. */
  mayAsk: boolean
}

/** What was found at the firms of a task, measure by measure, or 未入企核查; and the way to ask for it. */
export function TaskVisits({ taskId, mayAsk }: TaskVisitsProps) {
  const { load } = usePages('enterprise.listVisits', { taskId }, { refreshOnShow: true })
  const visits = load.face === 'ready' ? load.data.items : []
  if (visits.length === 0 && !mayAsk) return null
  return (
    <View>
      <SectionHead text={askVisitWords.visits} />
      <Card rows>
        {visits.map(({ id, enterprise, bodyName, matters, state, isOwnWork }) => (
          <Row
            key={id}
            icon="factory"
            name={enterprise.name}
            line={
              <View>
                <View>{bodyName}</View>
                {isOwnWork && <View className="ink-amber">{words.ownWork}</View>}
                {matters
                  .filter((matter) => matter.taskId === taskId)
                  .map((matter) => (
                    <View key={matter.id}>
                      {matter.words}
                      {matter.finding &&
                        `：${words.finding(matter.finding.inOrder, matter.finding.words)}`}
                    </View>
                  ))}
                {state === 'notMade' && <View>{words.notMadeLine}</View>}
              </View>
            }
            under={<StateChip {...visitChip(state)} />}
            {...wayTo('subpackages/enterprise/visit', { id })}
          />
        ))}
        {mayAsk && (
          <Row
            icon="plus"
            name={askVisitWords.row}
            line={askVisitWords.rowLine}
            {...wayTo('subpackages/enterprise/ask-visit', { id: taskId })}
          />
        )}
      </Card>
    </View>
  )
}
