const drawn = (sky: string, ground: string, water: string) =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="60" fill="${sky}"/><rect y="55" width="160" height="65" fill="${ground}"/><path d="M90 55q-20 20 10 40t-60 25h100q0-30-20-45t0-20z" fill="${water}"/></svg>`,
  )}`

export const before = drawn('#c9c9c7', '#5d6b52', '#4a3a2b')
export const after = drawn('#b9d7ef', '#6f9a4f', '#79b7bd')
