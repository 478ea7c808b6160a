import { maxOwnMeasure, maxPlanGoals, maxProofWords } from '@/contract/task/limits'
import { maxPerson, maxReason } from '@/contract/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { fullDay } from '@/copy/moment'
import { planWords } from '@/copy/plan'
import { proofKindNames, proofWords } from '@/copy/proof'
import { staffTaskWords as words } from '@/copy/staff-task'
import { beijingDay } from '@/domain/calendar/day'
import { proofKinds } from '@/domain/proof'
import { blockedBy, tooLong } from '@/src/acting/blocked'
import { deed } from '@/src/acting/deed'
import { DraftBox } from '@/src/acting/draft-box'
import { FormPage } from '@/src/acting/form-page'
import { LoadedPage } from '@/src/acting/loaded-page'
import { useAct } from '@/src/acting/use-act'
import { Card } from '@/src/components/show/card'
import { ManyOptions } from '@/src/components/ask/choice/many-options'
import { DateField } from '@/src/components/ask/field/date-field'
import { TextField } from '@/src/components/ask/field/text-field'
import { TextLink } from '@/src/components/tap/text-link'
import { serverNow } from '@/src/platform/clock'
import { goBack } from '@/src/platform/navigation'
import { useAction } from '@/src/platform/use-action'
import { mostOwn, type OwnMeasure, usePlan } from '../hooks/use-plan'
import type { StaffTask } from '../staff-task'
import { PlanMilestones, whyNotMilestones } from './plan-milestones'
import { TaskGate } from './task-gate'

const proofOptions = proofKinds.map((value) => ({ value, text: proofKindNames[value] }))

/** 报方案, or 改方案 of an approved one: goals, who, and for each measure a day and what will prove it. */
export function PlanPage({ id }: { id: string }) {
  const { load, retry } = useAction('task.get', { taskId: id })
  return (
    <LoadedPage title={words.plan} secrecy load={load} retry={retry}>
      {(task, notice) => (
        <TaskGate
          title={words.plan}
          turns={task.turns}
          mayAct={task.assignments.some(
            ({ events }) => events.includes('submitPlan') || events.includes('amendPlan'),
          )}
          notice={notice}
        >
          <PlanForm task={task} notice={notice} />
        </TaskGate>
      )}
    </LoadedPage>
  )
}

function PlanForm({ task, notice }: { task: StaffTask; notice: ReactNode }) {
  const form = usePlan(task)
  const { draft, plan, isAmending, reason } = form
  const act = useAct()
  const unwritten = form.writesOwn ? form.own.findIndex(({ text }) => !text.trim()) : -1
  const undated = plan.measures.findIndex(({ dueOn }) => !dueOn)
  const unproven = plan.measures.findIndex(({ proof }) => proof.length === 0)
  const submit = async () => {
    const taskId = task.id
    const following = { consent: ['deadline'] as const, then: goBack }
    const sent = isAmending
      ? deed('task.amendPlan', { taskId, plan, reason }, { told: planWords.sent, ...following })
      : deed('task.submitPlan', { taskId, plan }, { told: words.planSent, ...following })
    await act.run(sent, draft)
  }
  return (
    <FormPage
      title={isAmending ? planWords.amendTitle : words.plan}
      notice={notice}
      act={act}
      draft={draft}
      send={isAmending ? planWords.send : words.planSend}
      blocked={blockedBy(
        isAmending && !reason && planWords.whyNeeded,
        isAmending && tooLong(reason, maxReason),
        !plan.goals && words.planGoalsNeeded,
        tooLong(plan.goals, maxPlanGoals),
        !plan.person && words.planPersonNeeded,
        form.own.length === 0 && planWords.ownNeeded,
        unwritten >= 0 && planWords.ownTextNeeded(unwritten + 1),
        undated >= 0 && words.planDateNeeded(undated + 1),
        unproven >= 0 && proofWords.needed(unproven + 1),
        ...form.own.map(({ id }, place) =>
          whyNotMilestones(form.measureOf(id).milestones, place + 1),
        ),
      )}
      onSend={() => void submit()}
    >
      <View className="title mb4">{task.title}</View>
      {isAmending && <WhyAmended draft={draft} />}
      <View className="name mb2">{words.planGoals}</View>
      <DraftBox
        draft={draft}
        label={words.planGoals}
        text={draft.value.goals}
        max={maxPlanGoals}
        height={72}
        onInput={(goals) => draft.change({ goals })}
      />
      <View className="mt3" key={draft.generation}>
        <TextField
          label={words.planPerson}
          initial={draft.value.person}
          max={maxPerson}
          onInput={(person) => draft.change({ person })}
        />
        {form.writesOwn && <View className="sub mt3">{planWords.ownLine}</View>}
        {form.own.map((measure, place) => (
          <PlanMeasure key={measure.id} {...{ task, form, measure, place }} />
        ))}
        {form.writesOwn && form.own.length < mostOwn && (
          <TextLink lead="plus" text={planWords.addOwn} onTap={form.addOwn} />
        )}
      </View>
    </FormPage>
  )
}

