import { actingWords, permissionWords as words, sentenceOf } from '@/copy/acting'
import { toast } from '@/src/components/frame/toast/toast-bus'
import { sayWhenNotOpened } from '@/src/platform/navigation'
import { explain, NotAllowed } from '@/src/platform/permission'
import { onUnhandled } from '@/src/platform/unhandled'

/** Turns whatever was thrown into words, and leads to the settings where they help. */
export function sayFailure(thrown: unknown): void {
  if (!(thrown instanceof NotAllowed)) return toast(sentenceOf(thrown))
  const { permission, remedy } = thrown
  explain({
    title: words.title[permission],
    content: words.line[remedy](words.use[permission]),
    remedy,
    open: words.open,
    close: words.close,
  })
}

/** At start: what nobody else puts into words, and pages that do not open. */
export function sayEveryFailure() {
  sayWhenNotOpened(() => toast(actingWords.notOpened))
  onUnhandled(sayFailure)
}
