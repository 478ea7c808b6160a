import { View } from '@tarojs/components'
import { levelNames } from '@/copy/close-out'
import { fullDay } from '@/copy/moment'
import { noticeDeskWords as words } from '@/copy/notice-desk'
import type { ActionOutput } from '@/contract/actions'
import { Tappable } from '@/src/components/tappable'
import './notice-desk.scss'

type Preview = ActionOutput<'task.previewRelease'>

/** One place of the text, and where in the ledger it comes from. */
interface Piece {
  readonly text: string
  readonly source: string
  readonly kind?: 'check'
}
interface Line {
  readonly name: string
  readonly pieces: readonly Piece[]
}

const resultLines = ({ result }: Preview['task']): Line[] => {
  if (!result) return []
  const { done, checks, completedOn } = result
  return [
    {
      name: words.done,
      pieces: [
        ...done.map(({ text, words: said, on }) => ({
          text: said || text,
          source: words.sources.done(text, on),
        })),
        { text: words.allDone(completedOn), source: words.sources.allDone },
      ],
    },
    {
      name: words.checked,
      pieces: checks.map(({ level, unitName, checkers, on }) => ({
        text: words.checkedBy(levelNames[level], unitName, checkers, on),
        source: words.sources.check(levelNames[level], on),
        kind: 'check' as const,
      })),
    },
  ]
}

const villageLines = ({ villages }: Preview): Line[] => {
  if (!villages) return []
  const source = villages.released ? words.sources.villages : words.sources.villagesOpen
  return [{ name: words.villages, pieces: [{ text: words.said(villages), source }] }]
}

const linesOf = (preview: Preview): Line[] => {
  const { task, notice } = preview
  const { sources } = words
  const due = task.dueOn ? fullDay(task.dueOn) : task.dueText
  const counted = notice?.days.filter(({ nth }) => nth !== null).length ?? 0
  return [
    { name: words.number, pieces: [{ text: task.number, source: sources.number }] },
    { name: words.problem, pieces: [{ text: task.problem, source: sources.problem }] },
    {
      name: words.goals,
      pieces: [
        ...task.goals.map((text) => ({ text, source: sources.goals })),
        { text: words.due(due), source: sources.due },
      ],
    },
    ...resultLines(task),
    { name: words.who, pieces: [{ text: task.unitNames.join('、'), source: sources.who }] },
    ...villageLines(preview),
    ...(notice
      ? [
          {
            name: words.time,
            pieces: [
              {
                text: notice.lastOn
                  ? words.between(notice.from, notice.lastOn, counted)
                  : words.waits(notice.from),
                source: sources.time,
              },
            ],
          },
        ]
      : []),
  ]
}

interface NoticePaperProps {
  preview: Preview
  /** The source that was asked for. */
  chosen: string | null
  onChoose: (source: string) => void
}

/** Mock 24: the notice as the ledger writes it; what is underlined says where it comes from. */
export function NoticePaper({ preview, chosen, onChoose }: NoticePaperProps) {
  return (
    <View className="notice-paper">
      <View className="notice-paper__title">
        {words.paper(preview.task.title)}
        {words.draft}
      </View>
      {linesOf(preview).map(({ name, pieces }) => (
        <View key={name} className="notice-line">
          <View className="notice-line__name">{name}</View>
          <View className="notice-line__text">
            {pieces.map(({ text, source, kind }, place) => (
              <Tappable
                key={place}
                selected={chosen === source}
                className={`notice-mark ${kind ? 'notice-mark--check' : ''} ${
                  chosen === source ? 'notice-mark--on' : ''
                }`}
                onTap={() => onChoose(source)}
              >
                {place < pieces.length - 1 ? words.joined(text) : text}
              </Tappable>
            ))}
          </View>
        </View>
      ))}
    </View>
  )
}
