import { invalidParam } from '../wire/cloud-error'
import type { Actions } from '../wire/action'
import type { FunctionRunner } from './function-runner'

/** Calls between functions: the caller is a server, so the called function sees no person. */
export function functionActions(runner: FunctionRunner): Actions {
  return {
    'functions.invokeFunction': async ({ function_name: name, request_data: data }) => {
      if (typeof name !== 'string' || name === '') throw invalidParam('function_name is missing')
      let event: unknown = {}
      if (typeof data === 'string' && data !== '') {
        try {
          event = JSON.parse(data)
        } catch {
          throw invalidParam('request_data is not JSON')
        }
      }
      return { data: { response_data: await runner.invoke(name, event, { kind: 'server' }) } }
    },
  }
}
