/**
 * What is read once it is as wanted, or after five seconds whatever it is: for what happens after
 * the request or the tap that caused it.
 */
export const eventually = async <T>(read: () => Promise<T>, wanted: T): Promise<T> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await read()) === wanted) return wanted
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return read()
}
