import type { PublicText } from './public-task'

/** 整改前后: of which measure as far as that is public, and the days that are known. */
export const photosOf = ({ measures, photos = [] }: Pick<PublicText, 'measures' | 'photos'>) =>
  photos.map(({ measureId, ...pair }) => ({
    text: measures.find(({ id }) => id === measureId)?.text ?? '',
    ...pair,
  }))

/** The notice's own text: what was done, measure by measure, and who checked. */
export const resultOf = ({ measures, result }: Pick<PublicText, 'measures' | 'result'>) =>
  result && {
    completedOn: result.completedOn,
    done: result.done.map(({ measureId, on, words }) => ({
      text: measures.find(({ id }) => id === measureId)?.text ?? '',
      on,
      words,
    })),
    checks: result.checks.map((check) => ({ ...check })),
    villages: result.villages ?? null,
  }
