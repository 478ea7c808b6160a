export const maxPlanBytes = 20 * 1024 * 1024
