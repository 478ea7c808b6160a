import { View } from '@tarojs/components'
import { caseFileWords as words } from '@/copy/case-file'
import { fullDay } from '@/copy/moment'
import type { ActionOutput } from '@/contract/actions'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { printList } from '@/src/platform/print-list'
import './case-file.scss'

type CaseFile = ActionOutput<'papers.getCaseFile'>
type Evidence = CaseFile['evidence'][number]

/** Enough to tell two apart by eye; the whole one stands in the sheet. */
const short = (sha256: string): string => `${sha256.slice(0, 4)}…${sha256.slice(-4)}`

const foundOf = ({ no }: Evidence, { state, differing, missing }: CaseFile['file']) => {
  if (differing.includes(no)) return { word: words.differs, ink: 'ink-red' }
  if (missing.includes(no)) return { word: words.missing, ink: 'ink-red' }
  if (state !== 'ready') return { word: words.notCompared, ink: 'dim' }
  return { word: words.same, ink: 'ink-green' }
}

const nameOf = ({ name, secret, former }: Evidence): string =>
  [name, secret && words.secret, former && words.former].filter(Boolean).join('，')

interface EvidenceProps {
  caseFile: CaseFile
}

/** 证据目录 on a phone: one under the other. */
export function EvidenceList({ caseFile: { evidence, file } }: EvidenceProps) {
  if (evidence.length === 0) return <View className="dim">{words.noEvidence}</View>
  return (
    <Card rows>
      {evidence.map((each) => (
        <Row
          key={each.no}
          icon="doc"
          name={`${each.no} ${nameOf(each)}`}
          line={[
            `${words.use[each.use]}，${each.part}`,
            `${words.origin[each.origin]}，${fullDay(each.on)}`,
            words.fingerprint(short(each.sha256)),
            each.secret ? null : foundWord(each, file),
          ]}
        />
      ))}
    </Card>
  )
}

/** What was proved by a paper's number alone; the papers themselves lie with their units. */
export function NumberedPapers({ caseFile: { numbered } }: EvidenceProps) {
  if (numbered.length === 0) return null
  return (
    <View>
      <SectionHead text={words.numbered} />
      <Card rows>
        {numbered.map(({ number, part, on, former }, place) => (
          <Row
            key={place}
            icon="doc"
            name={former ? `${number}，${words.former}` : number}
            line={[part, fullDay(on)]}
          />
        ))}
      </Card>
    </View>
  )
}

/** What the evidence is worth: compared and the same, compared and not, or not compared yet. */
export const summaryOf = ({ title, evidence, file }: CaseFile): string => {
  const wrong = new Set([...file.differing, ...file.missing]).size
  if (evidence.length === 0) return words.none(title)
  if (wrong > 0) return words.differ(title, wrong)
  const say = file.state === 'ready' ? words.agree : words.uncompared
  return say(title, evidence.length)
}

const foundWord = (each: Evidence, file: CaseFile['file']): string =>
  each.secret ? words.notPacked : foundOf(each, file).word

const cellsOf = (each: Evidence, fingerprint: string): string[] => [
  nameOf(each),
  `${words.use[each.use]}，${each.part}`,
  words.origin[each.origin],
  fullDay(each.on),
  fingerprint,
]

/** 打印目录: every piece with its whole fingerprint, and the numbered papers behind them. */
export function printEvidence({ title, number, evidence, numbered, file }: CaseFile, day: string) {
  printList({
    title: `${words.number(number)} ${title}`,
    line: words.printed(day),
    columns: words.columns,
    rows: [
      ...evidence.map((each) => [
        ...cellsOf({ ...each, name: `${each.no} ${each.name}` }, each.sha256),
        foundWord(each, file),
      ]),
      ...numbered.map((paper) => [
        paper.former ? `${paper.number}，${words.former}` : paper.number,
        paper.part,
        words.numbered,
        fullDay(paper.on),
        '',
        '',
      ]),
    ],
  })
}

/** Mock 30: in lines on the office's wide screen. Nothing opens from here: it is read. */
export function EvidenceTable({ caseFile: { evidence, file } }: EvidenceProps) {
  if (evidence.length === 0) return <View className="dim">{words.noEvidence}</View>
  return (
    <View className="case-table" role="table" aria-label={words.evidence}>
      <View className="case-table__row case-table__row--head" role="row">
        {words.columns.map((name) => (
          <View key={name} className="case-table__cell" role="columnheader">
            {name}
          </View>
        ))}
      </View>
      {evidence.map((each) => (
        <View key={each.no} className="case-table__row" role="row">
          {cellsOf(each, short(each.sha256)).map((cell, place) => (
            <View key={place} className="case-table__cell" role="cell">
              {cell}
            </View>
          ))}
          <View
            className={`case-table__cell ${each.secret ? 'dim' : foundOf(each, file).ink}`}
            role="cell"
          >
            {foundWord(each, file)}
          </View>
        </View>
      ))}
    </View>
  )
}
