/**
 * The one door to zod. `zod/mini` keeps the client small; `jitless` must be set before the
 * first parse because the mini-program's runtime forbids `new Function`.
 */
import * as z from 'zod/mini'

z.config({ jitless: true })

export { z }
