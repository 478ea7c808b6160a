import { useShell } from '../page-shell/shell-context'
import { FaceBlock } from './face-block'
import type { LoadFailure } from './loaded'

interface FailedFaceProps extends LoadFailure {
  onRetry: () => void
  /** The way out where another try would not help; back to the page before by default. */
  onAway?: () => void
}

/** Nothing came. A refusal says what it is and leads away; what may pass is tried again. */
export function FailedFace({ code, offline, onRetry, onAway }: FailedFaceProps) {
  const { words, goBack } = useShell()
  const { title, line, again } = words.failed(code)
  const retry = { text: words.retry, onTap: onRetry }
  return (
    <FaceBlock
      icon={offline ? 'nowifi' : 'alert'}
      title={title}
      line={line}
      action={again ? retry : { text: words.back, onTap: onAway ?? goBack }}
      {...(!again && { other: retry })}
    />
  )
}
