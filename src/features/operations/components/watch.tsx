import { View } from '@tarojs/components'
import type { ActionOutput } from '@/contract/actions'
import { watchWords as words } from '@/copy/watch'
import { Card } from '@/src/components/show/card'
import { ListFaces } from '@/src/components/frame/list-faces'
import { NoteBlock } from '@/src/components/show/note-block'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { useAction } from '@/src/platform/use-action'

type Watched = ActionOutput<'identity.getWatch'>

interface Counted {
  readonly key: string
  readonly name: string
  readonly on: string
  readonly count: number
}

function Counts({ title, rows }: { title: string; rows: readonly Counted[] }) {
  return (
    <>
      <SectionHead text={title} />
      <Card rows>
        {rows.length === 0 && <Row name={words.none} />}
        {rows.map(({ key, name, on, count }) => (
          <Row key={key} name={name} line={on} value={words.count(count)} />
        ))}
      </Card>
    </>
  )
}

const sendsOf = ({ sends }: Watched, isSent: boolean): Counted[] =>
  sends
    .filter(({ code }) => (code === '0') === isSent)
    .map(({ on, code, template, count }) => ({
      key: `${on} ${code} ${template}`,
      name: words.send(isSent ? '' : code, template),
      on,
      count,
    }))

const errorsOf = ({ errors }: Watched): Counted[] =>
  errors.map(({ on, functionName, code, count }) => ({
    key: `${on} ${functionName} ${code}`,
    name: `${words.functionName(functionName)} ${code}`,
    on,
    count,
  }))

function Everything({ watched }: { watched: Watched }) {
  const { alarms, timers, outbox, messages, storedBytes } = watched
  return (
    <View>
      {alarms.length === 0 && <NoteBlock icon="check">{words.fine}</NoteBlock>}
      {alarms.map(({ kind, about, lastAt }) => (
        <NoteBlock key={`${kind} ${about}`} icon="alert" tone="red">
          <View>{words.alarm(kind, about)}</View>
          <View className="sub">{words.last(lastAt)}</View>
        </NoteBlock>
      ))}
      <SectionHead text={words.timers} />
      <Card rows>
        {timers.map(({ functionName, everyMinutes, lastAt, isLate }) => (
          <Row
            key={functionName}
            name={words.functionName(functionName)}
            line={[words.every(everyMinutes), words.last(lastAt)]}
            value={isLate ? words.late : undefined}
          />
        ))}
      </Card>
      <SectionHead text={words.backlog} />
      <Card rows>
        <Row name={words.outbox} value={words.items(outbox)} />
        <Row
          name={words.pending}
          line={words.stuck(messages.stuck)}
          value={words.items(messages.pending)}
        />
        <Row name={words.storage} value={words.bytes(storedBytes)} />
      </Card>
      <Counts title={words.failed} rows={sendsOf(watched, false)} />
      <Counts title={words.spent} rows={sendsOf(watched, true)} />
      <Counts title={words.errors} rows={errorsOf(watched)} />
    </View>
  )
}

/** 系统运行: alarms first, then what they follow from. */
export function Watch() {
  const { load, retry } = useAction('identity.getWatch', {})
  return (
    <View>
      <View className="sub mb4">{words.line}</View>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {(watched) => <Everything watched={watched} />}
      </ListFaces>
    </View>
  )
}
