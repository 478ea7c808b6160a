import { useEffect } from 'react'
import { useAction } from '@/src/platform/use-action'

/** How often a page asks how far the packing is; a small file is ready before the first time. */
const everyMs = 2000

/** The file of a case; while it is being made the page asks again by itself. */
export function useCaseFile(taskId: string) {
  const { load, retry, reload } = useAction('papers.getCaseFile', { taskId })
  const isMaking = load.face === 'ready' && load.data.file.state === 'making'
  useEffect(() => {
    if (!isMaking) return undefined
    const timer = setInterval(() => void reload(), everyMs)
    return () => clearInterval(timer)
  }, [isMaking, reload])
  return { load, retry, reload }
}
