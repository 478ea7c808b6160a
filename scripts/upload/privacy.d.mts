export const declared: readonly { readonly entry: string; readonly purpose: string }[]
