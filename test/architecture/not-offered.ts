import type { ActionName } from '@/contract/actions'

/** Actions that no page calls yet, with the number of the issue that brings the page. */
export const notOffered: Readonly<Partial<Record<ActionName, number>>> = {
  // 7 makes the settings records and leaves their screen to a later issue: until then an administrator of
  // the city calls these by hand, with the version that was read.
  'identity.getSettings': 7,
  'identity.changeSettings': 7,
}
