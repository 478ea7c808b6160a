// A backup waits for what was under way when it closed writing; in a test nothing is.
import timers from 'node:timers/promises'

timers.setTimeout = async () => undefined
