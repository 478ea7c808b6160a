import { keysOf } from '@/domain/known'
import { ConfirmDialog } from '@/src/components/frame/sheet/confirm-dialog'
import { SearchSheet } from '@/src/components/ask/search-sheet'
import { useUnitSearch } from '@/src/platform/use-unit-search'
import { actingWords as words } from '@/copy/acting'
import type { Dialog } from './dialog'
import { ReasonSheet } from './reason-sheet'
import { RefusalNote } from './refusal-note'
import type { Act, Acting } from './use-act'

interface ActDialogsProps<D extends string> {
  act: Act<D>
  /** The page's thing: its drafts are kept under it. */
  thing: string
  dialogs: Readonly<Partial<Record<D, Dialog>>>
}

/** Draws the dialog that is open, as its table says. */
export function ActDialogs<D extends string>({ act, thing, dialogs }: ActDialogsProps<D>) {
  const names = keysOf(dialogs)
  return (
    <>
      {names.map((name) => {
        const dialog = dialogs[name]
        const open = act.open?.name === name
        const about = open ? (act.open?.about ?? '') : ''
        return dialog && <OneDialog key={name} {...{ act, thing, name, dialog, open, about }} />
      })}
    </>
  )
}

interface OneDialogProps {
  act: Acting
  thing: string
  name: string
  dialog: Dialog
  open: boolean
  about: string
}

function OneDialog({ act, thing, name, dialog, open, about }: OneDialogProps) {
  const units = useUnitSearch(dialog.kind === 'unit' ? dialog.unitKind : undefined)
  switch (dialog.kind) {
    case 'reason':
      return open ? (
        <ReasonSheet
          dialog={dialog}
          act={act}
          form={[name, thing, about].filter(Boolean).join('.')}
          about={about}
        />
      ) : null
    case 'confirm':
      return (
        <ConfirmDialog
          open={open}
          title={dialog.title}
          confirm={dialog.confirm}
          danger={dialog.danger}
          busy={act.busy}
          onCancel={act.close}
          onConfirm={() => void act.run(dialog.deed(about))}
        >
          <RefusalNote text={act.refusal} />
          {dialog.line}
        </ConfirmDialog>
      )
    case 'unit':
      return (
        <SearchSheet
          open={open}
          title={dialog.title}
          placeholder={words.searchUnit}
          none={words.noUnits}
          load={units}
          onClose={act.close}
          onChoose={(unit) => void act.run(dialog.deed(unit, about))}
        />
      )
  }
}
