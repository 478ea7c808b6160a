import { useRouter } from '@tarojs/taro'
import { joinWords } from '@/copy/legal'
import { PageShell } from '@/src/components/frame/page-shell'
import { Join } from '@/src/features/me/components/join'

export default function JoinPage() {
  const { code } = useRouter().params
  return (
    <PageShell title={joinWords.title}>
      <Join given={code ?? ''} />
    </PageShell>
  )
}
