import { type Engine, FootnoteError } from '@footnote/engine';
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import packageJson from '../package.json' with { type: 'json' };
import { articleUri } from './quoted-article.ts';
import type { Tool } from './tool.ts';
import { ask } from './tools/ask.ts';
import { indexStatus } from './tools/index-status.ts';
import { listArticles } from './tools/list-articles.ts';
import { readArticle } from './tools/read-article.ts';
import { search } from './tools/search.ts';
import { verifyCitation } from './tools/verify-citation.ts';

export interface McpOptions {
  readonly engine: Engine;
  /** Told of what failed and should not have: an agent is told only that it did. */
  readonly onFailure: (error: unknown) => void;
}

const TOOLS: readonly Tool[] = [search, ask, readArticle, verifyCitation, listArticles, indexStatus];

const INSTRUCTIONS = `Footnote answers from a collection of news articles, and only with their own words. Use ask for a
question, search for what is said about something, and read_article to see a quote in its place. Quote word for word and
name the article; when ask says that the articles do not answer, say so.`;

/** The engine as tools and resources of the Model Context Protocol. Nothing that it does changes anything. */
export function createMcpServer({ engine, onFailure }: McpOptions): McpServer {
  const about = { name: 'footnote', title: 'Footnote', version: packageJson.version };
  const server = new McpServer(about, { instructions: INSTRUCTIONS });
  for (const tool of TOOLS) {
    const { name, title, description, input, output } = tool;
    const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false };
    const config = { title, description, inputSchema: strict(input), outputSchema: output, annotations };
    server.registerTool(name, config, async (args, { signal }) => {
      try {
        const result = await tool.run(args, { engine, signal });
        return { content: [{ type: 'text', text: JSON.stringify(result) }], structuredContent: result };
      } catch (error) {
        // Who cancelled a call is told nothing more of it, and nothing failed.
        const told = toldOf(error, signal.aborted ? () => {} : onFailure);
        return { content: [{ type: 'text', text: told }], isError: true };
      }
    });
  }
  const template = new ResourceTemplate(`${articleUri('')}{key}`, { list: undefined });
  const config = { title: 'An article', description: 'Its whole text.', mimeType: 'text/plain' };
  server.registerResource('article', template, config, (uri) => readResource(uri, { engine, onFailure }));
  return server;
}

/**
 * An argument that a tool does not have is refused by name: passed over, a filter under a wrong name would give all articles.
 * What a tool without arguments is sent cannot mean anything, and some agents must send something.
 */
function strict(input: Tool['input']): z.ZodObject {
  return Object.keys(input).length === 0 ? z.object(input) : z.strictObject(input);
}

/** An error that the agent can act on is told with its code; of any other it hears only that there was one. */
function toldOf(error: unknown, onFailure: McpOptions['onFailure']): string {
  if (error instanceof FootnoteError) return `${error.code}: ${error.message}`;
  onFailure(error);
  return 'INTERNAL_SERVER_ERROR: The server failed. Its log has the cause.';
}

async function readResource(uri: URL, { engine, onFailure }: McpOptions) {
  const key = decodeKey(uri);
  const found = await engine.articlesByKey([key]).catch((error: unknown) => {
    throw new McpError(ErrorCode.InternalError, toldOf(error, onFailure));
  });
  const [article] = found;
  if (!article) {
    throw new McpError(
      RESOURCE_NOT_FOUND,
      `The index does not hold the article "${key}". list_articles gives keys.`,
    );
  }
  return { contents: [{ uri: uri.href, mimeType: 'text/plain', text: article.text }] };
}

/** As the protocol numbers it. */
const RESOURCE_NOT_FOUND = -32002;

function decodeKey(uri: URL): string {
  try {
    return decodeURIComponent(uri.pathname.slice(1));
  } catch {
    throw new McpError(ErrorCode.InvalidParams, `"${uri.href}" is not a link that this server gave.`);
  }
}
