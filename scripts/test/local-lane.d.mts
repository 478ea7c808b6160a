export function localChanged(folder?: string): boolean
export function runLocalLane(): Promise<{ passed: number; failed: number }>
