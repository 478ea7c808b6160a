import { View } from '@tarojs/components'
import { useState } from 'react'
import { errorTexts } from '@/copy/errors'
import { fullDay } from '@/copy/moment'
import { staffTaskWords as words } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import { ActionButton } from '@/src/components/action-button'
import { Card } from '@/src/components/card'
import { DateField } from '@/src/components/field/date-field'
import { TextField } from '@/src/components/field/text-field'
import { FootBar } from '@/src/components/foot-bar'
import { ListFaces } from '@/src/components/list-faces'
import { PageShell } from '@/src/components/page-shell'
import { ReportBox } from '@/src/components/report-box'
import { toast } from '@/src/components/toast/toast-bus'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { useDraft } from '@/src/platform/use-draft'
import { useMembership } from '@/src/platform/use-me'
import { useSend } from '@/src/platform/use-send'
import type { StaffTask } from '../staff-task'

interface PlanDraft {
  readonly goals: string
  readonly person: string
  readonly measures: Readonly<Record<string, { readonly person: string; readonly dueOn: string }>>
}

/** 报方案: goals, who, and a day for each measure, none after the deadline. */
export function PlanPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  if (load.face === 'ready') return <PlanForm task={load.data} />
  return (
    <PageShell title={words.plan} secrecy>
      <ListFaces load={load} onRetry={retry} skeletons={3}>
        {() => null}
      </ListFaces>
    </PageShell>
  )
}

/** The unit's own share: measures that name it, or name nobody. */
const ownMeasures = (task: StaffTask, unitId: string | undefined) =>
  task.measures.filter(({ units }) => {
    const named = [...units.lead, ...units.responsible]
    return named.length === 0 || named.some(({ id }) => id === unitId)
  })

function PlanForm({ task }: { task: StaffTask }) {
  const today = beijingDay(serverNow())
  const own = ownMeasures(task, useMembership()?.unit.id)
  const draft = useDraft<PlanDraft>(`plan.${task.id}`, {
    goals: task.goals.join('\n'),
    person: task.assignments.find(({ personName }) => personName)?.personName ?? '',
    measures: {},
  })
  const [typed, setTyped] = useState(draft.initial)
  const { send, busy, error } = useSend('task.submitPlan')
  const change = (part: Partial<PlanDraft>) => {
    draft.change(part)
    setTyped((before) => ({ ...before, ...part }))
  }
  const measureOf = (measureId: string) =>
    typed.measures[measureId] ?? {
      person: '',
      dueOn: task.measures.find((measure) => measure.id === measureId)?.dueOn ?? task.dueOn ?? '',
    }
  const changeMeasure = (measureId: string, part: { person?: string; dueOn?: string }) =>
    change({ measures: { ...typed.measures, [measureId]: { ...measureOf(measureId), ...part } } })
  const measures = own.map(({ id: measureId }) => {
    const { person, dueOn } = measureOf(measureId)
    return { measureId, person: (person || typed.person).trim(), dueOn, milestones: [] }
  })
  const complete =
    typed.goals.trim() !== '' &&
    typed.person.trim() !== '' &&
    measures.every(({ person, dueOn }) => person && dueOn)

  const submit = async () => {
    const plan = { goals: typed.goals.trim(), person: typed.person.trim(), measures }
    if (!(await send({ taskId: task.id, plan }))) return
    draft.clear()
    toast(words.planSent)
    goBack()
  }
  return (
    <PageShell
      title={words.plan}
      secrecy
      foot={
        <FootBar {...(error && { note: errorTexts[error.code] })}>
          <ActionButton
            text={words.planSend}
            busy={busy}
            blocked={complete ? null : words.planIncomplete}
            onTap={() => void submit()}
          />
        </FootBar>
      }
    >
      <View className="title mb4">{task.title}</View>
      <View className="name mb2">{words.planGoals}</View>
      <ReportBox
        label={words.planGoals}
        initial={draft.initial.goals}
        max={1000}
        height={72}
        onInput={(goals) => change({ goals })}
        {...(draft.kept && { status: { text: words.planSaved, kept: true } })}
      />
      <View className="mt3">
        <TextField
          label={words.planPerson}
          initial={draft.initial.person}
          max={20}
          onInput={(person) => change({ person })}
        />
      </View>
      {own.map((measure, place) => {
        const { person, dueOn } = measureOf(measure.id)
        return (
          <View key={measure.id} className="mt3">
            <Card>
              <View className="name mb2">{`${place + 1}. ${measure.text}`}</View>
              <TextField
                label={words.planMeasurePerson}
                initial={person}
                placeholder={typed.person}
                max={20}
                onInput={(value) => changeMeasure(measure.id, { person: value })}
              />
              <DateField
                label={words.planDue}
                value={dueOn}
                shown={dueOn ? fullDay(dueOn) : ''}
                placeholder={words.dueUntil}
                from={today}
                {...(task.dueOn && { until: task.dueOn })}
                onChange={(value) => changeMeasure(measure.id, { dueOn: value })}
              />
            </Card>
          </View>
        )
      })}
    </PageShell>
  )
}
