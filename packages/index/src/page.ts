/** Which part of a list is wanted. */
export interface Page {
  /** 1 to 50. */
  readonly first: number;
  /** The `cursor` of the last item of the page before. */
  readonly after?: string | undefined;
}

export interface PageOf<T> {
  readonly items: readonly { readonly cursor: string; readonly item: T }[];
  readonly hasNextPage: boolean;
}
