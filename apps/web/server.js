/**
 * The web app as it is served: Next behind a server of its own, which says for each request where it comes from. Next
 * takes that from a header that any client can send.
 */
import { createServer } from 'node:http';
import next from 'next';
import proxyAddr from 'proxy-addr';

// As src/settings.ts reads them, which is compiled into the app.
const { FOOTNOTE_HOST, FOOTNOTE_WEB_PORT, FOOTNOTE_TRUSTED_PROXIES } = process.env;
const hostname = FOOTNOTE_HOST || '127.0.0.1';
const port = Number(FOOTNOTE_WEB_PORT || '3000');
// Whatever it was set to: this is the port that requests name.
process.env.PORT = String(port);
const trusted = proxyAddr.compile((FOOTNOTE_TRUSTED_PROXIES || 'loopback').split(','));

/** A question of 2,000 characters in the address, percent-encoded, is longer than Node's limit on headers. */
const MAX_HEADER_SIZE = 65_536;

const app = next({ dir: import.meta.dirname, hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE }, (request, response) => {
  // proxy.ts does not stand before Next's own files, and what a client says of itself must not pass there either.
  delete request.headers['x-footnote-visitor'];
  delete request.headers['x-footnote-signed-in'];
  request.headers['x-footnote-address'] = proxyAddr(request, trusted);
  void handle(request, response);
});
server.listen(port, hostname);

/** How long streams that are open may last, in milliseconds. */
const STOP_TIMEOUT = 3_000;

// It is disconnected when npm start, which started it, is gone however it ended.
for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) {
  process.once(event, () => {
    setTimeout(() => process.exit(0), STOP_TIMEOUT).unref();
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
