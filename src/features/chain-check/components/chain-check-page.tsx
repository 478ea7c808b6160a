import { View } from '@tarojs/components'
import { useState } from 'react'
import { chainCheckWords as words } from '@/copy/chain-check'
import { type ChainFile, readChainFile, verifyChainFile } from '@/domain/audit/chain-file'
import { sayFailure } from '@/src/acting/say-failure'
import { ActionButton } from '@/src/components/tap/action-button'
import { Card } from '@/src/components/show/card'
import { TextField } from '@/src/components/ask/field/text-field'
import { NoteBlock } from '@/src/components/show/note-block'
import { PageShell } from '@/src/components/frame/page-shell'
import { ReportBox } from '@/src/components/ask/report-box'
import { FactRow } from '@/src/components/show/row/fact-row'
import { TextLink } from '@/src/components/tap/text-link'
import { chooseDocument } from '@/src/platform/choose-document'
import { canScan, scanCode } from '@/src/platform/scan-code'
import { sha256 } from '@/src/platform/sha256'
import { pastedText, readTextFile } from '@/src/platform/text-file'

/** Longer than any chain: a year of a busy task is some hundred kilobytes. */
const maxText = 2_000_000

/** 核对存证: anybody checks a chain with the file alone; nothing leaves the phone. */
export function ChainCheckPage() {
  const [file, setFile] = useState<ChainFile | null>(null)
  return (
    <PageShell title={words.title}>
      {file ? <Verdict file={file} onAgain={() => setFile(null)} /> : <FilePick onFile={setFile} />}
    </PageShell>
  )
}

function FilePick({ onFile }: { onFile: (file: ChainFile) => void }) {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const take = (text: string) => {
    const file = readChainFile(text)
    if (file) onFile(file)
    else setRefused(text.trim() === '' ? words.nothing : words.noFile)
  }
  const choose = async () => {
    try {
      const chosen = await chooseDocument(['json', 'txt'])
      if (!chosen) return
      const text = await readTextFile(chosen)
      if (text === null) setRefused(words.notText)
      else take(text)
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <View>
      <View className="mb4">{words.intro}</View>
      {refused && (
        <View className="mb4" role="alert">
          <NoteBlock icon="alert" tone="amber">
            {refused}
          </NoteBlock>
        </View>
      )}
      <ActionButton kind="outlined" text={words.choose} onTap={() => void choose()} />
      <View className="name mt4 mb2">{words.paste}</View>
      {canScan ? (
        // A phone's text box would choke on a hundred thousand letters; its clipboard does not.
        <ActionButton
          kind="outlined"
          text={words.pasteNow}
          onTap={() => void pastedText().then(take)}
        />
      ) : (
        <View>
          <ReportBox label={words.paste} max={maxText} onInput={setTyped} />
          <View className="mt3">
            <ActionButton text={words.check} onTap={() => take(typed)} />
          </View>
        </View>
      )}
    </View>
  )
}

function Verdict({ file, onAgain }: { file: ChainFile; onAgain: () => void }) {
  const [printed, setPrinted] = useState('')
  const [scanned, setScanned] = useState(0)
  const { broken, at, printedAt } = verifyChainFile(file, sha256, printed)
  const scan = async () => {
    const text = await scanCode()
    if (text === null) return
    setPrinted(text)
    setScanned((count) => count + 1)
  }
  return (
    <View>
      <View className="title mb3">{words.what(file.number, file.events.length)}</View>
      <View role="status">
        <NoteBlock icon={broken ? 'alert' : 'shield'} tone={broken ? 'red' : 'green'}>
          {broken ? words.broken(broken) : words.whole(file.events.length)}
          {at && <View className="sub">{words.event(at)}</View>}
        </NoteBlock>
        {printedAt !== null && (
          <View className="mt3">
            <NoteBlock icon="info" tone={printedAt === 0 ? 'red' : 'green'}>
              {words.printed(printedAt, file.events.length)}
            </NoteBlock>
          </View>
        )}
      </View>
      <View className="mt4">
        <TextField
          key={scanned}
          label={words.printedLabel}
          placeholder={words.printedHint}
          initial={printed}
          max={200}
          onInput={setPrinted}
        />
        {canScan && (
          <TextLink lead="qr" text={words.scan} onTap={() => void scan().catch(sayFailure)} />
        )}
      </View>
      <View className="mt4">
        <Card rows>
          <FactRow name={words.head} value={<View className="fingerprint">{file.head}</View>} />
        </Card>
      </View>
      <View className="sub mt3 mb4">{words.limit}</View>
      <ActionButton kind="outlined" text={words.again} onTap={onAgain} />
    </View>
  )
}
