/**
 * The one door to zod. `zod/mini` keeps the client small; `jitless` must be set before the
 * first parse because the mini-program's runtime forbids `new Function`.
 *
 * Names are listed one by one and used as `import * as z from './zod'`, so that a bundler can
 * leave the rest out: a namespace passed on as a value brings in all of zod (370 KB).
 */
import { config } from 'zod/mini'

config({ jitless: true })

export {
  array,
  boolean,
  enum,
  int,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  nonnegative,
  nullable,
  number,
  optional,
  record,
  refine,
  regex,
  strictObject,
  string,
  tuple,
  union,
  unknown,
} from 'zod/mini'
export type { input, output, ZodMiniType } from 'zod/mini'
