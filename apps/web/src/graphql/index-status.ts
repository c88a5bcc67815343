import { graphql, type ResultOf } from '@footnote/client';

export const indexStatusQuery = graphql(`
  query IndexStatus {
    index {
      articles
      passages
      updatedAt
      uploadLimits {
        maxFiles
        maxFileBytes
        maxBytes
      }
    }
  }
`);

export type IndexStatus = ResultOf<typeof indexStatusQuery>['index'];

/** What may be added at once. */
export type UploadLimits = NonNullable<IndexStatus['uploadLimits']>;
