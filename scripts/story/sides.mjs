/** On which side of a task an act stands; reading stands on none. */
const sideOf = ({ action, role }) => {
  const name = action.split('.')[1]
  const checking = ['verify', 'confirmCheck', 'recheck', 'visitVillage', 'askVisit']
  if (checking.includes(name)) return 'checks the work'
  if (role === 'system') return 'keeps the days'
  if (role === 'enforcer') return 'enters the firm'
  if (role === 'enterpriseAgent') return 'is the firm'
  if (role === 'resident' || role === 'villageOfficer') return 'speaks for the village'
  if (role === 'unitStaff' || role === 'unitLeader') return 'does the work'
  if (role === 'publisher') return 'checks what becomes public'
  if (role === 'intake') return 'hears residents'
  return 'decides'
}

/**
 * Nobody in their own cause (domain.md, section 3).
 * @param {readonly { person: string, action: string, role: string }[]} steps
 * @throws {Error} naming the person who stands on two sides
 */
export const refuseTwoSides = (steps) => {
  const sides = new Map()
  for (const step of steps) {
    const side = sideOf(step)
    const before = sides.get(step.person) ?? side
    if (before !== side) throw new Error(`${step.person} ${before} and ${side}`)
    sides.set(step.person, side)
  }
}
