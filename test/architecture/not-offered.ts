import type { ActionName } from '@/contract/actions'

/** Actions that no page calls yet, with the number of the issue that brings the page. */
export const notOffered: Readonly<Partial<Record<ActionName, number>>> = {}
