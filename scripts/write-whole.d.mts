export const writeWhole: (file: string, text: string) => void
