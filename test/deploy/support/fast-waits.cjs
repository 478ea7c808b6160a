// The vendor's tool looks once a second whether a function is ready; the stand-in's always is.
const { setInterval } = globalThis
globalThis.setInterval = (work, ms, ...rest) => setInterval(work, ms === 1000 ? 1 : ms, ...rest)
