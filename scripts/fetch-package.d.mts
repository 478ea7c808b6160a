export function fetchPackage(folder: string, name: string, version: string): boolean
