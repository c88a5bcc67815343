import { graphql, type ResultOf } from '@footnote/client';

export const addArticlesSubscription = graphql(`
  subscription AddArticles($files: [ArticleFile!]!) {
    addArticles(files: $files) {
      __typename
      ... on IndexProgress {
        stage
        files
        totalFiles
        passages
      }
      ... on IndexReport {
        added
        replaced
        unchanged
        skipped {
          path
          reason
        }
        warnings
      }
    }
  }
`);

export const removeArticleMutation = graphql(`
  mutation RemoveArticle($keys: [String!]!) {
    removeArticles(keys: $keys) {
      removed
    }
  }
`);

type AddArticlesEvent = ResultOf<typeof addArticlesSubscription>['addArticles'];

export type IndexProgress = Extract<AddArticlesEvent, { readonly __typename: 'IndexProgress' }>;
export type IndexReport = Extract<AddArticlesEvent, { readonly __typename: 'IndexReport' }>;
