export function localChanged(folder?: string): boolean
export function runLocalLane(options?: object): Promise<{ passed: number; failed: number }>
