import { View } from '@tarojs/components'
import { chainWords as words } from '@/copy/chain'
import { staffTaskWords } from '@/copy/staff-task'
import { RadioList } from '@/src/components/ask/choice/radio-list'
import { ListFaces } from '@/src/components/frame/list-faces'
import { SectionHead } from '@/src/components/frame/section-head'
import { useAction } from '@/src/platform/use-action'

interface LeadOfficialProps {
  taskId: string
  /** As the list prints it; '' where it names nobody. */
  printed: string
  /** '' is nobody. */
  value: string
  onChange: (membershipId: string) => void
}

/** 牵头领导: one of those who may be; the words of the list stand beside the choice. */
export function LeadOfficial({ taskId, printed, value, onChange }: LeadOfficialProps) {
  const { load, retry } = useAction('task.listOfficials', { taskId })
  return (
    <View>
      <SectionHead text={words.official} />
      {printed !== '' && <View className="sub mb2">{staffTaskWords.original(printed)}</View>}
      <ListFaces
        load={load}
        onRetry={retry}
        isEmpty={() => false}
        empty={{ icon: 'user', title: words.officialNobody }}
      >
        {({ items }) => (
          <RadioList
            label={words.official}
            options={[
              ...items.map(({ membershipId, name, unit }) => ({
                value: membershipId,
                text: name,
                line: unit.name,
              })),
              { value: '', text: words.officialNobody },
            ]}
            value={value}
            onChange={onChange}
          />
        )}
      </ListFaces>
    </View>
  )
}
