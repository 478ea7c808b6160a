/** WeChat's screen reader follows `aria-modal` by itself, and there are no keys: only on H5. */
export function useFocusInside(_onClose: () => void): string | undefined {
  return undefined
}
