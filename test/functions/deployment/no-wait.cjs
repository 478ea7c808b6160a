// A backup waits for what was under way when it closed writing; in a test nothing is.
require('node:timers/promises').setTimeout = async () => undefined
