/**
 * The register says how many tasks its filters find, up to this many, which stands for as many or
 * more: so its first page reads no more among 20,000 tasks than among 60.
 */
export const mostMatching = 60
