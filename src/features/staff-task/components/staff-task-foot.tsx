import { closeOutWords } from '@/copy/close-out'
import { staffTaskWords as words } from '@/copy/staff-task'
import { ActionButton } from '@/src/components/action-button'
import { FootBar } from '@/src/components/foot-bar'
import { openPage } from '@/src/platform/navigation'
import type { StaffTask, TaskDialog } from '../staff-task'

interface StaffTaskFootProps {
  task: StaffTask
  onOpen: (dialog: TaskDialog) => void
}

/** The next step of this person on this task; nothing when it is not their turn. */
export function StaffTaskFoot({ task, onOpen }: StaffTaskFootProps) {
  const can = (event: string) => task.events.includes(event)
  const { id } = task
  if (can('signFor')) {
    return (
      <FootBar pair>
        <ActionButton
          kind="outlined"
          text={words.returnAssignment}
          onTap={() => onOpen('returnAssignment')}
        />
        <ActionButton text={words.signFor} onTap={() => onOpen('signFor')} />
      </FootBar>
    )
  }
  if (can('submitPlan')) {
    return (
      <FootBar>
        <ActionButton
          text={words.submitPlan}
          onTap={() => openPage('subpackages/unit/plan', { id })}
        />
      </FootBar>
    )
  }
  if (can('selfCheck')) {
    return (
      <FootBar>
        <ActionButton
          text={closeOutWords.selfCheck}
          onTap={() => openPage('subpackages/unit/self-check', { id })}
        />
      </FootBar>
    )
  }
  if (can('confirmCheck')) {
    return (
      <FootBar pair={can('denyCheck')}>
        {can('denyCheck') && (
          <ActionButton
            kind="outlined"
            text={closeOutWords.denyCheck}
            onTap={() => onOpen('denyCheck')}
          />
        )}
        <ActionButton text={closeOutWords.confirmCheck} onTap={() => onOpen('confirmCheck')} />
      </FootBar>
    )
  }
  if (can('verify')) {
    return (
      <FootBar>
        <ActionButton
          text={closeOutWords.verify}
          onTap={() => openPage('subpackages/unit/verify', { id })}
        />
      </FootBar>
    )
  }
  if (can('requestCloseOut') || can('withdraw')) {
    return (
      <FootBar pair={can('requestCloseOut') && can('withdraw')}>
        {can('withdraw') && (
          <ActionButton
            kind="outlined"
            text={closeOutWords.withdraw}
            onTap={() => onOpen('withdraw')}
          />
        )}
        {can('requestCloseOut') && (
          <ActionButton
            text={closeOutWords.requestCloseOut}
            onTap={() => onOpen('requestCloseOut')}
          />
        )}
      </FootBar>
    )
  }
  if (can('assign') || can('split')) {
    return (
      <FootBar pair={can('cancelDraft')}>
        {can('cancelDraft') && (
          <ActionButton
            kind="outlined"
            text={words.cancelDraft}
            onTap={() => onOpen('cancelDraft')}
          />
        )}
        <ActionButton
          text={words.assign}
          onTap={() => openPage('subpackages/office/assign', { id })}
        />
      </FootBar>
    )
  }
  // Before the self-check every affected village is asked what it thinks.
  if (can('askVillage')) {
    return (
      <FootBar>
        <ActionButton
          kind="outlined"
          text={words.askVillage}
          onTap={() => openPage('subpackages/village/asked', { id })}
        />
      </FootBar>
    )
  }
  return null
}
