import { useRouter } from '@tarojs/taro'
import { peopleWords } from '@/copy/people'
import { OnlyFor } from '@/src/acting/only-for'
import { PageShell } from '@/src/components/frame/page-shell'
import { People } from '@/src/features/people/components/people'

export default function PeoplePage() {
  const { unit } = useRouter().params
  return (
    <OnlyFor roles={['administrator']} title={peopleWords.title}>
      <PageShell title={peopleWords.title} secrecy>
        <People unitId={unit ?? null} />
      </PageShell>
    </OnlyFor>
  )
}
