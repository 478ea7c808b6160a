import { View } from '@tarojs/components'
import { rosterWords as words } from '@/copy/roster'
import { OnlyFor } from '@/src/acting/only-for'
import { RefusalNote } from '@/src/acting/refusal-note'
import { ActionButton } from '@/src/components/tap/action-button'
import { PageShell } from '@/src/components/frame/page-shell'
import { openTemplate } from '../hooks/open-template'
import { useRosterFile } from '../hooks/use-roster-file'
import { RosterPreview } from './roster-preview'

/** 从 Excel 导入单位和人员: a file is read and shown; only the button brings it in. */
export function RosterPage() {
  return (
    <OnlyFor roles={['administrator']} title={words.title}>
      <PageShell title={words.title} secrecy>
        <Roster />
      </PageShell>
    </OnlyFor>
  )
}

function Roster() {
  const { file, step, choose, refused } = useRosterFile()
  return (
    <View>
      <View className="sub mb4">{words.line}</View>
      <ActionButton
        kind="quiet"
        icon="doc"
        text={words.template}
        onTap={() => void openTemplate()}
      />
      <View className="mt3">
        <ActionButton
          kind={file ? 'quiet' : 'outlined'}
          icon="upload"
          text={file ? words.chooseAgain : words.choose}
          busy={step !== null}
          onTap={() => void choose()}
        />
      </View>
      {process.env.TARO_ENV !== 'h5' && !file && <View className="sub mt2">{words.fromChat}</View>}
      {step && (
        <View className="sub mt2" role="status" aria-live="polite">
          {words[step]}
        </View>
      )}
      <View className="mt3">
        <RefusalNote text={refused} />
      </View>
      {file && <RosterPreview key={file.fileId} name={file.name} preview={file.preview} />}
    </View>
  )
}
