/** The parameters of an address as Next gives them to a page. */
export type Parameters = Readonly<Record<string, string | string[] | undefined>>;

export function searchParameters(parameters: Parameters): URLSearchParams {
  const entries = Object.entries(parameters).flatMap(([name, values]) =>
    [values ?? []].flat().map((value): [string, string] => [name, value]),
  );
  return new URLSearchParams(entries);
}
