import { looksWords as words } from '@/copy/privacy'
import { fullDay } from '@/copy/moment'
import { Card } from '@/src/components/show/card'
import { ListFaces } from '@/src/components/frame/list-faces'
import { Row } from '@/src/components/show/row'
import { useAction } from '@/src/platform/use-action'

/** 每次查看留痕: when intake opened the person's words, and why. */
export function Looks() {
  const { load, retry } = useAction('identity.listLooks', {}, { refreshOnShow: true })
  return (
    <ListFaces
      load={load}
      onRetry={retry}
      isEmpty={(data) => data.items.length === 0}
      empty={{ icon: 'eye', title: words.empty, line: words.emptyLine }}
    >
      {(data) => (
        <Card rows>
          {data.items.map(({ on, number, reason }, place) => (
            <Row key={place} icon="eye" name={words.row(number)} line={[fullDay(on), reason]} />
          ))}
        </Card>
      )}
    </ListFaces>
  )
}
