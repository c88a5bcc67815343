import { FootnoteError } from '@footnote/core';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createErrorMask, refusal } from './errors.ts';
import { MAX_BODY_BYTES, MAX_UPLOAD_BODY_BYTES, RETRY_AFTER_S } from './limits.ts';

function maskInto(log: Record<string, unknown>[]) {
  const logger = pino({}, { write: (line: string) => log.push(JSON.parse(line)) });
  return createErrorMask(() => logger);
}

it('hides what a caller cannot act on, and logs it with its cause', () => {
  const log: Record<string, unknown>[] = [];
  const error = new Error('secret path /root', { cause: new Error('disk') });
  const masked = maskInto(log)(new GraphQLError(error.message, { originalError: error }));
  expect(JSON.stringify(masked)).not.toContain('secret');
  expect(masked).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(JSON.stringify(log)).toMatch(/secret path.*disk/);
});

it('hides a FootnoteError whose code is not for callers', () => {
  const masked = maskInto([])(new FootnoteError('PROCESS_DIED', 'The process died.'));
  expect(masked).toMatchObject({ extensions: { code: 'INTERNAL_SERVER_ERROR' } });
});

it('passes on an error that a caller can act on', () => {
  const log: Record<string, unknown>[] = [];
  const error = new FootnoteError('BLANK_QUERY', 'The query is blank. Write a word.');
  const masked = maskInto(log)(new GraphQLError('wrapped', { originalError: error, path: ['search'] }));
  expect(masked).toMatchObject({
    message: error.message,
    path: ['search'],
    extensions: { code: 'BLANK_QUERY' },
  });
  expect(log).toEqual([]);
});

it('gives an error of the schema the code of one, and keeps the code of a refusal', () => {
  const mask = maskInto([]);
  expect(mask(new GraphQLError('Unknown field.'))).toMatchObject({
    extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
  });
  expect(mask(refusal('INVALID_ID', 'No.'))).toMatchObject({ extensions: { code: 'INVALID_ID' } });
});

it.each(['SERVER_BUSY', 'INDEX_BUSY'] as const)('says with %s when to ask again', (code) => {
  const masked = maskInto([])(new FootnoteError(code, 'Busy.'));
  const http = { status: 503, headers: { 'retry-after': String(RETRY_AFTER_S) } };
  expect(masked).toMatchObject({ extensions: { code, http } });
});

it('names the limit of the body that was too large', () => {
  const tooLarge = refusal('REQUEST_ENTITY_TOO_LARGE', 'Request body too large.');
  const logger = () => pino({ enabled: false });
  expect(createErrorMask(logger)(tooLarge).message).toContain(`${MAX_BODY_BYTES} bytes`);
  const ofUploads = createErrorMask(logger, MAX_UPLOAD_BODY_BYTES)(tooLarge).message;
  expect(ofUploads).toContain(`${MAX_UPLOAD_BODY_BYTES} bytes: fewer files`);
});
