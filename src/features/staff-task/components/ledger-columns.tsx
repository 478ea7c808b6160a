import { View } from '@tarojs/components'
import { ledgerTableWords as words, ledgerTitles } from '@/copy/ledger'
import { ledgerColumns } from '@/domain/task/ledger-columns'
import { CheckBox } from '@/src/components/ask/choice/check-box'
import type { Columns } from '../hooks/use-columns'

/** 显示的列: all there are, in one line. */
export function LedgerColumns({ isShown, toggle }: Columns) {
  return (
    <View className="ledger-columns" role="group" aria-label={words.columns}>
      <View className="sub">{words.columns}</View>
      {ledgerColumns
        .filter((column) => column !== 'title')
        .map((column) => (
          <CheckBox
            key={column}
            text={ledgerTitles[column]}
            checked={isShown(column)}
            onTap={() => toggle(column)}
          />
        ))}
    </View>
  )
}
