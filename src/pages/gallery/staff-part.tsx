import { View } from '@tarojs/components'
import { gallery as g } from '@/copy/gallery'
import { Card } from '@/src/components/show/card'
import { StateChip } from '@/src/components/show/state-chip'
import { TodoRow } from '@/src/components/show/todo-row'

const nothing = () => undefined

/** To-dos and every chip. */
export function StaffPart() {
  return (
    <>
      <View className="title mb4">{g.todo.title}</View>
      <Card rows>
        <TodoRow
          urgent
          chip={{ tone: 'red', shape: 'overdue', word: g.todo.over }}
          kind={g.todo.order}
          name={g.todo.names[0]}
          facts={g.todo.facts[0]}
          verb={g.todo.verbs[0]}
          onTap={nothing}
        />
        <TodoRow
          chip={{ tone: 'amber', shape: 'sand', word: g.todo.today }}
          kind={g.todo.feedback}
          name={g.todo.names[1]}
          facts={g.todo.facts[1]}
          verb={g.todo.verbs[1]}
          onTap={nothing}
        />
        <TodoRow
          chip={{ tone: 'neutral', shape: 'sand', word: g.todo.left }}
          kind={g.todo.monthly}
          name={g.todo.names[2]}
          facts={g.todo.facts[2]}
          verb={g.todo.verbs[2]}
          onTap={nothing}
        />
      </Card>
      <Card className="mt4">
        <View className="mb2">
          <StateChip tone="neutral" shape="ring" word={g.words.notBegun} />
        </View>
        <View className="mb2">
          <StateChip tone="amber" shape="triangle" word={g.words.slow} />
        </View>
        <View className="mb2">
          <StateChip tone="blue" shape="dot" word={g.words.onPlan} />
        </View>
        <View className="mb2">
          <StateChip tone="green" shape="tick" word={g.words.done} />
        </View>
        <View className="mb2">
          <StateChip tone="solid" shape="seal" word={g.words.closed} />
        </View>
        <View className="mb2">
          <StateChip tone="red" shape="overdue" word={g.words.over} />
        </View>
        <View className="mb2">
          <StateChip tone="line" shape="dash" word={g.words.notReported} />
        </View>
        <StateChip tone="red" shape="diamond" word={g.words.red} />
      </Card>
    </>
  )
}
