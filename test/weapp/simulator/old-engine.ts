import { newerBuiltIns } from '@/test/support/newer-built-ins'
import { scriptsOf } from './load-module'

/** Whether the frame above the caller's is a script of the mini-program. */
const asksFromProgram = (): boolean => {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 3
  const [, , , frame = ''] = (new Error().stack ?? '').split('\n')
  Error.stackTraceLimit = stackTraceLimit
  return frame.includes(scriptsOf)
}

type Owner = Record<string, unknown>

/** Where a name lives: on the prototype, on the constructor, or it is the global itself. */
const placeOf = (owner: string, member?: string): [Owner, string] | undefined => {
  const globals = globalThis as unknown as Record<
    string,
    (Owner & { prototype?: Owner }) | undefined
  >
  if (member === undefined) return owner in globals ? [globals, owner] : undefined
  const whole = globals[owner]
  const on = [whole?.prototype, whole].find((one) => one && Object.hasOwn(one, member))
  return on && [on, member]
}

/**
 * From now on a script of the mini-program does not see what the oldest declared engine lacks;
 * the simulator itself, which runs in the same realm, still does. Returns how to end it.
 */
export const hideNewerBuiltIns = (): (() => void) => {
  const restore = newerBuiltIns.flatMap(({ owner, member }) => {
    const place = placeOf(owner, member)
    const was = place && Object.getOwnPropertyDescriptor(...place)
    if (!place || !was?.configurable || !('value' in was)) return []
    const [on, name] = place
    let value: unknown = was.value
    Object.defineProperty(on, name, {
      configurable: true,
      enumerable: was.enumerable ?? false,
      get: () => (asksFromProgram() ? undefined : value),
      set: (next: unknown) => (value = next),
    })
    return [() => void Object.defineProperty(on, name, was)]
  })
  return () => restore.forEach((put) => put())
}
