import { View } from '@tarojs/components'
import { deskWords as words } from '@/copy/desk'
import { findingNames, originNames, pollutionTypeNames, ratingNames } from '@/copy/feedback'
import { dueDay, fullDay, moment } from '@/copy/moment'
import { beijingDay } from '@/domain/calendar/day'
import { Card } from '@/src/components/show/card'
import { NoteBlock } from '@/src/components/show/note-block'
import { StoredPhotos } from '@/src/acting/stored-photos'
import { StoredVoice } from '@/src/acting/stored-voice'
import { FactRow } from '@/src/components/show/row/fact-row'
import { SectionHead } from '@/src/components/frame/section-head'
import { StateChip } from '@/src/components/show/state-chip'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { wayTo } from '@/src/platform/navigation'
import { deskChip } from './desk-list'
import type { DeskDialog, Handled, Original } from '../handled'

interface HandledViewProps {
  handled: Handled
  original: Original | null
  onOpen: (dialog: DeskDialog) => void
}

export function HandledView({ handled, original, onOpen }: HandledViewProps) {
  // Whoever is told who is accused is the desk.
  const intake = handled.accused !== null
  return (
    <View>
      <View className="flex">
        <StateChip {...deskChip(handled.state)} />
        {handled.repeated && (
          <View className="ml2">
            <StateChip tone="amber" shape="triangle" word={words.repeated} />
          </View>
        )}
        {handled.relapse && (
          <View className="ml2">
            <StateChip tone="amber" shape="triangle" word={words.relapse} />
          </View>
        )}
      </View>
      <View className="title mt2">{handled.summary ?? words.noSummary}</View>
      <View className="dim mb4">{words.number(handled.number)}</View>
      <Card rows>
        <FactRow name={words.origin} value={originNames[handled.origin]} />
        {handled.region && <FactRow name={words.place} value={handled.region.name} />}
        {handled.unit && <FactRow name={words.unit} value={handled.unit.name} />}
        {handled.looker && <FactRow name={words.looker} value={words.lookers[handled.looker]} />}
        {handled.pollutionTypes.length > 0 && (
          <FactRow
            name={words.types}
            value={handled.pollutionTypes.map((type) => pollutionTypeNames[type]).join('、')}
          />
        )}
        {handled.dueOn && (
          <FactRow
            name={words.due}
            value={dueDay(handled.dueOn, beijingDay(serverNow()), handled.dueProvisional)}
          />
        )}
      </Card>
      {handled.taskId && (
        <View className="mt2">
          <TextLink
            text={words.openTask}
            go="right"
            {...wayTo('pages/task', { id: handled.taskId })}
          />
        </View>
      )}
      <StoredPhotos alt={words.photo} title={words.photos} photos={handled.photos} />
      <View className="mt3">
        <NoteBlock
          icon="lock"
          {...(intake &&
            !original && {
              action: <TextLink text={words.open} onTap={() => onOpen('openOriginal')} />,
            })}
        >
          {words.protectedLine}
        </NoteBlock>
      </View>
      <RarerWays handled={handled} onOpen={onOpen} />
      {original && <OriginalWords original={original} />}
      {handled.answers.length > 0 && (
        <View>
          <SectionHead text={words.answers} />
          {handled.answers.map((answer, place) => (
            <Card key={place}>
              <StateChip tone="green" shape="tick" word={findingNames[answer.finding]} />
              <View className="mt2">{answer.text}</View>
              <View className="sub mt1">
                {[answer.unitName, answer.on && fullDay(answer.on)].filter(Boolean).join('  ')}
              </View>
              <StoredPhotos alt={words.photo} photos={answer.photos} />
            </Card>
          ))}
        </View>
      )}
      {handled.ratings.length > 0 && (
        <View className="sub mt3">
          {words.ratings} {handled.ratings.map((rating) => ratingNames[rating]).join('、')}
        </View>
      )}
    </View>
  )
}

const rarer = [
  { event: 'handOverDesk', text: words.handOver },
  { event: 'correctAccused', text: words.correctAccused },
  { event: 'takeBack', text: words.takeBack },
  { event: 'extendAnswer', text: words.extendAnswer },
  { event: 'merge', text: words.mergeTitle },
] as const

/** What is seldom done does not stand at the thumb. */
function RarerWays({ handled, onOpen }: Pick<HandledViewProps, 'handled' | 'onOpen'>) {
  const ways = rarer.filter(({ event }) => handled.events.includes(event))
  return (
    <View>
      {ways.map(({ event, text }) => (
        <View key={event} className="mt2">
          <TextLink text={text} go="right" onTap={() => onOpen(event)} />
        </View>
      ))}
    </View>
  )
}

function OriginalWords({ original }: { original: Original }) {
  const contact = [original.contactName, original.contactPhone].filter(Boolean).join('  ')
  return (
    <View>
      <SectionHead text={words.original} />
      <Card>
        {original.contentFlag && (
          <View className="mb3">
            <NoteBlock icon="alert" tone="amber" inside>
              {words.flagged}
            </NoteBlock>
          </View>
        )}
        <View>{original.words}</View>
        <StoredVoice voice={original.voice} />
        {original.place !== '' && <View className="sub mt1">{original.place}</View>}
        <StoredPhotos alt={words.photo} photos={original.photos} />
        <View className="sub mt3">
          {words.contact}{' '}
          {original.protection === 'anonymous' ? words.anonymous : contact || words.noContact}
        </View>
        {original.consentOn && (
          <View className="sub">{words.consentOn(fullDay(original.consentOn))}</View>
        )}
        {original.supplements.map((supplement) => (
          <View key={supplement.at} className="mt3">
            <View className="sub">
              {words.supplements} {moment(supplement.at)}
            </View>
            <View>{supplement.words}</View>
          </View>
        ))}
        {original.ratings.map((rating) => (
          <View key={rating.at} className="mt3">
            <View className="sub">
              {ratingNames[rating.rating]} {moment(rating.at)}
            </View>
            <View>{rating.words}</View>
          </View>
        ))}
      </Card>
    </View>
  )
}
