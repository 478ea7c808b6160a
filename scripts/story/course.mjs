/** Who has a share of it; each signs for it and plans. */
const units = ['agriculture', 'farming-maonan']

const check = (action, level, cycle, more) => ({ action: `task.${action}`, level, cycle, ...more })

/**
 * The course that the story has to tell, in this order: each is a step that has these values. A step stands in the
 * cycle in which it was done and names the state after it.
 */
const chapters = (returnedPart) => [
  { action: 'documents.commitBatch', role: 'coordinator', cycle: 1, state: 'draft' },
  { action: 'task.assign', role: 'coordinator', cycle: 1, state: 'assigned' },
  ...units.flatMap((unit) => [
    { action: 'task.signFor', unit, cycle: 1, state: 'assigned' },
    { action: 'task.submitPlan', unit, cycle: 1, state: 'assigned' },
  ]),
  // By the lead, and by the office where the lead plans for itself.
  { action: 'task.approvePlan', role: 'unitLeader', unit: 'agriculture', state: 'assigned' },
  { action: 'task.approvePlan', role: 'coordinator', cycle: 1, state: 'inProgress' },
  { action: 'enterprise.propose', role: 'unitStaff', agreement: 'proposed', state: 'inProgress' },
  { action: 'enterprise.accept', role: 'enterpriseAgent', agreement: 'agreed' },
  { action: 'task.reportDone', part: returnedPart, cycle: 1, state: 'inProgress' },
  { action: 'task.returnDone', part: returnedPart, cycle: 1, state: 'inProgress' },
  { action: 'task.reportDone', part: returnedPart, cycle: 1, state: 'inProgress' },
  ...[1, 2].flatMap((cycle) => [
    { action: 'task.askVillage', cycle, state: 'inProgress' },
    { action: 'opinion.giveOwn', role: 'resident', cycle },
    { action: 'opinion.giveCollective', role: 'villageOfficer', cycle },
    { action: 'opinion.sayNotInvolved', role: 'villageOfficer', cycle },
    { action: 'task.signShare', role: 'unitLeader', unit: 'farming-maonan', cycle },
    { action: 'task.selfCheck', role: 'unitLeader', cycle, state: 'selfChecked' },
    { action: 'task.requestCloseOut', cycle, state: 'verifying' },
    ...(cycle === 1
      ? [
          check('verify', 'county', 1, { passed: false, state: 'inProgress' }),
          { action: 'task.reportDone', part: 'demand.2.0', cycle: 2, state: 'inProgress' },
        ]
      : ['county', 'city'].flatMap((level) => [
          check('verify', level, 2, { passed: true, state: 'verifying' }),
          check('confirmCheck', level, 2, { state: 'verifying' }),
        ])),
  ]),
  { action: 'task.publishNotice', role: 'coordinator', cycle: 2, state: 'underNotice' },
]

const matches = (step, chapter) =>
  Object.entries(chapter).every(([name, value]) => value !== undefined && step[name] === value)

/** Drafted without a network: looked at and photographed on a day before the one on which it was sent. */
const wasOffline = ({ on, seenOn, takenOn, signed }) =>
  [seenOn, ...takenOn].every((day) => day !== null && day < on.slice(0, 10)) &&
  takenOn.length > 0 &&
  signed

/**
 * A story that leaves out, or puts elsewhere, what it has to tell.
 * @param {readonly object[]} steps
 * @returns {number[]} the place of each chapter among the steps, in order
 * @throws {Error} with the first chapter that is missing, or the check that was not made on site
 */
export const refuseGaps = (steps) => {
  const returned = steps.find(({ action }) => action === 'task.returnDone')
  const places = []
  for (const chapter of chapters(returned?.part)) {
    const from = (places.at(-1) ?? -1) + 1
    const place = steps.findIndex((step, at) => at >= from && matches(step, chapter))
    if (place < 0) throw new Error(`the story leaves out ${JSON.stringify(chapter)}`)
    places.push(place)
  }
  const online = steps.find((step) => step.action === 'task.verify' && !wasOffline(step))
  if (online) throw new Error(`${online.on} was not drafted on site: ${JSON.stringify(online)}`)
  return places
}
