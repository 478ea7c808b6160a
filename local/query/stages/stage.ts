import type { Document } from '../../ground/document'
import type { DocumentStore, View } from '../../engine/store'
import type { Frame, Scope } from '../expressions/expression'
import type { QueryLimits } from '../find-documents'

export type Documents = Iterable<Document>

/** Turns the documents of the stage before into its own. It never changes a document it is given. */
export type Stage = (documents: Documents) => Documents

/** What one aggregation works with. */
export interface Request {
  store: DocumentStore
  view: View
  limits: QueryLimits
  frame: Frame
}

/** A pipeline over a collection, compiled once and run as often as needed. */
export type Pipeline = () => Documents

/** Where a stage stands. */
export interface StageContext {
  request: Request
  collection: string
  scope: Scope
  /** Compiles a pipeline that reads a collection; one that does not exist is empty. */
  pipelineOn: (collection: string, stages: readonly RawStage[], scope: Scope) => Pipeline
  /** Compiles stages that take what another stage hands them. */
  stagesOf: (stages: readonly RawStage[], context: StageContext) => Stage
}

/** One stage as the request names it. */
export interface RawStage {
  name: string
  specification: unknown
}

export type StageCompiler = (specification: unknown, context: StageContext, name: string) => Stage