function WhyAmended({ draft }: Pick<ReturnType<typeof usePlan>, 'draft'>) {
  return (
    <View className="mb4">
      <View className="sub mb2">{planWords.amendLine}</View>
      <View className="name mb2">{planWords.why}</View>
      <DraftBox
        draft={draft}
        label={planWords.why}
        text={draft.value.reason}
        max={maxReason}
        height={72}
        onInput={(reason) => draft.change({ reason })}
      />
    </View>
  )
}

interface PlanMeasureProps {
  task: StaffTask
  form: ReturnType<typeof usePlan>
  measure: OwnMeasure
  place: number
}

function PlanMeasure({ task, form, measure, place }: PlanMeasureProps) {
  const { person, dueOn, proof, proofWords: saidProof, milestones } = form.measureOf(measure.id)
  const nth = place + 1
  return (
    <View className="mt3">
      <Card>
        {form.writesOwn ? (
          <OwnText form={form} measure={measure} place={place} />
        ) : (
          <View className="name mb2">{`${nth}. ${measure.text}`}</View>
        )}
        <TextField
          label={words.planMeasurePerson}
          initial={person}
          placeholder={words.planSamePerson}
          max={maxPerson}
          onInput={(value) => form.changeMeasure(measure.id, { person: value })}
        />
        <DateField
          label={words.planDue}
          value={dueOn}
          shown={dueOn ? fullDay(dueOn) : ''}
          placeholder={words.dueUntil}
          from={beijingDay(serverNow())}
          {...(task.dueOn && { until: task.dueOn })}
          onChange={(value) => form.changeMeasure(measure.id, { dueOn: value })}
        />
        <View className="mt3 mb3">
          <View className="name mb2">{proofWords.ask}</View>
          <ManyOptions
            label={proofWords.askOf(nth)}
            options={proofOptions}
            values={proof}
            onChange={(value) => form.changeMeasure(measure.id, { proof: value })}
          />
        </View>
        <TextField
          label={proofWords.words}
          initial={saidProof}
          placeholder={proofWords.wordsHint}
          max={maxProofWords}
          onInput={(value) => form.changeMeasure(measure.id, { proofWords: value })}
        />
        <PlanMilestones
          milestones={milestones}
          until={dueOn}
          isDone={(id) => form.isDone(measure.id, id)}
          onChange={(next) => form.changeMeasure(measure.id, { milestones: next })}
        />
      </Card>
    </View>
  )
}

/** What the unit wants to do, in its own words, where the list prints no measure for it. */
function OwnText({ form, measure, place }: Pick<PlanMeasureProps, 'form' | 'measure' | 'place'>) {
  return (
    <View>
      <TextField
        label={planWords.ownText(place + 1)}
        initial={measure.text}
        max={maxOwnMeasure}
        onInput={(text) => form.changeOwn(measure.id, text)}
      />
      {form.own.length > 1 && (
        <TextLink text={planWords.dropOwn(place + 1)} onTap={() => form.dropOwn(measure.id)} />
      )}
    </View>
  )
}
