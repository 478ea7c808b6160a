import { FormElement } from '@tarojs/runtime'

interface FromThePhone {
  readonly type: string
  readonly mpEvent?: unknown
}

type Dispatch = (event: FromThePhone) => boolean

/**
 * Keeps what is typed out of Taro's tree. Taro writes each letter back as the property `value`,
 * as a browser does; on a phone that is a `setData` a key, which comes back late on a slow one
 * and puts the cursor and the last letters where they were. Our boxes are uncontrolled: the tree
 * keeps the first text, the native box the present one, and `onInput` carries it to the form.
 */
export function keepTextOutOfTheTree() {
  if (process.env.TARO_ENV === 'h5') return
  const form = FormElement.prototype as unknown as { dispatchEvent: Dispatch }
  const asTaro = form.dispatchEvent
  const plain = (Object.getPrototypeOf(form) as { dispatchEvent: Dispatch }).dispatchEvent
  form.dispatchEvent = function dispatchEvent(event) {
    const dispatch = event.mpEvent && event.type === 'input' ? plain : asTaro
    return dispatch.call(this, event)
  }
}
