import { View } from '@tarojs/components'
import { useState } from 'react'
import { faultText } from '@/copy/organization-table'
import { rosterWords as words } from '@/copy/roster'
import { tableNames } from '@/domain/organization/roster-rules'
import { RefusalNote } from '@/src/acting/refusal-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { SectionHead } from '@/src/components/frame/section-head'
import { TextLink } from '@/src/components/tap/text-link'
import { useTakeRoster } from '../hooks/use-take-roster'
import { countOf, type Preview, type PreviewLine } from '../roster'
import { RosterCodes, RosterDone } from './roster-codes'

interface RosterPreviewProps {
  name: string
  preview: Preview
}

/** What the file would change, refusals first; then the button that brings it in. */
export function RosterPreview({ name, preview }: RosterPreviewProps) {
  const taking = useTakeRoster(preview)
  const added = countOf(preview, ['added'])
  const changed = countOf(preview, ['changed'])
  const refused = preview.lines.filter(({ fate }) => fate === 'refused')
  const kept = preview.lines.length - added - changed - refused.length
  if (taking.begun && taking.finished) return <RosterDone codes={taking.codes} />
  return (
    <View>
      <SectionHead text={words.read(name)} />
      <View role="status">
        {preview.lines.length === 0 ? words.empty : words.sum(added, changed, kept, refused.length)}
      </View>
      {refused.length > 0 && (
        <>
          <SectionHead text={words.refused(refused.length)} />
          <View className="sub mb2">{words.refusedLine}</View>
          <Lines lines={refused} />
        </>
      )}
      {tableNames.map((table) => {
        const lines = preview.lines.filter(
          (line) => line.table === table && line.fate !== 'refused',
        )
        if (lines.length === 0) return null
        return (
          <View key={table}>
            <SectionHead text={words.table(table, lines.length)} />
            <Lines lines={lines} />
          </View>
        )
      })}
      {taking.begun && (
        <View className="sub mt4" role="status" aria-live="polite">
          {words.taking(taking.rows.done, taking.rows.all)}
        </View>
      )}
      <View className="mt4">
        <RefusalNote text={taking.refused} />
        <ActionButton
          text={taking.begun ? words.goOn : words.take(added + changed)}
          busy={taking.running}
          blocked={added + changed === 0 ? words.nothing : null}
          onTap={() => void taking.run()}
        />
      </View>
      <RosterCodes codes={taking.codes} />
    </View>
  )
}

/** A phone draws some rows at once; the rest waits for a tap. */
const atOnce = 50

function Lines({ lines }: { lines: readonly PreviewLine[] }) {
  const [shown, setShown] = useState(atOnce)
  return (
    <>
      <Card rows>
        {lines.slice(0, shown).map((line) => (
          <Row
            key={`${line.table} ${line.row}`}
            name={line.name || words.unnamed}
            line={[
              words.row(line.table, line.row),
              ...line.faults.map((fault) => faultText(line.table, fault)),
            ]}
            {...(line.fate !== 'refused' && { value: words.fates[line.fate] })}
          />
        ))}
      </Card>
      {lines.length > shown && (
        <TextLink text={words.more(lines.length - shown)} onTap={() => setShown(shown + atOnce)} />
      )}
    </>
  )
}
