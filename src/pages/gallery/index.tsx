import { View } from '@tarojs/components'
import { useState } from 'react'
import { gallery as g } from '@/copy/gallery'
import { ActionButton } from '@/src/components/tap/action-button'
import { ReasonOptions } from '@/src/components/ask/choice'
import { FootBar } from '@/src/components/frame/foot-bar'
import { PageShell } from '@/src/components/frame/page-shell'
import { chooseLargeType } from '@/src/platform/device'
import { usePageParam } from '@/src/platform/navigation'
import { FacesPart } from './faces-part'
import { FormsPart } from './forms-part'
import { ResidentPart } from './resident-part'
import { StaffPart } from './staff-part'
import { TaskPart } from './task-part'
import { WidePart } from './wide-part'

const parts = ['resident', 'forms', 'task', 'staff', 'faces', 'wide'] as const
type Part = (typeof parts)[number]

/** Living spec of the components, in local builds: `?part=…`, and `&face=…` for the list. */
export default function GalleryPage() {
  const asked = usePageParam('part')
  const face = usePageParam('face')
  const [part, setPart] = useState<Part>(parts.find((each) => each === asked) ?? 'resident')
  if (part === 'wide') return <WidePart />
  return (
    <PageShell
      title={g.title}
      secrecy={part === 'staff'}
      foot={
        <FootBar note={part === 'task' ? g.dates.summary : undefined} pair={part === 'task'}>
          <ActionButton text={g.report.send} onTap={() => chooseLargeType(false)} />
          <ActionButton
            kind={part === 'task' ? 'outlined' : 'plain'}
            text={g.legal.links[2]}
            onTap={() => chooseLargeType(true)}
          />
        </FootBar>
      }
    >
      {part === 'resident' && <ResidentPart />}
      {part === 'forms' && <FormsPart />}
      {part === 'task' && <TaskPart />}
      {part === 'staff' && <StaffPart />}
      {part === 'faces' && <FacesPart initial={face} />}
      <View className="mt8">
        <ReasonOptions
          label={g.title}
          value={part}
          onChange={setPart}
          options={parts.map((value) => ({
            value,
            text: g.parts[value],
          }))}
        />
      </View>
    </PageShell>
  )
}
