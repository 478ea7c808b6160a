import { View } from '@tarojs/components'
import { fullDay } from '@/copy/moment'
import { firmVisitWords as words, visitKindNames } from '@/copy/visit'
import { isOpenVisit } from '@/domain/visit/visit'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { FactRow } from '@/src/components/show/row/fact-row'
import type { FirmVisit } from '../visit'

/** Who comes, by what right, and on which day. */
export function VisitFacts({ visit }: { visit: FirmVisit }) {
  const { body, notice, state, tasks, calledOff } = visit
  return (
    <View>
      <Card rows>
        <FactRow name={words.whoComes} value={body.name} />
        {body.paper && <FactRow name={words.lawful} value={body.paper} />}
        {notice?.officers.map(({ name, certificate }) => (
          <FactRow
            key={certificate}
            name={words.officer}
            value={
              <View>
                <View>{name}</View>
                <View className="sub">{words.certificate(certificate)}</View>
              </View>
            }
          />
        ))}
        {notice && (
          <FactRow
            name={words.approval}
            value={
              <View>
                <View>{notice.approvalNumber}</View>
                <View className="sub">{visitKindNames[notice.kind]}</View>
              </View>
            }
          />
        )}
        {notice && <FactRow name={words.day} value={fullDay(notice.on)} />}
        <FactRow name={words.forTasks} value={tasks.map(({ title }) => title).join('；')} />
      </Card>
      {isOpenVisit(state) && visit.side !== 'firm' && (
        <View className="sub mt2">{words.lastOn(visit.lastOn, visit.lastProvisional)}</View>
      )}
      {state === 'notMade' && visit.side !== 'firm' && (
        <View className="mt3">
          <NoteBlock icon="info" tone="amber">
            {words.notMadeLine}
          </NoteBlock>
        </View>
      )}
      {calledOff && (
        <View className="mt3">
          <NoteBlock icon="info">
            <View className="name">{words.calledOff}</View>
            {calledOff.reason}
          </NoteBlock>
        </View>
      )}
    </View>
  )
}
