/** `PRAGMA application_id` of an index: "Foot" in ASCII. */
export const APPLICATION_ID = 0x466f6f74;

/** `PRAGMA user_version`: grows when the tables or what stands in them change. */
export const FORMAT_VERSION = 1;

/**
 * The tables, as `sqlite_schema` shows them. Every row carries a checksum over its other columns (`rowChecksum`);
 * the lexical index holds the texts it was made from and is compared with the articles' instead.
 */
export const TABLES: Readonly<Record<string, string>> = {
  manifest: `CREATE TABLE manifest (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  checksum BLOB NOT NULL
)`,
  article: `CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  title TEXT,
  source TEXT,
  authors TEXT NOT NULL,
  published_at TEXT,
  url TEXT,
  language TEXT,
  content_hash TEXT NOT NULL,
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  cutting_version INTEGER NOT NULL,
  first_passage INTEGER NOT NULL,
  passages TEXT NOT NULL,
  signature BLOB NOT NULL,
  checksum BLOB NOT NULL
)`,
  article_path: 'CREATE INDEX article_path ON article (path)',
  article_text: `CREATE TABLE article_text (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  checksum BLOB NOT NULL
)`,
  article_vectors: `CREATE TABLE article_vectors (
  article INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  vectors BLOB NOT NULL,
  checksum BLOB NOT NULL
)`,
  near_duplicate: `CREATE TABLE near_duplicate (
  article INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  other INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  checksum BLOB NOT NULL,
  PRIMARY KEY (article, other)
)`,
  near_duplicate_other: 'CREATE INDEX near_duplicate_other ON near_duplicate (other)',
  source_file: `CREATE TABLE source_file (
  root TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  reading_version INTEGER NOT NULL,
  cutting_version INTEGER NOT NULL,
  checksum BLOB NOT NULL,
  PRIMARY KEY (root, path)
)`,
  passage_text: `CREATE VIRTUAL TABLE passage_text USING fts5 (title, text, tokenize = 'porter unicode61')`,
};
