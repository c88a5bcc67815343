export { answerMcpRequest } from './answer-http.ts';
export type { McpOptions } from './mcp-server.ts';
export { serveMcpOverStdio } from './serve-stdio.ts';
