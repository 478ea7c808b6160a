import { Card } from '@/src/components/show/card'
import { Row } from '@/src/components/show/row'
import { openDocument } from '@/src/platform/open-document'
import { sayFailure } from './say-failure'

interface StoredDocument {
  readonly fileId: string
  readonly name: string
  readonly line?: readonly (string | null)[]
  /** Null where this reader may know of it and not open it. */
  readonly url: string | null
}

/** Documents that the server keeps; a tap opens one. Nothing where there are none. */
export function StoredDocuments({ documents }: { documents: readonly StoredDocument[] }) {
  if (documents.length === 0) return null
  return (
    <Card rows>
      {documents.map(({ fileId, name, line, url }) => (
        <Row
          key={fileId}
          icon="doc"
          name={name}
          {...(line && { line: [...line] })}
          {...(url !== null && { onTap: () => void openDocument(url).catch(sayFailure) })}
        />
      ))}
    </Card>
  )
}
