import { mayRepeat } from './call-error'
import { newKey } from './key'

/**
 * One idempotency key for one thing that a person wants. The key stays while the same input may
 * still have arrived (no answer came), and is given up once the server has answered.
 */
export class Intention {
  private current: { readonly input: string; readonly key: string } | null = null

  async keyFor(input: unknown): Promise<string> {
    const said = JSON.stringify(input)
    if (this.current?.input !== said) this.current = { input: said, key: await newKey() }
    return this.current.key
  }

  answered() {
    this.current = null
  }

  failed(error: unknown) {
    if (!mayRepeat(error)) this.current = null
  }
}
