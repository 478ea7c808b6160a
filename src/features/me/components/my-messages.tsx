import { messagesWords as words } from '@/copy/messages'
import { moment } from '@/copy/moment'
import { PagedList } from '@/src/acting/paged-list'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { usePages } from '@/src/platform/use-pages'

/** Says what was news and when, never of which report: that is nobody's business but the page's. */
export function MyMessages() {
  const list = usePages('notifier.listMyMessages', {}, { refreshOnShow: true })
  return (
    <PagedList list={list} empty={{ icon: 'bell', title: words.empty, line: words.emptyLine }}>
      {(rows) => (
        <Card rows>
          {rows.map(({ id, about, at, state, things }) => (
            <Row
              key={id}
              icon="bell"
              name={words.about(about)}
              line={[moment(at), words.states[state]]}
              {...(things > 1 && { value: words.things(things) })}
            />
          ))}
        </Card>
      )}
    </PagedList>
  )
}
