CREATE TABLE agency (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

CREATE TABLE agent_team (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
);

-- The person, across companies.
CREATE TABLE agent (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  first_name TEXT,
  last_name TEXT,
  email TEXT,
  phone TEXT
);

CREATE TABLE image (
  id TEXT PRIMARY KEY,
  extension TEXT NOT NULL,
  bytes BLOB NOT NULL
);

-- This company's record of an agent.
CREATE TABLE connection (
  id INTEGER PRIMARY KEY,
  agent_id INTEGER NOT NULL REFERENCES agent (id),
  agency_id INTEGER REFERENCES agency (id),
  agent_team_id INTEGER REFERENCES agent_team (id),
  image_id TEXT REFERENCES image (id),
  first_name TEXT,
  last_name TEXT,
  email TEXT UNIQUE COLLATE people,
  phone TEXT,
  address TEXT,
  city TEXT,
  state TEXT,
  zip TEXT,
  website TEXT,
  facebook TEXT,
  instagram TEXT,
  linkedin TEXT,
  twitter TEXT,
  notes TEXT,
  private_notes TEXT,
  tags TEXT NOT NULL DEFAULT '[]',
  buying_agent_inspections INTEGER NOT NULL DEFAULT 0,
  selling_agent_inspections INTEGER NOT NULL DEFAULT 0,
  date_of_first_inspection TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);

CREATE INDEX connection_by_name ON connection (last_name COLLATE people, first_name COLLATE people, id);
CREATE INDEX connection_by_agency ON connection (agency_id);
CREATE INDEX connection_by_team ON connection (agent_team_id);

CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
