export const releaseNotes: (
  changelog: string,
  version: string,
) => { version: string; description: string }
