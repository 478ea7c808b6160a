export const refuseTwoSides: (
  steps: readonly { readonly person: string; readonly action: string; readonly role: string }[],
) => void
