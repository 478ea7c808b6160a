export const writeWhole: (file: string, text: string | Uint8Array) => void
