import { View } from '@tarojs/components'
import { callListWords as words } from '@/copy/desk'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/card'
import { ListFaces } from '@/src/components/list-faces'
import { NoteBlock } from '@/src/components/note-block'
import { Row } from '@/src/components/row'
import { TextLink } from '@/src/components/text-link'
import { serverNow } from '@/src/platform/clock'
import { callPhone } from '@/src/platform/phone'
import { usePages } from '@/src/platform/use-pages'

/** Nobody is missed: whoever no message could reach is phoned. */
export function CallList() {
  const { load, retry, loadMore } = usePages('notifier.listCallList', {}, { refreshOnShow: true })
  const today = beijingDay(serverNow())
  return (
    <View>
      <View className="mb4">
        <NoteBlock icon="phone">{words.line}</NoteBlock>
      </View>
      <ListFaces
        load={load}
        onRetry={retry}
        isEmpty={(data) => data.items.length === 0}
        empty={{ icon: 'check', title: words.empty }}
      >
        {(data) => (
          <Card rows>
            {data.items.map((row) => (
              <Row
                key={row.id}
                name={row.title}
                line={[row.unitName, row.personName, words.due(row.dueOn, today)]}
                value={
                  row.phone ? (
                    <TextLink
                      lead="phone"
                      text={words.call}
                      onTap={() => callPhone(row.phone ?? '')}
                    />
                  ) : (
                    words.noPhone
                  )
                }
              />
            ))}
            {data.more && (
              <View className="centre">
                <TextLink text={words.more} onTap={() => void loadMore()} />
              </View>
            )}
          </Card>
        )}
      </ListFaces>
    </View>
  )
}
